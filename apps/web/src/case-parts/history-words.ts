/** The content of a history row with labels; also for rows that no event of a definition writes. */
import type { CaseHistory, Definition } from '../api/types.ts';
import type { Schema } from '../shared/schema.ts';
import { payloadSchema } from './words-of.ts';

const changedYear = { year: { title: '年份' }, documentNumber: { title: '依据文件' } };

const ownParts: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  'calendar.recomputed': {
    ...changedYear,
    together: { title: '同时变动', items: { properties: changedYear } },
    clocks: {
      title: '变动的期限',
      items: { properties: { label: { title: '期限' }, from: { title: '原到期日' }, to: { title: '新到期日' } } },
    },
  },
  'clock.lapsed': { label: { title: '期限' }, lastDay: { title: '最后一日' } },
  'clock.settled': { label: { title: '期限' }, on: { title: '办结日期' }, note: { title: '说明' } },
  'version.migrated': {
    from: { title: '原版本' },
    to: { title: '新版本' },
    orderedBy: { title: '批准人' },
    reason: { title: '理由' },
    changes: { title: '变动' },
  },
  'number.void': { number: { title: '文号' }, reason: { title: '理由' } },
};

/** Labels for the creation of a case that was imported from a register. */
const imported = {
  title: '台账补录',
  properties: { name: { title: '台账文件' }, line: { title: '行' }, file: { title: '文件哈希（SHA-256）' } },
};

/** A payload for `PayloadFields`: codes with an adjacent name are left out, keys of clocks become labels. */
export function rowFields(
  definition: Definition,
  { type, payload }: Pick<CaseHistory, 'type' | 'payload'>,
): { readonly schema: Schema | null; readonly value: unknown } {
  const own = ownParts[type];
  if (own !== undefined) return { schema: { properties: own }, value: named(definition, payload) };
  if (type === 'create') {
    const fields = definition.fields as Schema;
    const properties = { title: { title: '事项名称' }, ...fields.properties, import: imported };
    return { schema: { ...fields, properties }, value: payload };
  }
  const schema = payloadSchema(definition, type);
  if (!type.startsWith('task.')) return { schema, value: payload };
  const { task: _, ...value } = payload as { readonly task?: string };
  return { schema, value };
}

interface OwnPayload {
  readonly clock?: string;
  readonly clocks?: readonly { readonly key: string }[];
}

function named(definition: Definition, payload: unknown): unknown {
  const { clock: _, clocks, ...rest } = payload as OwnPayload;
  if (clocks === undefined) return rest;
  const labelOf = (key: string) => definition.clocks.find((clock) => clock.key === key)?.label ?? '期限';
  return { ...rest, clocks: clocks.map(({ key, ...dates }) => ({ label: labelOf(key), ...dates })) };
}
