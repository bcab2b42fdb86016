import { addCalendarDays } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { builtIn, citationsOf, parametersOf, versionInForce, type RuleSet, type RuleSetHead } from './rule-sets.ts';
import { errand } from '../runtime.fixtures.ts';

const [county, town, other] = ['/shan/', '/shan/hill/', '/shan/hills/'] as const;
const set = (version: number, orgPath: string, effectiveFrom: string): RuleSetHead => ({
  version,
  orgPath,
  effectiveFrom,
});

describe('the set under which a case begins', () => {
  it('is the built-in one where no set was entered', () => {
    expect(versionInForce([], town, '2024-02-08')).toBe(1);
  });

  it('is in force from its effective date on, and not the day before', () => {
    const sets = [set(2, town, '2024-02-08')];
    expect(versionInForce(sets, town, '2024-02-07')).toBe(1);
    expect(versionInForce(sets, town, '2024-02-08')).toBe(2);
  });

  it('is the one with the latest effective date, not the one entered last', () => {
    const sets = [set(2, town, '2024-03-01'), set(3, town, '2024-02-01')];
    expect(versionInForce(sets, town, '2024-02-15')).toBe(3);
    expect(versionInForce(sets, town, '2024-03-15')).toBe(2);
  });

  it('is the later entry of two with the same effective date', () => {
    expect(versionInForce([set(3, town, '2024-03-01'), set(2, town, '2024-03-01')], town, '2024-03-01')).toBe(3);
  });

  it('is the county’s until the town has one of its own in force, whichever is newer', () => {
    const sets = [set(2, town, '2024-03-01'), set(3, county, '2024-02-01'), set(4, county, '2024-04-01')];
    expect(versionInForce(sets, town, '2024-01-31')).toBe(1);
    expect(versionInForce(sets, town, '2024-02-15')).toBe(3);
    expect(versionInForce(sets, town, '2024-03-01')).toBe(2);
    expect(versionInForce(sets, town, '2024-04-01')).toBe(2);
    expect(versionInForce(sets, county, '2024-04-01')).toBe(4);
  });

  it('is never that of another town, nor one of an organisation below', () => {
    expect(versionInForce([set(2, other, '2024-02-01')], town, '2024-03-01')).toBe(1);
    expect(versionInForce([set(2, town, '2024-02-01')], other, '2024-03-01')).toBe(1);
    expect(versionInForce([set(2, town, '2024-02-01')], county, '2024-03-01')).toBe(1);
  });
});

describe('the choice, for any sets', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((n) => addCalendarDays('2024-02-01', n));
  const sets = fc
    .array(fc.tuple(fc.constantFrom(county, town, other), day), { maxLength: 12 })
    .map((entries) => entries.map(([orgPath, from], index) => set(index + 2, orgPath, from)));
  /** Nearness of the organisation and effective date of the chosen set; must not decrease over time. */
  const rank = (all: readonly RuleSetHead[], version: number): [number, string, number] => {
    const found = all.find((each) => each.version === version);
    return found === undefined ? [0, '', 1] : [found.orgPath.length, found.effectiveFrom, found.version];
  };

  it('is monotonic over time: a set that was replaced never comes back', () => {
    fc.assert(
      fc.property(sets, day, day, (all, one, two) => {
        const [earlier, later] = one <= two ? [one, two] : [two, one];
        const before = rank(all, versionInForce(all, town, earlier));
        const after = rank(all, versionInForce(all, town, later));
        const isOrdered =
          before[0] < after[0] ||
          (before[0] === after[0] && (before[1] < after[1] || (before[1] === after[1] && before[2] <= after[2])));
        expect(isOrdered).toBe(true);
      }),
    );
  });

  it('does not depend on the order of the rows, nor on sets with a later effective date', () => {
    fc.assert(
      fc.property(sets, day, (all, today) => {
        const chosen = versionInForce(all, town, today);
        expect(versionInForce([...all].reverse(), town, today)).toBe(chosen);
        const begun = all.filter(({ effectiveFrom }) => effectiveFrom <= today);
        expect(versionInForce(begun, town, today)).toBe(chosen);
      }),
    );
  });
});

describe('the values of a set', () => {
  const spec = { value: 5, label: '期限', unit: '工作日', citation: '测试' };
  const definition = { ...errand(), parameters: { limit: spec, other: { ...spec, value: 7 } } };
  const values = { errand: { limit: { value: 3, citation: '1号' }, gone: { value: 9, citation: null } } };
  const own: RuleSet = { ...builtIn, version: 2, values };

  it('are its own, and the definition’s for the rest; removed parameters are ignored', () => {
    expect(parametersOf(own, definition)).toEqual({ limit: 3, other: 7 });
    expect(citationsOf(own, definition)).toEqual({ limit: '1号' });
    expect(parametersOf(builtIn, definition)).toEqual({ limit: 5, other: 7 });
    expect(citationsOf(builtIn, definition)).toEqual({});
  });

  it('are not taken from the prototype of an object', () => {
    const odd = { ...definition, key: 'constructor' };
    expect(parametersOf(own, odd)).toEqual({ limit: 5, other: 7 });
    expect(citationsOf(own, odd)).toEqual({});
  });
});
