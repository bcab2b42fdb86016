/**
 * The history, newest first, each row with its payload and the hash that chains it to the previous one; between them
 * the events that rules refused.
 */
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Button, Flex, Tag, Timeline, Typography } from 'antd';
import { useMemo } from 'react';
import { answered, api } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { usePeople } from '../../api/queries.ts';
import type { CaseHistory as Row, CaseView, Definition } from '../../api/types.ts';
import { rowFields } from '../../case-parts/history-words.ts';
import { PayloadFields } from '../../case-parts/payload-fields.tsx';
import { withRefusals, type RefusalLine } from '../../case-parts/refusal-lines.ts';
import { instant } from '../../shared/dates.ts';
import { GeneratedTag } from '../../shared/not-recorded.tsx';
import { ProblemAlert, RefusalList } from '../../shared/problem-alert.tsx';

interface CaseHistoryProps {
  readonly view: CaseView;
  readonly definition: Definition;
}

export default function CaseHistory({ view, definition }: CaseHistoryProps) {
  const { data: people } = usePeople();
  const names = useMemo(() => namesIn(view, people ?? []), [view, people]);
  const refusals = useInfiniteQuery({
    queryKey: keys.refusals(view.id),
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/cases/{id}/refusals', {
          params: { path: { id: view.id }, query: pageParam === null ? {} : { cursor: pageParam } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const met = useMemo(() => refusals.data?.pages.flatMap(({ items }) => items) ?? [], [refusals.data]);
  return (
    <Flex vertical gap={16}>
      <Verification caseId={view.id} />
      {refusals.error === null ? null : <ProblemAlert error={refusals.error} onRetry={() => void refusals.refetch()} />}
      <Timeline
        items={withRefusals(view.history, met).map((each) =>
          'refusal' in each
            ? { key: each.refusal.id, color: 'red', content: <Refused line={each.refusal} /> }
            : {
                key: each.row.seq,
                color: each.row.actor === null || each.row.generated ? 'gray' : 'blue',
                content: <Step row={each.row} definition={definition} names={names} />,
              },
        )}
      />
      {refusals.hasNextPage ? (
        <div className="no-print">
          <Button onClick={() => void refusals.fetchNextPage()} loading={refusals.isFetchingNextPage}>
            更早被拒绝的办理
          </Button>
        </div>
      ) : null}
    </Flex>
  );
}

/** Verifies on the server that nothing was changed, and names what nothing covers. */
function Verification({ caseId }: { caseId: string }) {
  const verify = useMutation({
    mutationFn: () => answered(api.GET('/api/cases/{id}/verification', { params: { path: { id: caseId } } })),
  });
  return (
    <Flex gap={12} wrap align="center" className="no-print">
      <Button onClick={() => verify.mutate()} loading={verify.isPending}>
        校验记录链
      </Button>
      <span role="status">
        {verify.data === undefined ? null : verify.data.verified ? (
          <Typography.Text type="success">
            记录链完好，共 {verify.data.count} 条。
            {verify.data.notCovered.length === 0
              ? null
              : `较早版本写下、记录链没有反映的：${verify.data.notCovered.map(({ label }) => label).join('、')}。`}
          </Typography.Text>
        ) : (
          <Typography.Text type="danger">
            {verify.data.findings[0]?.reason}（共 {verify.data.broken} 处），请联系系统管理员和审计员。
          </Typography.Text>
        )}
      </span>
      {verify.error === null ? null : <ProblemAlert error={verify.error} />}
    </Flex>
  );
}

interface StepProps {
  readonly row: Row;
  readonly definition: Definition;
  readonly names: Readonly<Record<string, string>>;
}

function Step({ row, definition, names }: StepProps) {
  const { seq, label, at, actor, onBehalfOf, overridden, numbers, hash, generated } = row;
  const entered = enteredStages(definition, row);
  return (
    <Flex vertical gap={4} data-seq={seq} data-generated={generated ?? false}>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong delete={generated === true}>
          {label}
        </Typography.Text>
        {generated ? <GeneratedTag /> : null}
        <span>
          {actor?.name ?? '系统'}
          {onBehalfOf === undefined ? '' : `（代${onBehalfOf.name}）`}
        </span>
        <Typography.Text type="secondary" className="numeric">
          {instant(at)}
        </Typography.Text>
        {entered.length > 0 ? <Tag variant="outlined">进入“{entered.join('、')}”</Tag> : null}
        {numbers.map((number) => (
          <Tag key={number} variant="outlined" className="numeric">
            {number}
          </Tag>
        ))}
      </Flex>
      <PayloadFields {...rowFields(definition, row)} names={names} />
      {overridden.length === 0 ? null : (
        <Typography.Text type="warning">
          突破提示性规则：{overridden.map(({ reason }) => `理由：${reason}`).join('；')}
        </Typography.Text>
      )}
      <details>
        <summary>
          <Typography.Text type="secondary" style={{ fontSize: 12 }}>
            第 {seq} 步的校验值
          </Typography.Text>
        </summary>
        <Typography.Text code style={{ fontSize: 12, overflowWrap: 'anywhere' }}>
          {hash}
        </Typography.Text>
      </details>
    </Flex>
  );
}

/** An event that rules refused. It changed nothing, so it has no number in the chain. */
function Refused({ line: { by, label, at, event, refusals, times } }: { readonly line: RefusalLine }) {
  const earlier = times.slice(1);
  return (
    <Flex vertical gap={4} data-refused={event}>
      <Flex gap={8} wrap align="baseline">
        <Tag color="red">被拒绝</Tag>
        <Typography.Text>
          {by.name} {label}
        </Typography.Text>
        <Typography.Text type="secondary" className="numeric">
          {instant(at)}
        </Typography.Text>
      </Flex>
      <RefusalList refusals={refusals} />
      {earlier.length === 0 ? null : (
        <details>
          <summary>
            <Typography.Text type="secondary">同样的拒绝共 {times.length} 次</Typography.Text>
          </summary>
          <Typography.Text type="secondary" className="numeric">
            此前：{earlier.map(instant).join('、')}
          </Typography.Text>
        </details>
      )}
    </Flex>
  );
}

/** The stages that a step entered; parallel states are joined by ` + `, and most of them do not change. */
function enteredStages(definition: Definition, { from, to }: Row): string[] {
  const before = stagesOf(definition, from);
  return stagesOf(definition, to).filter((stage) => !before.includes(stage));
}

function stagesOf(definition: Definition, state: string | null): string[] {
  const paths = state === null ? [] : state.split(' + ');
  const stages = paths.map((path) => definition.states.find((each) => each.path === path)?.stage ?? null);
  return [...new Set(stages.filter((stage) => stage !== null))];
}

function namesIn(view: CaseView, people: readonly { id: string; name: string }[]): Record<string, string> {
  const known = [
    ...people,
    ...view.history.flatMap(({ actor }) => (actor === null ? [] : [actor])),
    ...view.opinions.map(({ by }) => by),
    ...view.tasks.flatMap(({ holder }) => (holder === null ? [] : [holder])),
  ];
  return Object.fromEntries(known.map(({ id, name }) => [id, name]));
}
