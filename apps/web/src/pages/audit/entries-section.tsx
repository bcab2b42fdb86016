import type { AuditEntry as Entry } from '@lawgate/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Flex, Select, Tag } from 'antd';
import dayjs from 'dayjs';
import { answered, api } from '../../api/client.ts';
import type { Query } from '../../api/types.ts';
import { useAddressFilter } from '../../shared/address-filter.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';

type Filters = Query<'/api/audit/entries'>;

const outcomes = [
  { value: 'done', label: '成功' },
  { value: 'failed', label: '失败' },
  { value: 'refused', label: '被拒绝' },
] as const;

const names = ['outcome', 'from', 'to'] as const;

/** The filters are in the URL, so that a search can be shared. */
export function EntriesSection() {
  const [asked, change] = useAddressFilter(names);
  // The URL may contain anything; the server refuses unknown values with a message.
  const filters = asked as Filters;
  const entries = useInfiniteQuery({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/audit/entries', {
          params: { query: { ...filters, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} wrap>
        <Select
          aria-label="结果"
          placeholder="全部结果"
          allowClear
          value={filters.outcome ?? null}
          onChange={(value) => change({ outcome: value })}
          options={[...outcomes]}
          style={{ width: 140 }}
        />
        {(['from', 'to'] as const).map((name) => (
          <DatePicker
            key={name}
            aria-label={name === 'from' ? '起始日期' : '截止日期'}
            placeholder={name === 'from' ? '起始日期' : '截止日期'}
            value={filters[name] ? dayjs(filters[name]) : null}
            onChange={(value) => change({ [name]: value?.format('YYYY-MM-DD') })}
          />
        ))}
      </Flex>
      <Loading query={entries}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Nothing>没有符合条件的记录，请放宽筛选。</Nothing>;
          return (
            <>
              <DataTable<Entry>
                label="审计记录"
                rowKey="id"
                dataSource={items}
                columns={[
                  { title: '时间', render: (_, { at }) => <span className="numeric">{instant(at)}</span> },
                  { title: '人员', render: (_, { actor }) => actor?.name ?? '未登录' },
                  { title: '操作', dataIndex: 'label' },
                  {
                    title: '结果',
                    render: (_, { outcome }) => (
                      <Tag color={outcome === 'done' ? 'green' : 'red'}>
                        {outcomes.find(({ value }) => value === outcome)?.label}
                      </Tag>
                    ),
                  },
                  { title: '地址', render: (_, { address }) => address ?? '—' },
                  { title: '对象', render: (_, { subject }) => subject?.id ?? '—' },
                  { title: '序号', align: 'right', dataIndex: 'seq' },
                ]}
              />
              {entries.hasNextPage ? (
                <Button onClick={() => void entries.fetchNextPage()} loading={entries.isFetchingNextPage}>
                  更早的记录
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
    </Flex>
  );
}
