import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { clockOf, event, open, small, withEvents } from './check.fixtures.ts';
import { defineWorkflow, type DefinitionInput } from './definition.ts';
import { compactSource, definitionParts, partsThatDiffer } from './fingerprint.ts';
import { gate, type Rule } from './rule.ts';
import { recordFact, update } from './effects.ts';

const parts = (input: DefinitionInput) => definitionParts(defineWorkflow(input));
const differing = (before: DefinitionInput, after: DefinitionInput): string[] =>
  partsThatDiffer(parts(before), parts(after));

describe('the parts of a definition', () => {
  it('are the same for the same content, however often it is built', () => {
    expect(differing(small(), small())).toEqual([]);
  });

  const rule: Rule<unknown> = {
    id: 'r',
    message: '请改。',
    citation: null,
    holds: ({ event: { env } }) => env.today > '2024',
  };
  const ruled = (more: object): DefinitionInput =>
    small(open({}, { finish: { target: 'closed', guard: gate({ rules: [{ ...rule, ...more }] }) } }));
  const material = { kind: 'draft', label: '稿', required: false };
  const parameter = { value: 5, label: '期限', unit: '日', citation: '无' };

  it.each<[string, DefinitionInput, DefinitionInput]>([
    ['event finish', small(), small({}, { events: { finish: event('办毕') } })],
    ['event finish', small(), small({}, { events: { finish: event('办结', { by: ['director'] }) } })],
    [
      'event finish',
      small(),
      small({}, { events: { finish: event('办结', { payload: z.strictObject({ on: z.string() }) }) } }),
    ],
    ['state open', ruled({}), ruled({ citation: '《法》第一条' })],
    ['state open', ruled({}), ruled({ strength: 'soft' })],
    [
      'state open',
      ruled({}),
      ruled({ holds: ({ event: { env } }: never) => (env as { today: string }).today > '2025' }),
    ],
    ['state open', small(open({})), small(open({}, { finish: { target: 'closed', actions: recordFact('signed') } }))],
    [
      'state open',
      small(open({}, { finish: { target: 'closed', actions: update(() => ({ a: 1 })) } })),
      small(open({}, { finish: { target: 'closed', actions: update(() => ({ a: 2 })) } })),
    ],
    [
      'clock due',
      small({}, { clocks: { due: clockOf() } }),
      small({}, { clocks: { due: clockOf({ limit: () => ({ value: 6, unit: 'workday' }) }) } }),
    ],
    [
      'parameter days',
      small({}, { parameters: { days: parameter } }),
      small({}, { parameters: { days: { ...parameter, value: 6 } } }),
    ],
    [
      'material draft',
      small({}, { materials: [material] }),
      small({}, { materials: [{ ...material, required: true }] }),
    ],
    ['fact signed', small(), small({}, { facts: { ...small().facts, signed: z.strictObject({ on: z.string() }) } })],
    ['definition', small(), small({}, { obligations: { closed: ['concluded'] } })],
    ['fields', small(), small({}, { fields: z.strictObject({ note: z.string().optional() }) })],
    ['event more', small(), small(open({}), withEvents({ more: event('加') }))],
  ])('name %s where it changed', (name, before, after) => {
    expect(differing(before, after)).toEqual([name]);
  });

  it('do not include the migrations of its cases, which are added later', () => {
    expect(differing(small(), small({}, { migrations: [{ key: 'small', from: 0, to: 1 }] }))).toEqual([]);
  });
});

describe('the source of a function', () => {
  it('is the same with other layout and comments', () => {
    const one = 'function a(x) { return (x ?? { y: 1, }); }';
    const other = `function a(x) {
      // why
      return x ?? { y: 1 } /* here */
    }`;
    expect(compactSource(one)).toBe(compactSource(other));
    expect(compactSource("const a = 'http://x';")).toContain('http://x');
    expect(compactSource('a < b')).not.toBe(compactSource('a <= b'));
  });
});
