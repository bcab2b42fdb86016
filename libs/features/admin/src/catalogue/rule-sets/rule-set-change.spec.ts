import { describe, expect, it } from '@jest/globals';
import type { Definition } from '@lawgate/engine';
import { builtIn, type RuleSet } from '@lawgate/cases';
import { errand } from '@lawgate/cases/fixtures';
import { changesBetween, refusalsOf, sinceVersion, withValues, type WantedValue } from './rule-set-change.ts';

const limit = { value: 5, label: '审查期限', unit: '工作日', citation: '甲法', bounds: { min: 1, max: 30 } };
const floor = { ...limit, value: 2, label: '下限', notAbove: 'limit' };
const ladder = { value: 2, label: '提级', unit: '工作日', citation: '乙法' };
const definitions: readonly Definition[] = [
  { ...errand(), parameters: { limit, ladder, floor } },
  { ...errand('pact', { label: '合同', unit: '份', order: 2 }), parameters: { limit } },
];

const today = '2024-02-08';
const wanted = (value: number, more: Partial<WantedValue> = {}): WantedValue => ({
  category: 'errand',
  key: 'limit',
  value,
  ...more,
});
const made = (version: number, values: readonly WantedValue[], base: RuleSet = builtIn): RuleSet => ({
  version,
  effectiveFrom: today,
  documentNumber: '1号',
  baseVersion: base.version,
  ...withValues(definitions, base, values),
});
const rules = (values: readonly WantedValue[], base = builtIn, effectiveFrom = today): string[] =>
  refusalsOf(definitions, base, { today, effectiveFrom, values }).map(({ rule }) => rule);

describe('a set', () => {
  it('contains the differences from the definitions, including those of its base', () => {
    const two = made(2, [wanted(3, { citation: '1号' })]);
    const three = made(3, [wanted(8, { category: 'pact' })], two);
    expect(two.values).toEqual({ errand: { limit: { value: 3, citation: '1号' } } });
    expect(three.values).toEqual({ ...two.values, pact: { limit: { value: 8, citation: null } } });
    expect(changesBetween(definitions, two, three)).toEqual([
      {
        category: 'pact',
        categoryLabel: '合同',
        key: 'limit',
        label: '审查期限',
        unit: '工作日',
        from: 5,
        to: 8,
        citationBefore: '甲法',
        citation: '甲法',
      },
    ]);
  });

  it('that resets a parameter to the default no longer contains it', () => {
    const two = made(2, [wanted(3, { citation: '1号' })]);
    expect(made(3, [wanted(5)], two).values).toEqual({});
    expect(made(3, [wanted(5, { citation: '甲法' })], two).values).toEqual({});
  });

  it('may have another citation with the same value', () => {
    const two = made(2, [wanted(5, { citation: '2号' })]);
    expect(rules([wanted(5, { citation: '2号' })])).toEqual([]);
    expect(changesBetween(definitions, builtIn, two)).toMatchObject([
      { from: 5, to: 5, citationBefore: '甲法', citation: '2号' },
    ]);
  });

  it('records the version since which each value applies', () => {
    const two = made(2, [wanted(3)]);
    const three = made(3, [wanted(4, { key: 'ladder' })], two);
    const four = made(4, [wanted(6)], three);
    const line = [four, three, two, builtIn];
    expect(sinceVersion(line, 'errand', 'limit', limit)).toBe(4);
    expect(sinceVersion(line.slice(1), 'errand', 'limit', limit)).toBe(2);
    expect(sinceVersion(line, 'errand', 'ladder', ladder)).toBe(3);
    expect(sinceVersion(line, 'pact', 'limit', limit)).toBe(1);
    expect(sinceVersion([builtIn], 'errand', 'limit', limit)).toBe(1);
  });
});

describe('a set is refused', () => {
  it.each<[string, string[], string, readonly WantedValue[]]>([
    ['for yesterday', ['ruleset.effective-in-past'], '2024-02-07', [wanted(3)]],
    ['for a category that is not there', ['ruleset.category-unknown'], today, [wanted(3, { category: 'toString' })]],
    ['for a parameter that is not there', ['ruleset.key-unknown'], today, [wanted(3, { key: 'toString' })]],
    ['with one parameter twice', ['ruleset.key-duplicate'], today, [wanted(3), wanted(4)]],
    ['below the bounds', ['ruleset.value-out-of-bounds'], today, [wanted(0)]],
    ['with a negative limit', ['ruleset.value-out-of-bounds'], today, [wanted(-3)]],
    ['above the bounds', ['ruleset.value-out-of-bounds'], today, [wanted(10000)]],
    ['with half a day', ['ruleset.value-out-of-bounds'], today, [wanted(2.5)]],
    ['without a change', ['ruleset.nothing-changed'], today, [wanted(5)]],
    ['without a value', ['ruleset.nothing-changed'], today, []],
    [
      'for all reasons at once',
      ['ruleset.effective-in-past', 'ruleset.value-out-of-bounds', 'ruleset.key-unknown'],
      '2023-01-01',
      [wanted(0), wanted(1, { key: 'x' })],
    ],
  ])('%s', (_, expected, effectiveFrom, values) => {
    expect(rules(values, builtIn, effectiveFrom)).toEqual(expected);
  });

  it('when it equals the previous one', () => {
    expect(rules([wanted(3)], made(2, [wanted(3)]))).toEqual(['ruleset.nothing-changed']);
    expect(rules([wanted(5)], made(2, [wanted(3)]))).toEqual([]);
  });

  it('when a floor would exceed its limit, whichever of the two was entered', () => {
    expect(rules([wanted(6, { key: 'floor' })])).toEqual(['ruleset.value-out-of-bounds']);
    expect(rules([wanted(1)])).toEqual(['ruleset.value-out-of-bounds']);
    expect(rules([wanted(5, { key: 'floor' })])).toEqual([]);
    expect(rules([wanted(1), wanted(1, { key: 'floor' })])).toEqual([]);
  });

  it('with the citation of the parameter, and a message that says what to enter', () => {
    const [refusal] = refusalsOf(definitions, builtIn, { today, effectiveFrom: today, values: [wanted(0)] });
    expect(refusal).toMatchObject({ citation: '甲法', overridable: false });
    expect(refusal?.message).toContain('“审查期限”应为1至30的整数');
  });
});
