/** The content of a history row with labels; also for rows that no event of a definition writes. */
import type { CaseHistory, Definition } from '../api/types.ts';
import { notRecorded } from '../shared/recorded-words.ts';
import type { Schema } from '../shared/schema.ts';
import { payloadSchema } from './words-of.ts';

const changedYear = { year: { title: '年份' }, documentNumber: { title: '依据文件' } };

/** Labels of what a register says of a matter, in the order in which they are shown. */
export const recordLabels = {
  unit: '送审单位',
  receivedOn: '收件日期',
  acceptedOn: '受理日期',
  reviewer: '审查人',
  adviser: '法律顾问',
  conclusion: '结论',
  number: '意见书文号',
  concludedOn: '审结日期',
  filedOn: '备案日期',
  status: '状态',
  note: '备注',
} as const;

const registerLine: Readonly<Record<string, Schema>> = {
  source: { title: '来源' },
  title: { title: '事项名称' },
  record: {
    title: '台账记载',
    properties: Object.fromEntries(Object.entries(recordLabels).map(([key, title]) => [key, { title }])),
  },
  said: { title: '原始记载' },
  sha256: { title: '台账文件的校验值（SHA-256）' },
};

/** Labels of what an earlier import had generated. */
const generated: Schema = {
  title: '旧版导入生成、已不作为依据的内容',
  properties: {
    opinion: { title: '意见（条）' },
    fact: { title: '统计事实（条）' },
    task: { title: '待办（条）' },
    clock: { title: '期限（条）' },
    timer: { title: '定时（条）' },
    case_access: { title: '查阅权限（条）' },
    document: { title: '以台账代替的材料（份）' },
  },
};

const lastGenerated = { until: { title: '旧版导入生成的最后一条记录' } };

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
  'register.record': registerLine,
  'register.completed': registerLine,
  'register.converted': { ...lastGenerated, generated, ...registerLine },
  'register.generated': lastGenerated,
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
  if (type === 'record.dates') {
    return { schema: (definition.recordedDates?.payload ?? null) as Schema | null, value: payload };
  }
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

interface RegisterLine {
  readonly record: Readonly<Record<string, string | null>>;
  readonly file: { readonly name: string; readonly sha256: string; readonly sheet: string | null };
  readonly line: number;
  readonly said: readonly { readonly heading: string; readonly text: string }[];
}

/** The line of the register in words; every cell with its heading. */
function lineInWords({ file, line, said, record, ...rest }: RegisterLine): object {
  const sheet = file.sheet === null ? '' : `工作表“${file.sheet}”`;
  return {
    ...rest,
    record: Object.fromEntries(Object.entries(record).map(([key, value]) => [key, value ?? notRecorded])),
    source: `据台账“${file.name}”${sheet}第${line}行补录`,
    said: said.map(({ heading, text }, index) => `${heading === '' ? `第 ${index + 1} 列` : heading}：${text}`),
    sha256: file.sha256,
  };
}

interface OwnPayload {
  readonly clock?: string;
  readonly clocks?: readonly { readonly key: string }[];
}

function named(definition: Definition, payload: unknown): unknown {
  if (typeof payload === 'object' && payload !== null && 'said' in payload) return lineInWords(payload as RegisterLine);
  const { clock: _, clocks, ...rest } = payload as OwnPayload;
  if (clocks === undefined) return rest;
  const labelOf = (key: string) => definition.clocks.find((clock) => clock.key === key)?.label ?? '期限';
  return { ...rest, clocks: clocks.map(({ key, ...dates }) => ({ label: labelOf(key), ...dates })) };
}
