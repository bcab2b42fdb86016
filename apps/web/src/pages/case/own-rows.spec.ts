import { describe, expect, it } from '@jest/globals';
import type { Schema } from '../../shared/schema.ts';
import { createdSchema, ownRowSchema } from './own-rows.ts';

/** What the server writes in rows that no event of a definition writes. */
const rows: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'number.void': { number: '合审〔2026〕3号', reason: '文稿撤销' },
  'calendar.recomputed': {
    year: 2027,
    documentNumber: '国办发明电〔2026〕7号',
    clocks: [{ key: 'review', from: '2027-01-04', to: '2027-01-05' }],
    together: [{ year: 2027, documentNumber: '柳政发〔2026〕88号' }],
  },
  'clock.lapsed': { clock: 'expiry', label: '合同期限', lastDay: '2026-12-31' },
  'clock.settled': { clock: 'payment.1', label: '第1笔付款', on: '2026-12-31', note: '已付清' },
};
const view = { clocks: [{ key: 'review', label: '审核期限' }] } as never;

/** Names that would be shown as they stand in the program. */
function unnamed(schema: Schema | null | undefined, value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => unnamed(schema?.items, each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const field = schema?.properties?.[key];
    if (field?.['x-hidden'] === true) return [];
    const here = field?.title === undefined ? [`${path}.${key}`] : [];
    return [...here, ...unnamed(field, inner, `${path}.${key}`)];
  });
}

describe('a row that the system itself writes', () => {
  it.each(Object.entries(rows))('%s has words for all that it holds', (type, payload) => {
    expect(unnamed(ownRowSchema(view, type), payload)).toEqual([]);
  });

  it('calls a clock as the case does', () => {
    const labels = ownRowSchema(view, 'calendar.recomputed')?.properties?.['clocks']?.items?.properties?.['key'];
    expect(labels?.['x-labels']).toEqual({ review: '审核期限' });
  });

  it('of a new case has words for where an imported one comes from', () => {
    const schema = createdSchema({ properties: { amount: { title: '金额' } } });
    const payload = { title: '采购合同', amount: 1, import: { file: 'ab', name: '台账.xlsx', line: 3 } };
    expect(unnamed(schema, payload)).toEqual([]);
  });
});
