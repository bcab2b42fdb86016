import type { IndicatorEntry as Entry, IndicatorReport as Report } from '@lawgate/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Input, Select, Tag, Typography } from 'antd';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate } from '../../shared/dates.ts';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { ReasonDialog } from '../../shared/reason-dialog.tsx';

type Indicator = Report['items'][number];

const key = ['indicators'] as const;

/** The ledger of indicators: one line for each entry, one figure for each kind. */
export default function IndicatorsPage() {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const thisYear = new Date().getFullYear();
  const year = search.get('year') ?? String(thisYear);
  const kind = search.get('kind');
  const report = useQuery({
    queryKey: [...key, year],
    queryFn: () => answered(api.GET('/api/indicators', { params: { query: { year: year as never } } })),
  });
  const mayEnter = hasRole(me, 'reviewer', 'director');
  return (
    <Page
      title={`${year}年工作指标`}
      extra={
        <Select
          aria-label="年份"
          value={year}
          onChange={(next) => setSearch({ year: next })}
          options={Array.from({ length: thisYear - 2019 }, (_, index) => String(thisYear - index)).map((value) => ({
            value,
            label: `${value}年`,
          }))}
          style={{ width: 110 }}
        />
      }
    >
      {mayEnter ? <QuickEntry /> : null}
      <Loading query={report}>
        {(data) => (
          <>
            <DataTable<Indicator>
              label="工作指标"
              rowKey="key"
              dataSource={data.items}
              columns={[
                { title: '栏目', dataIndex: 'section' },
                { title: '指标', dataIndex: 'label' },
                {
                  title: '全年',
                  align: 'right',
                  render: (_, { key: name, label, value, unit }) => (
                    <Link
                      to={`?year=${year}&kind=${name}`}
                      className="numeric"
                      aria-label={`${label} ${value ?? '未填'}，查看清单`}
                    >
                      {value === null ? '未填' : `${value} ${unit}`}
                    </Link>
                  ),
                },
                ...[0, 1, 2, 3].map((quarter) => ({
                  title: `第${'一二三四'[quarter]}季度`,
                  align: 'right' as const,
                  render: (_: unknown, { quarters, missingQuarters }: Indicator) =>
                    missingQuarters.includes(quarter + 1) ? <Tag color="orange">未填</Tag> : (quarters[quarter] ?? '—'),
                })),
                { title: '计法', render: (_, { mode }) => (mode === 'sum' ? '累计' : '年末数') },
              ]}
            />
            <Typography.Text>
              行政机关负责人出庭应诉：应出庭 {data.attendance.shouldAttend} 次，出庭 {data.attendance.attended}{' '}
              次，出庭率 {data.attendance.rate === null ? '—' : `${Math.round(data.attendance.rate * 1000) / 10}%`}
              {data.attendance.note === null ? '' : `（${data.attendance.note}）`}
            </Typography.Text>
            {kind === null ? null : (
              <Entries
                year={year}
                kind={kind}
                label={data.items.find((one) => one.key === kind)?.label ?? kind}
                mayVoid={mayEnter}
              />
            )}
          </>
        )}
      </Loading>
    </Page>
  );
}

function QuickEntry() {
  const queries = useQueryClient();
  const [line, setLine] = useState('');
  const commandKey = useRef(newCommandKey());
  const enter = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/indicators/entries', {
          params: { header: { 'Idempotency-Key': commandKey.current } },
          body: { line },
        }),
      ),
    onSuccess: () => {
      setLine('');
      commandKey.current = newCommandKey();
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  return (
    <Card size="small" title="登记一条">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (line.trim() !== '') enter.mutate();
        }}
      >
        <Flex gap={8}>
          <Input
            aria-label="日期 指标 数量 备注"
            placeholder="日期 指标 数量 备注，例如：3月8日 普法宣传活动 2 发放宣传单500份"
            value={line}
            onChange={({ target }) => setLine(target.value)}
            maxLength={700}
          />
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            登记
          </Button>
        </Flex>
      </form>
      {enter.error === null ? null : <ProblemAlert error={enter.error} />}
      {enter.data === undefined ? null : (
        <Typography.Text type="success" role="status">
          已登记：{fullDate(enter.data.date)} {enter.data.label} {enter.data.number} {enter.data.unit}
        </Typography.Text>
      )}
    </Card>
  );
}

interface EntriesProps {
  readonly year: string;
  readonly kind: string;
  readonly label: string;
  readonly mayVoid: boolean;
}

function Entries({ year, kind, label, mayVoid }: EntriesProps) {
  const [voiding, setVoiding] = useState<Entry | null>(null);
  const entries = useInfiniteQuery({
    queryKey: [...key, year, kind],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/indicators/{kind}/entries', {
          params: {
            path: { kind },
            query: { year: year as never, voided: 'true', ...(pageParam === null ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Card title={`${label}的登记`}>
      <Loading query={entries}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Nothing>{year}年还没有登记。</Nothing>;
          return (
            <>
              <DataTable<Entry>
                label={`${label}的登记`}
                rowKey="id"
                dataSource={items}
                columns={[
                  { title: '日期', render: (_, { date }) => fullDate(date) },
                  {
                    title: '数量',
                    align: 'right',
                    render: (_, { number, unit, voided }) =>
                      voided === null ? `${number} ${unit}` : <del>{`${number} ${unit}`}</del>,
                  },
                  { title: '备注', dataIndex: 'note' },
                  { title: '登记人', render: (_, { enteredBy }) => enteredBy.name },
                  {
                    title: '状态',
                    render: (_, entry) =>
                      entry.voided !== null ? (
                        `已作废：${entry.voided.reason}`
                      ) : mayVoid ? (
                        <Button
                          size="small"
                          onClick={() => setVoiding(entry)}
                          aria-label={`作废${fullDate(entry.date)}的登记`}
                        >
                          作废
                        </Button>
                      ) : null,
                  },
                ]}
              />
              {entries.hasNextPage ? (
                <Button onClick={() => void entries.fetchNextPage()} loading={entries.isFetchingNextPage}>
                  更多登记
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
      {voiding === null ? null : <VoidDialog entry={voiding} onClose={() => setVoiding(null)} />}
    </Card>
  );
}

function VoidDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (body: { reason: string }) =>
      api.POST('/api/indicators/entries/{id}/void', { params: { path: { id: entry.id } }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: key });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={`作废${fullDate(entry.date)}的登记`}
      okText="作废"
      missing="请填写作废理由"
      busy={remove.isPending}
      error={remove.error}
      onReason={(reason) => remove.mutate({ reason })}
      onClose={onClose}
    />
  );
}
