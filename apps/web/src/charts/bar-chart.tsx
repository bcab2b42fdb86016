/**
 * A bar chart in which every bar opens its list. echarts is loaded with the first chart, and a table contains the same
 * data.
 */
import { Skeleton, theme } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { ECharts, EChartsCoreOption } from 'echarts/core';

export interface Series {
  readonly name: string;
  readonly values: readonly { readonly value: number | null; readonly to?: string }[];
}

export interface BarChartProps {
  /** Accessible name of the chart. */
  readonly label: string;
  readonly names: readonly string[];
  readonly series: readonly Series[];
  readonly unit: string;
  readonly height?: number;
  readonly stacked?: boolean;
  /** Horizontal bars, for long names. */
  readonly lying?: boolean;
}

export function BarChart(props: BarChartProps) {
  const { label, names, series, unit, height = 280, stacked = false, lying = false } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const [ready, setReady] = useState(false);
  const navigate = useNavigate();
  const { token } = theme.useToken();

  useEffect(() => {
    let gone = false;
    let observer: ResizeObserver | null = null;
    void import('./echarts.ts').then(({ init }) => {
      if (gone || place.current === null) return;
      chart.current = init(place.current, undefined, { renderer: 'svg' });
      observer = new ResizeObserver(() => chart.current?.resize());
      observer.observe(place.current);
      setReady(true);
    });
    return () => {
      gone = true;
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready || chart.current === null) return;
    const words = { color: token.colorText, fontFamily: token.fontFamily };
    const categories = { type: 'category', data: [...names], axisLabel: words, axisTick: { show: false } };
    const amounts = {
      type: 'value',
      minInterval: 1,
      axisLabel: words,
      splitLine: { lineStyle: { color: token.colorSplit } },
    };
    const option: EChartsCoreOption = {
      animation: false,
      color: [token.colorPrimary, token.colorWarning, token.colorSuccess, token.colorError],
      grid: { left: 8, right: 16, top: series.length > 1 ? 36 : 12, bottom: 8, containLabel: true },
      legend: series.length > 1 ? { top: 0, textStyle: words } : undefined,
      tooltip: {
        trigger: 'axis',
        valueFormatter: (value: unknown) => (value == null ? '—' : `${String(value)} ${unit}`),
      },
      xAxis: lying ? amounts : categories,
      yAxis: lying ? { ...categories, inverse: true } : amounts,
      series: series.map(({ name, values }) => ({
        type: 'bar',
        name,
        barMaxWidth: 28,
        ...(stacked ? { stack: 'all' } : {}),
        data: values.map(({ value }) => value),
        cursor: values.some(({ to }) => to) ? 'pointer' : 'default',
      })),
    };
    chart.current.setOption(option, true);
    chart.current.off('click');
    chart.current.on('click', ({ seriesIndex, dataIndex }) => {
      const to = series[seriesIndex ?? 0]?.values[dataIndex]?.to;
      if (to !== undefined) void navigate(to);
    });
  }, [ready, names, series, unit, stacked, lying, token, navigate]);

  return (
    <figure style={{ margin: 0 }}>
      {ready ? null : <Skeleton active paragraph={{ rows: 4 }} />}
      <div ref={place} role="img" aria-label={label} style={{ width: '100%', height: ready ? height : 0 }} />
    </figure>
  );
}
