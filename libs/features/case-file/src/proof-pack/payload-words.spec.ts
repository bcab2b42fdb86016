import { describe, expect, it } from '@jest/globals';
import type { DefinitionDescription } from '@lawgate/engine';
import { ownPayloads } from '@lawgate/cases/own-rows-fixtures';
import { eventLabel } from './event-label.ts';
import { filledLines, payloadSchema } from './payload-words.ts';

/** The part of a definition from which labels are taken. */
const definition = {
  clocks: [{ key: 'review', label: '审查期限', settle: null }],
  events: [],
  taskEvents: [],
  fields: { properties: {} },
  recordedDates: {
    payload: { properties: { on: { title: '签订日期' }, expiresOn: { title: '合同期满日期' } } },
  },
} as unknown as DefinitionDescription;

describe('a history row that no event of a definition writes', () => {
  it.each(Object.entries(ownPayloads))('%s is described in Chinese', (type, payload) => {
    const lines = filledLines(payloadSchema(definition, type), payload);
    expect(lines.length).toBeGreaterThan(0);
    const known = ['（SHA-256）', '台账.xlsx', '0'.repeat(64)];
    const words = [eventLabel(definition, { type, payload }), ...lines.flatMap(({ label, value }) => [label, value])];
    const unknown = words.map((word) => known.reduce((rest, part) => rest.replace(part, ''), word));
    expect(unknown.filter((word) => /[a-z]/i.test(word))).toEqual([]);
  });
});

it('shows a choice that may also be a boolean by its own label', () => {
  const choice = { enum: ['full', 'none'], 'x-labels': { full: '采纳', none: '未采纳' } };
  const schema = { properties: { adopted: { title: '采纳情况', anyOf: [{ type: 'boolean' }, choice] } } };
  const unknown = (adopted: unknown) => filledLines(schema, { adopted }).map(({ value }) => value);
  expect(unknown('none')).toEqual(['未采纳']);
  expect(unknown(true)).toEqual(['是']);
});
