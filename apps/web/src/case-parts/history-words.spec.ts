import { describe, expect, it } from '@jest/globals';
import { ownPayloads } from '@lawgate/cases/own-rows-fixtures';
import type { Definition } from '../api/types.ts';
import { rowFields } from './history-words.ts';

interface Schema {
  readonly title?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The part of a definition from which labels are taken. */
const definition = {
  clocks: [{ key: 'review', label: '审查期限' }],
  events: [],
  taskEvents: [{ type: 'task.resolve', payload: { properties: { note: { title: '办理情况' } } } }],
  fields: { properties: {} },
  recordedDates: { payload: { properties: { on: { title: '签订日期' }, expiresOn: { title: '合同期满日期' } } } },
} as unknown as Definition;

/** Paths of everything that would be shown by its code. */
function unnamed(schema: Schema, value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unnamed(schema.items ?? {}, each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const part = schema.properties?.[key] ?? {};
    const own = /\p{Script=Han}/u.test(part.title ?? '') ? [] : [`${path}.${key}`];
    return [...own, ...unnamed(part, inner, `${path}.${key}`)];
  });
}

describe('a history row that no event of a definition writes', () => {
  it.each(Object.entries(ownPayloads))('%s has a Chinese label for every property', (type, payload) => {
    const { schema, value } = rowFields(definition, { type, payload: payload as Record<string, unknown> });
    expect(Object.keys(value as object).length).toBeGreaterThan(0);
    expect(unnamed(schema as Schema, value)).toEqual([]);
  });

  it('names a clock that a changed calendar moved', () => {
    const payload = ownPayloads['calendar.recomputed'];
    const { value } = rowFields(definition, { type: 'calendar.recomputed', payload });
    expect(JSON.stringify(value)).not.toContain('review');
    expect(value).toMatchObject({ clocks: [{ label: '审查期限' }, { label: '审查期限' }] });
  });
});

it('says from which line of which register a case was recorded, and what the line does not say', () => {
  const given = ownPayloads['register.record'];
  const payload = { ...given, record: { ...given.record, adviser: null, filedOn: null } };
  const { value } = rowFields(definition, { type: 'register.record', payload });
  const { file, line } = given;
  expect(value).toMatchObject({ record: { adviser: '未记载', filedOn: '未记载' } });
  expect(JSON.stringify(value)).toContain(`据台账“${file.name}”`);
  expect(JSON.stringify(value)).toContain(`第${line}行补录`);
});

it('does not show the code of the task', () => {
  const { value } = rowFields(definition, { type: 'task.resolve', payload: { task: 'a code', note: '已核对。' } });
  expect(value).toEqual({ note: '已核对。' });
});
