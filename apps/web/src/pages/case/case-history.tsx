/** What happened, newest first, each step with what was sent and the hash that chains it to the one before. */
import { Flex, Tag, Timeline, Typography } from 'antd';
import { useMemo } from 'react';
import { usePeople } from '../../api/queries.ts';
import type { CaseHistory as Row, CaseView, Definition } from '../../api/types.ts';
import { Told } from '../../case-parts/told.tsx';
import { payloadSchema } from '../../case-parts/words-of.ts';
import { instant } from '../../shared/dates.ts';
import type { Schema } from '../../shared/schema-form.tsx';

interface CaseHistoryProps {
  readonly view: CaseView;
  readonly definition: Definition | undefined;
}

export function CaseHistory({ view, definition }: CaseHistoryProps) {
  const { data: people } = usePeople();
  const names = useMemo(() => namesIn(view, people ?? []), [view, people]);
  return (
    <Timeline
      items={[...view.history].reverse().map((row) => ({
        key: row.seq,
        color: row.actor === null ? 'gray' : 'blue',
        content: <Step row={row} definition={definition} names={names} />,
      }))}
    />
  );
}

interface StepProps {
  readonly row: Row;
  readonly definition: Definition | undefined;
  readonly names: Readonly<Record<string, string>>;
}

function Step({ row, definition, names }: StepProps) {
  const { seq, label, at, actor, onBehalfOf, from, to, overridden, numbers, hash } = row;
  const schema =
    row.type === 'create' ? withTitle(definition?.fields as Schema | undefined) : payloadSchema(definition, row.type);
  const stage = stageOf(definition, to);
  return (
    <Flex vertical gap={4} data-seq={seq}>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong>{label}</Typography.Text>
        <span>
          {actor?.name ?? '系统'}
          {onBehalfOf === undefined ? '' : `（代${onBehalfOf.name}）`}
        </span>
        <Typography.Text type="secondary" className="numeric">
          {instant(at)}
        </Typography.Text>
        {stage !== null && stage !== stageOf(definition, from) ? <Tag variant="outlined">进入“{stage}”</Tag> : null}
        {numbers.map((number) => (
          <Tag key={number} variant="outlined" className="numeric">
            {number}
          </Tag>
        ))}
      </Flex>
      <Told schema={schema} value={row.payload} names={names} />
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

/** What a new case is given besides the fields of its category. */
function withTitle(fields: Schema | undefined): Schema {
  return { ...fields, properties: { title: { title: '事项名称' }, ...fields?.properties } };
}

/** The stages of a state path; parallel states are joined by ` + `. */
export function stageOf(definition: Definition | undefined, state: string | null): string | null {
  if (state === null || definition === undefined) return null;
  const stages = state
    .split(' + ')
    .map((path) => definition.states.find((each) => each.path === path)?.stage ?? null)
    .filter((stage) => stage !== null);
  return stages.length === 0 ? null : [...new Set(stages)].join('、');
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
