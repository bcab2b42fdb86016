/** A migration of open cases between two versions: tried, ordered, followed. */
import type { DefinitionMigrationOrder, MigratedCase } from '@lawgate/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Flex, Grid, Progress, Tag, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { answered, api } from '../../api/client.ts';
import { DataTable } from '../../shared/data-table.tsx';
import { instant } from '../../shared/dates.ts';
import { Loading, Nothing } from '../../shared/page.tsx';
import { ReasonDialog } from '../../shared/reason-dialog.tsx';

export const versionsKey = ['versions'] as const;

export const orderStates = { waiting: '等待', running: '进行中', done: '已完成', failed: '未完成' } as const;

const outcomes = {
  waiting: { label: '尚未迁移', color: 'default' },
  migrated: { label: '已迁移', color: 'green' },
  kept: { label: '不能迁移', color: 'red' },
  left: { label: '已另行办理', color: 'default' },
} as const;

interface TrialProps {
  readonly category: string;
  readonly from: number;
  readonly to: number;
  readonly onOrdered: (id: string) => void;
  readonly onClose: () => void;
}

/** What would happen to each open case, and the one button that does it. */
export function MigrationTrial({ category, from, to, onOrdered, onClose }: TrialProps) {
  const queries = useQueryClient();
  const [confirming, setConfirming] = useState(false);
  const path = { key: category };
  const trial = useQuery({
    queryKey: [...versionsKey, 'trial', category, from, to],
    queryFn: () => answered(api.POST('/api/definitions/{key}/migrations', { params: { path }, body: { from, to } })),
    // Cases go on between two looks.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const order = useMutation({
    mutationFn: (reason: string) =>
      answered(
        api.POST('/api/definitions/{key}/migrations', { params: { path }, body: { from, to, write: true, reason } }),
      ),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: versionsKey, exact: true });
      if ('id' in answer) onOrdered(answer.id);
    },
  });
  const title = `试算：第${from}版 → 第${to}版`;
  return (
    <section aria-label={title}>
      <Flex vertical gap={12}>
        <Typography.Title level={3} style={{ fontSize: 15, margin: 0 }}>
          {title}
        </Typography.Title>
        <Loading query={trial}>
          {({ cases }) => {
            const movable = cases.filter(({ refusals }) => refusals.length === 0).length;
            const kept = cases.length - movable;
            if (cases.length === 0) return <Nothing>这个版本已经没有在办案件，不需要迁移。</Nothing>;
            return (
              <>
                <Typography.Text>
                  可以迁移 {movable} 件，不能迁移 {kept} 件。试算没有改动任何案件。
                </Typography.Text>
                <Cases cases={keptFirst(cases)} hasOutcome={false} />
                <Flex gap={8} wrap>
                  <Button type="primary" disabled={movable === 0} onClick={() => setConfirming(true)}>
                    迁移 {movable} 件
                  </Button>
                  <Button onClick={() => void trial.refetch()} loading={trial.isFetching}>
                    重新试算
                  </Button>
                  <Button onClick={onClose}>不迁移</Button>
                </Flex>
                {confirming ? (
                  <ReasonDialog
                    title={`把 ${movable} 件由第${from}版迁移到第${to}版`}
                    okText={`迁移 ${movable} 件`}
                    missing="请填写理由，如启用新版本的文号"
                    extra={`每件单独迁移，理由和变化记入该案的办理经过。迁移后不能撤销，只能再迁移到其他版本。${kept === 0 ? '' : `不能迁移的 ${kept} 件仍按第${from}版办理。`}`}
                    busy={order.isPending}
                    error={order.error}
                    onReason={(reason) => order.mutate(reason)}
                    onClose={() => setConfirming(false)}
                  />
                ) : null}
              </>
            );
          }}
        </Loading>
      </Flex>
    </section>
  );
}

const keptFirst = (cases: readonly MigratedCase[]): readonly MigratedCase[] =>
  cases.toSorted((a, b) => Number(a.refusals.length === 0) - Number(b.refusals.length === 0));

/** An order that the worker carries out; the page can be left and looked at later. */
export function MigrationProgress({ category, id }: { category: string; id: string }) {
  const queries = useQueryClient();
  const order = useQuery({
    queryKey: [...versionsKey, 'order', id],
    queryFn: () =>
      answered(api.GET('/api/definitions/{key}/migrations/{id}', { params: { path: { key: category, id } } })),
    refetchInterval: ({ state }) => (state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000),
  });
  const state = order.data?.state;
  useEffect(() => {
    if (state === 'done' || state === 'failed') void queries.invalidateQueries({ queryKey: versionsKey, exact: true });
  }, [queries, state]);
  return <Loading query={order}>{(data) => <Result order={data} />}</Loading>;
}

function Result({ order }: { order: DefinitionMigrationOrder }) {
  const { from, to, state, counts, cases, orderedBy, orderedAt, finishedAt } = order;
  const { total, waiting, migrated, kept, left } = counts;
  const title = `迁移：第${from}版 → 第${to}版`;
  const percent = total === 0 ? (state === 'done' ? 100 : 0) : Math.round(((total - waiting) / total) * 100);
  return (
    <section aria-label={title}>
      <Flex vertical gap={12}>
        <Typography.Title level={3} style={{ fontSize: 15, margin: 0 }}>
          {title}
        </Typography.Title>
        <Progress percent={percent} status={state === 'failed' ? 'exception' : 'normal'} aria-label="迁移进度" />
        <Typography.Text>
          {orderStates[state]}：共 {total} 件，已迁移 {migrated} 件，不能迁移 {kept} 件
          {left === 0 ? '' : `，已另行办理 ${left} 件`}
          {waiting === 0 ? '' : `，尚未迁移 ${waiting} 件`}。{orderedBy.name} {instant(orderedAt)} 下达
          {finishedAt === null ? '' : `，${instant(finishedAt)} 结束`}。
        </Typography.Text>
        {state === 'failed' ? (
          <Alert
            type="error"
            showIcon
            title="有案件因程序或数据库故障没有迁移"
            description={
              <>
                原因见<Link to="/administration/jobs">后台任务</Link>
                。排除故障后在那里重试，已迁移的案件不会再迁移一次。
              </>
            }
          />
        ) : null}
        {state === 'done' && kept > 0 ? (
          <Alert
            type="warning"
            showIcon
            title={`${kept} 件仍按第${from}版办理，可以继续办结`}
            description="原因和处理办法见下表。处理后再试算、迁移一次；系统管理员看不到案件内容，可复制链接交给承办人或司法所所长。"
          />
        ) : null}
        {cases.length === 0 ? null : <Cases cases={cases} hasOutcome />}
        {cases.length < total ? (
          <Typography.Text type="secondary">
            只列出前 {cases.length} 件，其余 {total - cases.length} 件见件数。
          </Typography.Text>
        ) : null}
      </Flex>
    </section>
  );
}

interface CasesProps {
  readonly cases: readonly MigratedCase[];
  /** False for a dry run, which has none yet. */
  readonly hasOutcome: boolean;
}

/** The administrator reads no case: each is named by its day and id, with a link for those who do. */
function Cases({ cases, hasOutcome }: CasesProps) {
  const wide = Grid.useBreakpoint().md ?? true;
  return wide ? (
    <CasesTable cases={cases} hasOutcome={hasOutcome} />
  ) : (
    <CaseCards cases={cases} hasOutcome={hasOutcome} />
  );
}

function CasesTable({ cases, hasOutcome }: CasesProps) {
  const outcome = { title: '结果', width: 100, render: (_: unknown, each: MigratedCase) => <Outcome {...each} /> };
  return (
    <DataTable<MigratedCase>
      label="案件"
      rowKey="caseId"
      dataSource={[...cases]}
      columns={[
        { title: '事项', width: 190, render: (_, each) => <CaseName {...each} /> },
        ...(hasOutcome ? [outcome] : []),
        { title: '从', width: 110, dataIndex: 'stage' },
        { title: '到', width: 110, render: (_, { toStage }) => toStage ?? '—' },
        { title: '变化', width: 260, render: (_, each) => <Changes {...each} /> },
        {
          title: '不能迁移的原因',
          width: 300,
          render: (_, { refusals }) => (refusals.length === 0 ? '—' : <Reasons refusals={refusals} />),
        },
      ]}
    />
  );
}

/** On a phone the reason would be three screens to the right. */
function CaseCards({ cases, hasOutcome }: CasesProps) {
  return (
    <Flex vertical gap={8} component="ul" style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {cases.map((each) => (
        <li key={each.caseId}>
          <Card size="small">
            <Flex vertical gap={6}>
              <Flex justify="space-between" align="start" gap={8}>
                <CaseName {...each} />
                {hasOutcome ? <Outcome {...each} /> : null}
              </Flex>
              <span>{each.toStage === null ? each.stage : `${each.stage} → ${each.toStage}`}</span>
              {each.refusals.length === 0 ? <Changes {...each} /> : <Reasons refusals={each.refusals} />}
            </Flex>
          </Card>
        </li>
      ))}
    </Flex>
  );
}

function Outcome({ outcome }: MigratedCase) {
  const { color, label } = outcomes[outcome];
  return <Tag color={color}>{label}</Tag>;
}

/** The reason says what to do; its rule is explained in the manual. */
function Reasons({ refusals }: Pick<MigratedCase, 'refusals'>) {
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {refusals.map(({ rule, message }) => (
        <li key={rule + message} data-rule={rule}>
          {message}
          <Typography.Text type="secondary" style={{ display: 'block', fontSize: 13 }}>
            规则：{rule}
          </Typography.Text>
        </li>
      ))}
    </ul>
  );
}

function CaseName({ caseId, createdAt }: MigratedCase) {
  return (
    <Flex vertical>
      <span>{createdAt === '' ? '' : `${instant(createdAt)} 新建`}</span>
      <Typography.Text
        code
        copyable={{ text: `${location.origin}/cases/${caseId}`, tooltips: ['复制案件链接', '已复制'] }}
      >
        {`…${caseId.slice(-8)}`}
      </Typography.Text>
    </Flex>
  );
}

/** The state has its own columns. */
function Changes({ parts, refusals }: MigratedCase) {
  const shown = parts.filter(({ part }) => part !== 'state');
  if (shown.length === 0) return refusals.length > 0 ? '—' : '只改变适用的版本';
  return (
    <ul style={{ margin: 0, paddingInlineStart: 18 }}>
      {shown.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
