/**
 * 卷内目录: the items of the file in order, with their pages. Page counts that could not be determined are entered by the
 * archivist.
 */
import type { FileIndex as Index } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, InputNumber, Typography } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { CaseView } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

type Item = Index['items'][number];
/** Page counts by item, while they are being typed. */
type Counts = Readonly<Record<string, number | null>>;

export function FileIndex({ view }: { view: CaseView }) {
  const me = useMe();
  const queries = useQueryClient();
  const queryKey = [...keys.case(view.id), 'file-index'];
  const index = useQuery({
    queryKey,
    queryFn: () => answered(api.GET('/api/cases/{id}/file-index', { params: { path: { id: view.id } } })),
  });
  const [counts, setCounts] = useState<Counts | null>(null);
  const count = useMutation({
    mutationFn: (pages: { id: string; pages: number }[]) =>
      answered(api.PUT('/api/cases/{id}/file-index', { params: { path: { id: view.id } }, body: { pages } })),
    onSuccess: (counted) => {
      queries.setQueryData(queryKey, counted);
      setCounts(null);
    },
  });
  const mayCount = hasRole(me, 'archivist') && view.organisation.id === me.organisation.id;
  const stop = () => {
    count.reset();
    setCounts(null);
  };
  const save = (items: readonly Item[]) => {
    const changed = items.flatMap(({ id, pages }) => {
      const typed = counts?.[id] ?? null;
      return typed === null || typed === pages ? [] : [{ id, pages: typed }];
    });
    if (changed.length === 0) stop();
    else count.mutate(changed);
  };
  return (
    <section aria-labelledby="file-index">
      <Typography.Title level={2} id="file-index" style={{ fontSize: 16 }}>
        卷内目录
      </Typography.Title>
      <Loading query={index}>
        {({ items, pages, missing }) =>
          items.length === 0 ? (
            <Nothing>
              {view.recorded === null
                ? '卷内还没有文件。报送的材料和生成的文书会自动编入。'
                : '卷内还没有文件。补充的扫描件会自动编入。'}
            </Nothing>
          ) : (
            <Flex vertical gap={12}>
              <Typography.Text type="secondary">
                共 {items.length} 件
                {pages === null ? `，${missing} 件的页数待档案员登记，之后的页码暂不编排` : `，${pages} 页`}。
              </Typography.Text>
              {mayCount ? (
                <Flex gap={8} className="no-print">
                  {counts === null ? (
                    <Button onClick={() => setCounts({})}>登记页数</Button>
                  ) : (
                    <>
                      <Button type="primary" onClick={() => save(items)} loading={count.isPending}>
                        保存页数
                      </Button>
                      <Button onClick={stop}>取消</Button>
                    </>
                  )}
                </Flex>
              ) : null}
              {count.error === null ? null : (
                <div role="alert">
                  <ProblemAlert error={count.error} />
                </div>
              )}
              <Items
                items={items}
                counts={counts}
                onCount={(id, typed) => setCounts((before) => ({ ...before, [id]: typed }))}
              />
            </Flex>
          )
        }
      </Loading>
    </section>
  );
}

interface ItemsProps {
  readonly items: readonly Item[];
  /** Null while nobody counts. */
  readonly counts: Counts | null;
  readonly onCount: (id: string, pages: number | null) => void;
}

function Items({ items, counts, onCount }: ItemsProps) {
  return (
    <DataTable<Item>
      label="卷内目录"
      rowKey="id"
      dataSource={items}
      columns={[
        { title: '序号', dataIndex: 'seq', className: 'numeric' },
        { title: '题名', render: (_, item) => <Name item={item} /> },
        { title: '种类', render: (_, { source, label }) => (source === 'papers' ? '文书' : label) },
        { title: '文号', render: (_, { number }) => number ?? '' },
        { title: '责任者', dataIndex: 'by' },
        { title: '日期', render: (_, { at }) => instant(at), className: 'numeric' },
        {
          title: '页数',
          className: 'numeric',
          render: (_, { id, name, pages }) =>
            counts === null ? (
              (pages ?? '未登记')
            ) : (
              <InputNumber
                min={1}
                max={100_000}
                precision={0}
                value={id in counts ? (counts[id] ?? null) : pages}
                onChange={(typed) => onCount(id, typed)}
                aria-label={`${name}的页数`}
                style={{ width: 90 }}
              />
            ),
        },
        {
          title: '页码',
          className: 'numeric',
          render: (_, { from, to }) => (from === null || to === null ? '' : from === to ? from : `${from}–${to}`),
        },
      ]}
    />
  );
}

function Name({ item: { id, source, name } }: { item: Item }) {
  return (
    <div style={{ maxWidth: 420, overflowWrap: 'anywhere' }}>
      <Link to={source === 'documents' ? `?tab=documents&document=${id}` : `?tab=papers&paper=${id}`}>{name}</Link>
    </div>
  );
}
