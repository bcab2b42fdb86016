import type { StateStay as Stay, Statistics } from '@lawgate/client';
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { useDefinitions } from '../../api/queries.ts';
import { BarChart } from '../../charts/bar-chart.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { Figure } from '../../shared/figure.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { leftOutWords, notRecorded } from '../../shared/recorded-words.ts';

type Statistic = Statistics['total']['concluded'];
type Work = Statistics['advisers'][number];

/** The register page that shows the rows of an API call. */
export function pageOf(list: string): string {
  const query = list.split('?', 2)[1] ?? '';
  return list.startsWith('/api/cases') ? `/cases?${query}` : `/register?${query}`;
}

export default function StatisticsPage() {
  const { year = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const definitions = useDefinitions();
  const category = search.get('category') ?? undefined;
  const organisation = search.get('organisation') ?? undefined;
  const query = {
    year: year as never,
    ...(category === undefined ? {} : { category }),
    ...(organisation === undefined ? {} : { organisation }),
  };
  const statistics = useQuery({
    queryKey: [...keys.reports, 'statistics', query],
    queryFn: () => answered(api.GET('/api/reports/statistics', { params: { query } })),
  });
  const stays = useQuery({
    queryKey: [...keys.reports, 'stays', query],
    queryFn: () => answered(api.GET('/api/reports/statistics/stays', { params: { query } })),
  });
  return (
    <Page
      title={`${year}年统计分析`}
      extra={
        <>
          <Select
            aria-label="类别"
            allowClear
            placeholder="全部类别"
            value={category ?? null}
            onChange={(next) => setSearch(next ? { category: next } : {})}
            options={(definitions.data ?? []).map(({ key, label }) => ({ value: key, label }))}
            style={{ width: 180 }}
          />
          <Link to={`/reports/${year}`}>返回年度统计</Link>
        </>
      }
    >
      <Loading query={statistics}>{(data) => <Numbers data={data} />}</Loading>
      <Card title="卡在哪里（各环节停留的自然日）">
        <Loading query={stays}>{({ items }) => <Stays items={items} />}</Loading>
      </Card>
    </Page>
  );
}

const change = ({ value, lastYear }: Statistic): string =>
  `上年 ${lastYear}${value === lastYear ? '' : value > lastYear ? `，增 ${value - lastYear}` : `，减 ${lastYear - value}`}`;
const percent = (value: number | null): string | null =>
  value === null ? null : String(Math.round(value * 1000) / 10);
/** @param whole of which there was none last year, where there is no rate */
const lastYear = (rate: number | null, whole: string): string =>
  rate === null ? `上年无${whole}` : `上年 ${percent(rate)}%`;
/** @param recorded cases in the row whose register says nothing */
const days = (value: number | null, recorded = 0): string =>
  value !== null ? String(Math.round(value * 10) / 10) : recorded > 0 ? notRecorded : '—';

function Numbers({ data }: { data: Statistics }) {
  const { total, months, categories, stages, reviewers, advisers } = data;
  const recorded = total.recorded.value;
  const leftOut = leftOutWords(recorded);
  const noted = (note: string): string => (leftOut === null ? note : `${note}；${leftOut}`);
  /** Without a value, because the registers do not say it. */
  const shown = (value: string | null): string | null => value ?? (recorded > 0 ? notRecorded : null);
  return (
    <>
      {recorded === 0 ? null : (
        <Alert
          type="info"
          showIcon
          title={`审结的${total.concluded.value}件中${recorded}件为补录：台账没有记载期限、用时和采纳情况，无数据，未计入。`}
          description={<Link to={pageOf(total.recorded.list)}>查看补录事项</Link>}
        />
      )}
      <Flex gap={12} wrap>
        <Figure
          label="收件"
          value={total.received.value}
          note={change(total.received)}
          to={pageOf(total.received.list)}
        />
        <Figure
          label="审结"
          value={total.concluded.value}
          note={change(total.concluded)}
          to={pageOf(total.concluded.list)}
        />
        <Figure
          label="逾期审结"
          value={total.overdue.value}
          note={noted(change(total.overdue))}
          to={pageOf(total.overdue.list)}
          alarming={total.overdue.value > 0}
        />
        <Figure
          label="按时率"
          value={shown(percent(total.onTimeRate))}
          unit={total.onTimeRate === null ? '' : '%'}
          note={noted(lastYear(total.onTimeRateLastYear, '审结事项'))}
        />
        <Figure
          label="采纳率"
          value={shown(percent(total.adoptionRate))}
          unit={total.adoptionRate === null ? '' : '%'}
          note={noted(lastYear(total.adoptionRateLastYear, '采纳反馈'))}
        />
      </Flex>
      <Card title="逐月">
        <BarChart
          label="逐月收件与审结"
          names={months.map(({ month }) => `${month}月`)}
          series={[
            {
              name: '收件',
              values: months.map(({ received }) => ({ value: received.value, to: pageOf(received.list) })),
            },
            {
              name: '审结',
              values: months.map(({ concluded }) => ({ value: concluded.value, to: pageOf(concluded.list) })),
            },
          ]}
          unit="件"
        />
        <DataTable<Statistics['months'][number]>
          label="逐月收件与审结"
          rowKey="month"
          dataSource={months}
          columns={[
            { title: '月份', render: (_, { month }) => `${month}月` },
            ...(['received', 'concluded'] as const).map((key) => ({
              title: key === 'received' ? '收件' : '审结',
              align: 'right' as const,
              render: (_: unknown, row: Statistics['months'][number]) => (
                <Link to={pageOf(row[key].list)} className="numeric">
                  {row[key].value}
                </Link>
              ),
            })),
          ]}
        />
      </Card>
      <Card title="用时（工作日）">
        <DataTable<Statistics['categories'][number]>
          label="各类别各环节用时"
          rowKey="category"
          dataSource={categories}
          columns={[
            { title: '类别', dataIndex: 'label' },
            ...stages.flatMap(({ key, label }) => [
              {
                title: `${label}平均`,
                align: 'right' as const,
                render: (_: unknown, one: Statistics['categories'][number]) =>
                  days(one.workingDays[key].mean, one.recorded.value),
              },
              {
                title: `${label}90分位`,
                align: 'right' as const,
                render: (_: unknown, one: Statistics['categories'][number]) =>
                  days(one.workingDays[key].p90, one.recorded.value),
              },
            ]),
            {
              title: '按时率',
              align: 'right',
              render: (_, { onTimeRate, recorded: ofIt }) =>
                onTimeRate === null ? (ofIt.value > 0 ? notRecorded : '—') : `${percent(onTimeRate)}%`,
            },
            ...(recorded === 0
              ? []
              : [
                  {
                    title: '其中补录（未计入）',
                    align: 'right' as const,
                    render: (_: unknown, { recorded: ofIt }: Statistics['categories'][number]) => (
                      <Link to={pageOf(ofIt.list)} className="numeric">
                        {ofIt.value}
                      </Link>
                    ),
                  },
                ]),
          ]}
        />
      </Card>
      <Flex gap={16} wrap align="stretch">
        <People title="法律顾问工作量" people={advisers} recorded={recorded} />
        <People title="审查人工作量" people={reviewers} recorded={recorded} />
      </Flex>
    </>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly Work[];
  /** How many concluded cases of the year are recorded. */
  readonly recorded: number;
}

function People({ title, people, recorded }: PeopleProps) {
  return (
    <Card title={title} style={{ flex: '1 1 380px', minWidth: 0 }}>
      {people.length === 0 ? (
        <Nothing>本年还没有审结的案件。</Nothing>
      ) : (
        <DataTable<Work>
          label={title}
          rowKey="name"
          dataSource={[...people]}
          columns={[
            { title: '姓名', dataIndex: 'name' },
            {
              title: '审结件数',
              align: 'right',
              render: (_, { cases, list }) => (
                <Link to={pageOf(list)} className="numeric">
                  {cases}
                </Link>
              ),
            },
            {
              title: '其中',
              render: (_, { byCategory }) => byCategory.map(({ label, cases }) => `${label} ${cases}`).join('，'),
            },
            {
              title: '平均工作日',
              align: 'right',
              render: (_, { meanWorkingDays }) => days(meanWorkingDays, recorded),
            },
          ]}
        />
      )}
    </Card>
  );
}

function Stays({ items }: { items: readonly Stay[] }) {
  if (items.length === 0) return <Nothing>没有可统计的停留。</Nothing>;
  return (
    <DataTable<Stay>
      label="各环节停留"
      rowKey={({ category, state }) => `${category} ${state}`}
      dataSource={[...items]}
      columns={[
        { title: '类别', dataIndex: 'categoryLabel' },
        { title: '环节', render: (_, { stage, state }) => stage ?? state },
        { title: '次数', align: 'right', dataIndex: 'stays' },
        { title: '中位', align: 'right', render: (_, { median }) => days(median) },
        { title: '90分位', align: 'right', render: (_, { p90 }) => days(p90) },
        {
          title: '现停留',
          align: 'right',
          render: (_, { waiting, list }) => (waiting === 0 ? 0 : <Link to={pageOf(list)}>{waiting}</Link>),
        },
      ]}
    />
  );
}
