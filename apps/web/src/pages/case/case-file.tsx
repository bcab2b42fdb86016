/** The file of the case: what is in it in order, and the pack that proves what everybody did. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Progress, Table, Typography } from 'antd';
import { useRef } from 'react';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import type { Answer, CaseView } from '../../api/types.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';

type Index = Answer<'/api/cases/{id}/file-index'>;

export default function CaseFile({ view }: { view: CaseView }) {
  const me = useMe();
  const index = useQuery({
    queryKey: [...keys.case(view.id), 'file-index'],
    queryFn: () => answered(api.GET('/api/cases/{id}/file-index', { params: { path: { id: view.id } } })),
  });
  return (
    <Flex vertical gap={16}>
      {hasRole(me, 'director', 'leader', 'archivist') ? <ProofPack view={view} /> : null}
      <Loading query={index}>{(found) => <FileIndex index={found} />}</Loading>
    </Flex>
  );
}

function FileIndex({ index: { items, pages, missing } }: { index: Index }) {
  if (items.length === 0) return <Nothing>卷内还没有文件。</Nothing>;
  return (
    <section aria-labelledby="file-index">
      <Typography.Title level={2} id="file-index" style={{ fontSize: 16 }}>
        卷内目录
      </Typography.Title>
      <Typography.Paragraph type="secondary">
        共 {items.length} 件{pages === null ? `，${missing} 件尚未登记页数` : `，${pages} 页`}。
      </Typography.Paragraph>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={items}
        aria-label="卷内目录"
        columns={[
          { title: '序号', dataIndex: 'seq', className: 'numeric' },
          { title: '题名', dataIndex: 'name' },
          { title: '种类', dataIndex: 'label' },
          { title: '文号', dataIndex: 'number', render: (number: string | null) => number ?? '' },
          { title: '责任者', dataIndex: 'by' },
          { title: '日期', dataIndex: 'at', render: (at: string) => instant(at), className: 'numeric' },
          {
            title: '页码',
            key: 'pages',
            className: 'numeric',
            render: (_: unknown, { from, to }: Index['items'][number]) =>
              from === null || to === null ? '' : from === to ? from : `${from}–${to}`,
          },
        ]}
      />
    </section>
  );
}

/** Milliseconds between looks at a pack that is being made. */
const soon = 2000;

function ProofPack({ view }: { view: CaseView }) {
  const key = useRef(newCommandKey());
  const order = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/proof-packs', {
          params: { header: { 'Idempotency-Key': key.current } },
          body: { caseIds: [view.id] },
        }),
      ),
    onSuccess: () => {
      key.current = newCommandKey();
    },
  });
  const id = order.data?.id;
  const pack = useQuery({
    queryKey: ['proof-pack', id ?? ''],
    queryFn: () => answered(api.GET('/api/proof-packs/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.state === 'ordered' || state.data?.state === 'making' || state.data === undefined ? soon : false,
  });
  const made = pack.data ?? order.data;
  return (
    <Card size="small" title={<h2 style={{ margin: 0, fontSize: 16 }}>履职证明包</h2>}>
      <Flex vertical gap={8} align="start">
        <Typography.Text>
          汇集本案全部材料、文书、意见、期限和办理记录，离线即可校验。后台制作，可以离开本页。
        </Typography.Text>
        <div role="status">
          {made === undefined ? null : made.state === 'done' ? (
            <Button type="primary" href={`/api/proof-packs/${made.id}/content`} download={made.name}>
              下载 {made.name}
            </Button>
          ) : made.state === 'failed' ? (
            <Alert type="error" showIcon title={made.problem ?? '制作失败，请重试。'} />
          ) : (
            <Progress
              percent={Math.round((made.progress.done / Math.max(1, made.progress.of)) * 100)}
              aria-label="证明包制作进度"
              style={{ width: 240 }}
            />
          )}
        </div>
        <Button onClick={() => order.mutate()} loading={order.isPending}>
          {made === undefined ? '制作证明包' : '重新制作'}
        </Button>
        {order.error === null ? null : <ProblemAlert error={order.error} />}
      </Flex>
    </Card>
  );
}
