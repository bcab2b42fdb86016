import type { NumberSeries as Series } from '@lawgate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, Flex, Typography } from 'antd';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { NumberStatus, type GivenNumber } from '../../case-parts/number-status.tsx';
import { useAddressFilter } from '../../shared/address-filter.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';

const filters = ['organisation', 'code', 'year', 'voided'] as const;

/** `合审〔2026〕`: the prefix of all numbers of a series. */
const nameOf = ({ code, year }: Pick<Series, 'code' | 'year'>): string => `${code}〔${year}〕`;

function addressOf({ organisation, code, year }: Series, voided = false): string {
  const asked = new URLSearchParams({ organisation: organisation.code, code, year: String(year) });
  if (voided) asked.set('voided', 'true');
  return `/administration/numbers?${asked.toString()}`;
}

/** Every series with its last number, and below it the numbers of one: void ones are shown with person and reason. */
export function NumbersSection() {
  const [asked] = useAddressFilter(filters);
  const series = useQuery({
    queryKey: [...keys.numbers, 'series'],
    queryFn: () => answered(api.GET('/api/numbers/series')),
  });
  return (
    <Flex vertical gap={16}>
      <Typography.Text type="secondary">
        文号在办理时自动取得，按顺序、不留空号。取错的由司法所所长作废：序号和理由保留，不再使用，并记入案件的经过。
      </Typography.Text>
      <Loading query={series}>
        {({ items }) => {
          const shown =
            items.find(
              ({ organisation, code, year }) =>
                organisation.code === asked.organisation && code === asked.code && String(year) === asked.year,
            ) ?? items[0];
          if (shown === undefined) return <Nothing>还没有文号。受理、补正、审签等环节办理时自动取号。</Nothing>;
          return (
            <>
              <SeriesTable items={items} shown={shown} />
              <Numbers series={shown} voided={asked.voided === 'true'} several={severalIssuers(items)} />
            </>
          );
        }}
      </Loading>
    </Flex>
  );
}

const severalIssuers = (items: readonly Series[]): boolean =>
  new Set(items.map(({ organisation }) => organisation.code)).size > 1;

function SeriesTable({ items, shown }: { items: readonly Series[]; shown: Series }) {
  return (
    <DataTable<Series>
      label="文号序列"
      rowKey={(series) => addressOf(series)}
      dataSource={items}
      rowClassName={(series) => (series === shown ? 'ant-table-row-selected' : '')}
      columns={[
        ...(severalIssuers(items)
          ? [{ title: '单位', render: (_: unknown, row: Series) => row.organisation.name }]
          : []),
        { title: '代字和年份', render: (_, row) => <Link to={addressOf(row)}>{nameOf(row)}</Link> },
        { title: '用到', align: 'right', render: (_, { last }) => `${last} 号` },
        {
          title: '作废',
          align: 'right',
          render: (_, row) =>
            row.voided === 0 ? (
              '—'
            ) : (
              <Link to={addressOf(row, true)} aria-label={`${nameOf(row)}作废 ${row.voided} 个，查看清单`}>
                {row.voided} 个
              </Link>
            ),
        },
        { title: '用于', render: (_, { purposes }) => purposes.join('、') },
      ]}
    />
  );
}

interface NumbersProps {
  readonly series: Series;
  readonly voided: boolean;
  /** Whether the issuer must be given as well. */
  readonly several: boolean;
}

function Numbers({ series, voided, several }: NumbersProps) {
  const { organisation, code, year } = series;
  const numbers = useInfiniteQuery({
    queryKey: [...keys.numbers, organisation.code, code, year, voided],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/numbers', {
          params: {
            query: {
              organisation: organisation.code,
              code,
              year: year as never,
              ...(voided ? { voided: 'true' as const } : {}),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const title = `${several ? organisation.name : ''}${nameOf(series)}${voided ? '作废的文号' : '的文号'}`;
  return (
    <section aria-labelledby="numbers-of-series">
      <Flex gap={12} align="baseline" wrap>
        <Typography.Title level={2} id="numbers-of-series" style={{ fontSize: 16 }}>
          {title}
        </Typography.Title>
        {voided ? <Link to={addressOf(series)}>查看全部</Link> : null}
      </Flex>
      <Loading query={numbers}>
        {({ pages }) => (
          <Flex vertical gap={8}>
            <DataTable<GivenNumber>
              label="文号"
              rowKey="id"
              dataSource={pages.flatMap((page) => page.items)}
              locale={{ emptyText: '没有作废的文号。' }}
              columns={[
                {
                  title: '文号',
                  render: (_, { text, voidReason }) => (
                    <span className="numeric">{voidReason === null ? text : <del>{text}</del>}</span>
                  ),
                },
                { title: '状态', render: (_, number) => <NumberStatus number={number} /> },
                { title: '用于', dataIndex: 'purpose' },
                {
                  title: '事项',
                  render: (_, { caseId, caseTitle }) => <Link to={`/cases/${caseId}?tab=papers`}>{caseTitle}</Link>,
                },
                { title: '取号', render: (_, { takenAt }) => instant(takenAt) },
              ]}
            />
            {numbers.hasNextPage ? (
              <div>
                <Button onClick={() => void numbers.fetchNextPage()} loading={numbers.isFetchingNextPage}>
                  更多文号
                </Button>
              </div>
            ) : null}
          </Flex>
        )}
      </Loading>
    </section>
  );
}
