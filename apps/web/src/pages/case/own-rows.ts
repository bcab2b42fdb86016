/** Rows of the history that no event of a definition writes, and what stands in them. */
import type { CaseView } from '../../api/types.ts';
import type { Schema } from '../../shared/schema.ts';

const change = {
  year: { title: '年度', format: 'year' },
  documentNumber: { title: '依据文件' },
} satisfies Schema['properties'];

/** What the import of a past register puts beside the fields of its case. */
const evidence = {
  import: {
    title: '由台账导入',
    properties: { name: { title: '文件' }, line: { title: '行号' }, file: { title: '文件的 SHA-256' } },
  },
} satisfies Schema['properties'];

/** @returns the schema of such a row by its type, null where the row belongs to the definition */
export function ownRowSchema(view: Pick<CaseView, 'clocks'>, type: string): Schema | null {
  const clock = {
    title: '期限',
    'x-labels': Object.fromEntries(view.clocks.map(({ key, label }) => [key, label])),
  };
  switch (type) {
    case 'number.void':
      return { properties: { number: { title: '文号' }, reason: { title: '理由' } } };
    case 'calendar.recomputed':
      return {
        properties: {
          ...change,
          clocks: {
            title: '变动的期限',
            items: { properties: { key: clock, from: { title: '原届满日' }, to: { title: '现届满日' } } },
          },
          together: { title: '一并计算的变动', items: { properties: change } },
        },
      };
    // The name as it stood then says all that the key does.
    case 'clock.lapsed':
      return { properties: { label: { title: '期限' }, lastDay: { title: '届满日' }, clock: { 'x-hidden': true } } };
    case 'clock.settled':
      return {
        properties: {
          label: { title: '期限' },
          on: { title: '办结日期' },
          note: { title: '说明' },
          clock: { 'x-hidden': true },
        },
      };
    default:
      return null;
  }
}

/** What a new case is given besides the fields of its category. */
export function createdSchema(fields: Schema): Schema {
  return { ...fields, properties: { title: { title: '事项名称' }, ...fields.properties, ...evidence } };
}
