import type { RegisterEntry as Entry, RegisterViewList } from '@lawgate/client';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Flex, Input, Select, Typography } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { useDefinitions } from '../../api/queries.ts';
import type { Query } from '../../api/types.ts';
import { useAddressChange } from '../../shared/address-filter.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate } from '../../shared/dates.ts';
import { NotRecorded, RecordedTag } from '../../shared/not-recorded.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { SavedViews } from './saved-views.tsx';

type Filters = Query<'/api/register/entries'>;
export type ColumnKey = RegisterViewList['columns'][number]['key'];

const pageSize = 100;
const statuses = [
  { value: 'open', label: '在办' },
  { value: 'concluded', label: '审结' },
  { value: 'returned', label: '退回' },
  { value: 'declined', label: '不予审核' },
  { value: 'withdrawn', label: '撤回' },
] as const;
const sources = [
  { value: 'true', label: '补录' },
  { value: 'false', label: '系统内办理' },
] as const;
const defaultColumns: readonly ColumnKey[] = [
  'receivedOn',
  'unit',
  'title',
  'category',
  'acceptedOn',
  'reviewer',
  'adviser',
  'conclusion',
  'number',
  'concludedOn',
  'filedOn',
  'status',
];

/** The cells of a column; the server names the columns. */
const cells: Readonly<Record<ColumnKey, (entry: Entry, index: number) => ReactNode>> = {
  serial: (_, index) => index + 1,
  receivedOn: (entry) => dayOf(entry, entry.receivedOn),
  unit: (entry) => entry.unit ?? nothing(entry),
  title: ({ id, title, recorded }) => (
    <Flex gap={8} align="center" wrap>
      <Link to={`/cases/${id}`}>{title}</Link>
      {recorded ? <RecordedTag /> : null}
    </Flex>
  ),
  category: ({ categoryLabel }) => categoryLabel,
  acceptedOn: (entry) => dayOf(entry, entry.acceptedOn),
  reviewer: (entry) => entry.reviewers.join('、') || nothing(entry),
  adviser: (entry) => entry.advisers.join('、') || nothing(entry),
  conclusion: (entry) => entry.conclusionLabel ?? nothing(entry),
  number: (entry) => entry.number ?? nothing(entry),
  concludedOn: (entry) => dayOf(entry, entry.concludedOn),
  filedOn: (entry) => dayOf(entry, entry.filedOn),
  status: ({ statusLabel }) => statusLabel,
  note: ({ note }) => note ?? '',
};
const sortable = new Set<ColumnKey>(['receivedOn', 'acceptedOn', 'concludedOn', 'filedOn']);

function dayOf(entry: Entry, day: string | null): ReactNode {
  return day === null ? nothing(entry) : fullDate(day).replace(/（.*$/, '');
}

/** In an empty cell: of a recorded case the register does not say it, of another it has not happened. */
function nothing({ recorded }: Entry): ReactNode {
  return recorded ? <NotRecorded /> : '—';
}

/** The register, one row for each case. Its filters are in the URL. */
export default function RegisterPage() {
  const definitions = useDefinitions();
  const [search, setSearch] = useSearchParams();
  const change = useAddressChange();
  const filters = Object.fromEntries([...search].filter(([name]) => name !== 'columns')) as Filters;
  const columns = (search.get('columns')?.split(',') ?? [...defaultColumns]) as ColumnKey[];
  const sort = filters.sort ?? '-receivedOn';
  const views = useQuery({ queryKey: ['register-views'], queryFn: () => answered(api.GET('/api/register/views')) });
  const entries = useInfiniteQuery({
    queryKey: [...keys.lists, 'register', filters],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/register/entries', {
          params: { query: { ...filters, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const labels = new Map(views.data?.columns.map(({ key, label }) => [key, label]));
  const year = new Date().getFullYear();
  return (
    <Page
      title="台账"
      extra={
        <>
          <Link to="/register/imports">
            <Button>导入往年台账</Button>
          </Link>
          <Select
            aria-label="导出年份"
            placeholder="导出（xlsx）"
            value={null}
            onChange={(chosen: string | null) => {
              if (chosen !== null) location.assign(`/api/register/export?year=${chosen}`);
            }}
            options={Array.from({ length: 8 }, (_, index) => String(year - index)).map((value) => ({
              value,
              label: `导出${value}年`,
            }))}
            style={{ width: 140 }}
          />
        </>
      }
    >
      <Flex gap={8} wrap className="no-print">
        <Input.Search
          aria-label="查找"
          placeholder="名称、单位、文号、人员"
          allowClear
          defaultValue={filters.q ?? ''}
          onSearch={(text) => change({ q: text.trim() })}
          style={{ width: 240 }}
        />
        <Select
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          value={filters.category ?? null}
          onChange={(value) => change({ category: value })}
          options={(definitions.data ?? []).map(({ key, label }) => ({ value: key, label }))}
          style={{ width: 160 }}
        />
        <Select
          aria-label="状态"
          placeholder="全部状态"
          allowClear
          value={filters.status ?? null}
          onChange={(value) => change({ status: value })}
          options={[...statuses]}
          style={{ width: 130 }}
        />
        <Select
          aria-label="来源"
          placeholder="全部来源"
          allowClear
          value={filters.recorded ?? null}
          onChange={(value) => change({ recorded: value })}
          options={[...sources]}
          style={{ width: 130 }}
        />
        <DatePicker.RangePicker
          aria-label="收件日期"
          placeholder={['收件自', '收件至']}
          value={[
            filters.receivedFrom ? dayjs(filters.receivedFrom) : null,
            filters.receivedTo ? dayjs(filters.receivedTo) : null,
          ]}
          onChange={(range) =>
            change({ receivedFrom: range?.[0]?.format('YYYY-MM-DD'), receivedTo: range?.[1]?.format('YYYY-MM-DD') })
          }
        />
        <Select
          aria-label="显示的列"
          mode="multiple"
          maxTagCount={0}
          maxTagPlaceholder={(hidden) => `显示 ${hidden.length} 列`}
          value={columns}
          onChange={(value) => change({ columns: value.length === 0 ? null : value.join(',') })}
          options={(views.data?.columns ?? []).map(({ key, label }) => ({ value: key, label }))}
          style={{ width: 140 }}
        />
        <SavedViews
          columns={columns}
          filters={filters}
          onChoose={(view) =>
            setSearch({ ...(view.filters as Record<string, string>), sort: view.sort, columns: view.columns.join(',') })
          }
        />
      </Flex>
      <Loading query={entries}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          const total = pages[0]?.total;
          if (items.length === 0) {
            return (
              <Nothing action={<Link to="/register/imports">导入往年台账</Link>}>
                没有符合条件的记录。放宽筛选，或者导入往年的台账。
              </Nothing>
            );
          }
          return (
            <>
              {total ? (
                <Typography.Text type="secondary">
                  共 {total.exact ? total.count : `${total.count} 件以上，超过 ${total.count}`} 件
                </Typography.Text>
              ) : null}
              <DataTable<Entry>
                label="台账"
                rowKey="id"
                dataSource={items}
                sticky
                onChange={(_pagination, _filters, sorter) => {
                  const one = Array.isArray(sorter) ? sorter[0] : sorter;
                  change({ sort: one?.order ? `${one.order === 'descend' ? '-' : ''}${String(one.columnKey)}` : null });
                }}
                columns={columns.map((key) => ({
                  key,
                  title: labels.get(key) ?? key,
                  ellipsis: key === 'note',
                  ...(sortable.has(key)
                    ? {
                        sorter: true,
                        sortOrder:
                          sort === key ? ('ascend' as const) : sort === `-${key}` ? ('descend' as const) : null,
                      }
                    : {}),
                  render: (_: unknown, entry: Entry, index: number) => cells[key]?.(entry, index),
                }))}
              />
              {entries.hasNextPage ? (
                <Button onClick={() => void entries.fetchNextPage()} loading={entries.isFetchingNextPage}>
                  再看 {pageSize} 件
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
    </Page>
  );
}
