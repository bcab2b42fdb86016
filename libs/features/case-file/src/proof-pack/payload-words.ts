/** Payloads of events with the labels of their forms: labels and choices come from the schema of the definition. */
import { datesEntered, lapsed, settled, type DefinitionDescription } from '@lawgate/engine';
import {
  completed,
  converted,
  generatedRows,
  migrated,
  numberVoided,
  recomputed,
  recorded,
  type OwnPayloads,
} from '@lawgate/cases';

type JsonSchema = DefinitionDescription['fields'];

/** One line of a filled-in form. */
export interface FilledLine {
  readonly label: string;
  readonly value: string;
}

/** Labels of properties without a title in the schema, and of the properties of a creation besides its fields. */
const plainLabels: Readonly<Record<string, string>> = {
  title: '事项名称',
  points: '要点',
  point: '审查项目',
  finding: '结果',
  items: '补正事项',
  urgent: '紧急办理',
};

/** What a register says of a matter, in the order in which it is shown. */
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

const registerLine = {
  file: {
    title: '台账文件',
    properties: { name: { title: '名称' }, sha256: { title: '哈希（SHA-256）' }, sheet: { title: '工作表' } },
  },
  line: { title: '台账行' },
  said: { title: '台账所载', items: { properties: { heading: { title: '栏目' }, text: { title: '内容' } } } },
  record: {
    title: '记载',
    properties: Object.fromEntries(
      Object.entries(recordLabels).map(([key, title]) => [key, { title, 'x-absent': '未记载' }]),
    ),
  },
};

const changedYear = { year: { title: '年份' }, documentNumber: { title: '依据文件' } };

/** Labels of history rows that no event of a definition writes, for properties that the definition does not label. */
function ownParts(clock: JsonSchema): Readonly<Record<keyof OwnPayloads, Readonly<Record<string, JsonSchema>>>> {
  const label = { title: '期限名称' };
  return {
    create: {
      import: {
        title: '台账补录',
        properties: { name: { title: '台账文件' }, line: { title: '行' }, file: { title: '文件哈希（SHA-256）' } },
      },
    },
    [recomputed]: {
      ...changedYear,
      together: { title: '同时变动', items: { properties: changedYear } },
      clocks: {
        title: '变动的期限',
        items: { properties: { key: clock, from: { title: '原到期日' }, to: { title: '新到期日' } } },
      },
    },
    [lapsed]: { clock, label, lastDay: { title: '最后一日' } },
    [settled]: { clock, label, on: { title: '办结日期' }, note: { title: '说明' } },
    [migrated]: {
      from: { title: '原版本' },
      to: { title: '新版本' },
      orderedBy: { title: '批准人' },
      reason: { title: '理由' },
      changes: { title: '变动' },
    },
    [recorded]: registerLine,
    [completed]: registerLine,
    [converted]: {
      ...registerLine,
      until: { title: '旧版导入生成的最后一条记录' },
      generated: {
        title: '旧版导入生成、现已不作为依据的内容',
        properties: {
          opinion: { title: '意见（条）' },
          fact: { title: '统计事实（条）' },
          task: { title: '待办（条）' },
          clock: { title: '期限（条）' },
          timer: { title: '定时（条）' },
          case_access: { title: '查阅权限（条）' },
          document: { title: '以台账代替的材料（份）' },
        },
      },
    },
    [generatedRows]: { until: { title: '旧版导入生成的最后一条记录' } },
    [datesEntered]: {},
    [numberVoided]: { number: { title: '文号' }, reason: { title: '理由' } },
  };
}

/** The schema of the payload of a history row. */
export function payloadSchema(definition: DefinitionDescription | null, type: string): JsonSchema {
  const events = [...(definition?.events ?? []), ...(definition?.taskEvents ?? [])];
  const known = events.find((event) => event.type === type)?.payload;
  if (known !== undefined) return known;
  if (type === datesEntered && definition?.recordedDates != null) return definition.recordedDates.payload;
  const labels = Object.fromEntries((definition?.clocks ?? []).map(({ key, label }) => [key, label]));
  const own = ownParts({ title: '期限', 'x-labels': labels });
  const parts = Object.hasOwn(own, type) ? own[type as keyof OwnPayloads] : {};
  const fields = type === 'create' ? (definition?.fields['properties'] as object | undefined) : undefined;
  return { properties: { ...fields, ...parts } };
}

/** Every value of a payload with its label; nested values under the label of their group. */
export function filledLines(schema: JsonSchema | undefined, payload: unknown, prefix = ''): FilledLine[] {
  if (payload === null || typeof payload !== 'object') return [];
  return Object.entries(payload).flatMap(([key, value]): FilledLine[] => {
    const part = partOf(schema, key);
    const label = prefix + labelOf(part, key);
    if (Array.isArray(value)) {
      const items = part?.['items'] as JsonSchema | undefined;
      return value.flatMap((item, index) =>
        typeof item === 'object' && item !== null
          ? filledLines(items, item, `${label}${index + 1} · `)
          : [{ label: `${label}${index + 1}`, value: wordOf(items, item) }],
      );
    }
    if (typeof value === 'object' && value !== null) return filledLines(part, value, `${label} · `);
    return [{ label, value: wordOf(part, value) }];
  });
}

/** Statements that were confirmed and have only one valid answer: a promise, a declaration. */
export function statementsIn(schema: JsonSchema | undefined, payload: unknown): string[] {
  if (payload === null || typeof payload !== 'object') return [];
  return Object.entries(payload).flatMap(([key, value]) => {
    const part = partOf(schema, key);
    return value === true && part?.['const'] === true ? [labelOf(part, key)] : [];
  });
}

function partOf(schema: JsonSchema | undefined, key: string): JsonSchema | undefined {
  const parts = schema?.['properties'] as Readonly<Record<string, JsonSchema>> | undefined;
  return parts !== undefined && Object.hasOwn(parts, key) ? parts[key] : undefined;
}

function labelOf(part: JsonSchema | undefined, key: string): string {
  return typeof part?.['title'] === 'string' ? part['title'] : (plainLabels[key] ?? key);
}

function wordOf(part: JsonSchema | undefined, value: unknown): string {
  if (value === null) return typeof part?.['x-absent'] === 'string' ? part['x-absent'] : '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  const text = String(value);
  // A choice may be combined with a boolean.
  const choices = [part, ...((part?.['anyOf'] ?? []) as readonly JsonSchema[])];
  const labels = choices.map((choice) => choice?.['x-labels'] as Readonly<Record<string, string>> | undefined);
  return labels.find((each) => each !== undefined && Object.hasOwn(each, text))?.[text] ?? text;
}
