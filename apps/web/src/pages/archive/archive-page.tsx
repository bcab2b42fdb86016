import type { ArchivedCase as Archived, HandOverRequest as HandOver, ProofPack as Pack } from '@lawgate/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Progress, Select, Tag, Typography } from 'antd';
import { useRef, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { answered, api, newCommandKey } from '../../api/client.ts';
import { useDefinitions } from '../../api/queries.ts';
import { hasRole, useMe } from '../../session/session.tsx';
import { DataTable } from '../../shared/data-table.tsx';
import { fullDate, instant } from '../../shared/dates.ts';
import { FormDialog } from '../../shared/form-dialog.tsx';
import { Loading, Nothing, Page } from '../../shared/page.tsx';
import { ProblemAlert } from '../../shared/problem-alert.tsx';
import { Sections } from '../../shared/sections.tsx';

/** Archived cases with their retention, hand-overs, and proof packs of selected cases. */
export default function ArchivePage() {
  const [search, setSearch] = useSearchParams();
  return (
    <Page title="档案">
      <Sections
        label="栏目"
        active={search.get('tab') ?? 'cases'}
        onChange={(tab) => setSearch({ tab })}
        items={[
          { key: 'cases', label: '已归档', children: <ArchivedCases /> },
          { key: 'hand-overs', label: '移交', children: <HandOvers /> },
          { key: 'packs', label: '履职证明包', children: <Packs /> },
        ]}
      />
    </Page>
  );
}

function ArchivedCases() {
  const me = useMe();
  const definitions = useDefinitions();
  const [year, setYear] = useState<number | null>(null);
  const [category, setCategory] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialogOpen, setDialogOpen] = useState(false);
  const thisYear = new Date().getFullYear();
  const archive = useInfiniteQuery({
    queryKey: ['archive', year, category],
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/archive', {
          params: {
            query: {
              ...(year === null ? {} : { year }),
              ...(category === null ? {} : { category }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Flex vertical gap={12}>
      <Flex gap={8} wrap>
        <Select
          aria-label="归档年份"
          placeholder="全部年份"
          allowClear
          value={year}
          onChange={(value) => setYear(value ?? null)}
          options={Array.from({ length: 10 }, (_, index) => ({
            value: thisYear - index,
            label: `${thisYear - index}年归档`,
          }))}
          style={{ width: 150 }}
        />
        <Select
          aria-label="类别"
          placeholder="全部类别"
          allowClear
          value={category}
          onChange={(value) => setCategory(value ?? null)}
          options={(definitions.data ?? []).map(({ key, label }) => ({ value: key, label }))}
          style={{ width: 170 }}
        />
        {hasRole(me, 'archivist') ? (
          <Button disabled={chosen.length === 0} onClick={() => setDialogOpen(true)}>
            移交所选（{chosen.length} 件）
          </Button>
        ) : null}
        <OrderPack caseIds={chosen} />
      </Flex>
      <Loading query={archive}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Nothing>没有已归档的案件。案件备案后由档案员归档。</Nothing>;
          return (
            <>
              <DataTable<Archived>
                label="已归档的案件"
                rowKey="id"
                dataSource={items}
                rowSelection={{
                  selectedRowKeys: [...chosen],
                  onChange: (selected) => setChosen(selected.map(String)),
                  getCheckboxProps: ({ title }) => ({ 'aria-label': `选择${title}` }) as never,
                  getTitleCheckboxProps: () => ({ 'aria-label': '选择全部' }) as never,
                }}
                columns={[
                  { title: '档号', render: (_, { fileNumber }) => fileNumber ?? '—' },
                  { title: '事项', render: (_, { id, title }) => <Link to={`/cases/${id}`}>{title}</Link> },
                  { title: '类别', dataIndex: 'categoryLabel' },
                  { title: '文号', render: (_, { number }) => number ?? '—' },
                  { title: '归档', render: (_, { archivedOn }) => fullDate(archivedOn) },
                  {
                    title: '保管期限',
                    render: (_, { retention }) => (
                      <>
                        {retention.label}
                        {retention.due ? <Tag color="orange">可鉴定销毁</Tag> : null}
                      </>
                    ),
                  },
                  { title: '移交', render: (_, { handedOver }) => handedOver?.receiver ?? '未移交' },
                ]}
              />
              {archive.hasNextPage ? (
                <Button onClick={() => void archive.fetchNextPage()} loading={archive.isFetchingNextPage}>
                  更多案件
                </Button>
              ) : null}
            </>
          );
        }}
      </Loading>
      {dialogOpen ? (
        <HandOverDialog
          caseIds={chosen}
          onClose={() => setDialogOpen(false)}
          onDone={() => {
            setDialogOpen(false);
            setChosen([]);
          }}
        />
      ) : null}
    </Flex>
  );
}

interface HandOverDialogProps {
  readonly caseIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function HandOverDialog({ caseIds, onClose, onDone }: HandOverDialogProps) {
  const queries = useQueryClient();
  const [form] = Form.useForm<HandOver>();
  const commandKey = useRef(newCommandKey());
  const send = useMutation({
    mutationFn: ({ receiver, note }: HandOver) =>
      answered(
        api.POST('/api/archive/hand-overs', {
          params: { header: { 'Idempotency-Key': commandKey.current } },
          body: { caseIds: [...caseIds], receiver, ...(note ? { note } : {}) },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['archive'] });
      void queries.invalidateQueries({ queryKey: ['hand-overs'] });
      onDone();
    },
  });
  return (
    <FormDialog
      title={`移交 ${caseIds.length} 件档案`}
      open
      form={form}
      okText="移交"
      busy={send.isPending}
      error={send.error}
      onFinish={(values) => send.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="receiver" label="接收单位" rules={[{ required: true, message: '请填写接收单位' }]}>
        <Input maxLength={200} placeholder="县档案馆" />
      </Form.Item>
      <Form.Item name="note" label="说明">
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

function HandOvers() {
  const found = useQuery({ queryKey: ['hand-overs'], queryFn: () => answered(api.GET('/api/archive/hand-overs')) });
  return (
    <Loading query={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>还没有移交过档案。在“已归档”中选择案件后移交。</Nothing>
        ) : (
          <DataTable<(typeof items)[number]>
            label="移交记录"
            rowKey="id"
            dataSource={items}
            columns={[
              { title: '接收单位', dataIndex: 'receiver' },
              { title: '件数', align: 'right', dataIndex: 'cases' },
              { title: '移交人', render: (_, { by, at }) => `${by.name} ${instant(at)}` },
              { title: '说明', render: (_, { note }) => note ?? '' },
              {
                title: '清单',
                render: (_, { id, name }) => (
                  <a href={`/api/archive/hand-overs/${id}/content`} download>
                    {name}
                  </a>
                ),
              },
            ]}
          />
        )
      }
    </Loading>
  );
}

function OrderPack({ caseIds }: { caseIds: readonly string[] }) {
  const queries = useQueryClient();
  const commandKey = useRef(newCommandKey());
  const order = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/proof-packs', {
          params: { header: { 'Idempotency-Key': commandKey.current } },
          body: { caseIds: [...caseIds] },
        }),
      ),
    onSuccess: () => {
      commandKey.current = newCommandKey();
      void queries.invalidateQueries({ queryKey: ['proof-packs'] });
    },
  });
  return (
    <>
      <Button disabled={caseIds.length === 0} onClick={() => order.mutate()} loading={order.isPending}>
        制作履职证明包
      </Button>
      {order.error === null ? null : <ProblemAlert error={order.error} />}
      {order.data === undefined ? null : (
        <Typography.Text type="success" role="status">
          正在制作，见<Link to="/archive?tab=packs">履职证明包</Link>。
        </Typography.Text>
      )}
    </>
  );
}

const packStates = {
  ordered: '等待制作',
  making: '正在制作',
  done: '可下载',
  failed: '没有做成',
  expired: '已过期',
} as const;

function Packs() {
  const packs = useQuery({
    queryKey: ['proof-packs'],
    queryFn: () => answered(api.GET('/api/proof-packs')),
    refetchInterval: ({ state }) =>
      state.data?.items.some((pack) => pack.state === 'ordered' || pack.state === 'making') ? 1000 : false,
  });
  return (
    <Card size="small">
      <Typography.Paragraph type="secondary">
        每件案件一个压缩包，含全部材料、文书、意见、期限和经过，附离线核验页。
      </Typography.Paragraph>
      <Loading query={packs}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>还没有制作过。在“已归档”中选择案件，或者在案件页制作。</Nothing>
          ) : (
            <DataTable<Pack>
              label="履职证明包"
              rowKey="id"
              dataSource={items}
              columns={[
                {
                  title: '案件',
                  render: (_, { cases, progress }) =>
                    `${cases[0]?.title ?? ''}${progress.of > 1 ? `等 ${progress.of} 件` : ''}`,
                },
                {
                  title: '状态',
                  render: (_, { state, progress, problem }) =>
                    state === 'making' ? (
                      <Progress
                        percent={Math.round((progress.done / Math.max(progress.of, 1)) * 100)}
                        size="small"
                        aria-label="制作进度"
                        style={{ width: 120 }}
                      />
                    ) : (
                      <Tag>{problem ?? packStates[state]}</Tag>
                    ),
                },
                { title: '申请', render: (_, { askedBy, askedAt }) => `${askedBy.name} ${instant(askedAt)}` },
                {
                  title: '封签（SM3）',
                  render: (_, { seal }) => (seal === null ? '—' : <code>{seal.slice(0, 16)}…</code>),
                },
                {
                  title: '下载',
                  render: (_, { id, state, name }) =>
                    state === 'done' ? (
                      <a href={`/api/proof-packs/${id}/content`} download>
                        {name}
                      </a>
                    ) : null,
                },
              ]}
            />
          )
        }
      </Loading>
    </Card>
  );
}
