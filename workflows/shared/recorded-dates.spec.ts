/** Dates of recorded cases: whatever somebody enters is refused with its rule, or starts clocks; nothing throws. */
import { describe, expect, it } from '@jest/globals';
import { enterDates, recordedCase, type Definition, type StepEnvironment } from '@lawgate/engine';
import fc from 'fast-check';
import contract from '../contract/definition.ts';
import document from '../normative-document/definition.ts';
import { inputOf, today, tomorrow } from './rules/input.fixtures.ts';
import { people } from './walking.fixtures.ts';

const env: StepEnvironment = { ...inputOf({}).event.env, actor: people.reviewer };
const standard = (definition: Definition) =>
  Object.fromEntries(Object.entries(definition.parameters).map(([key, { value }]) => [key, value]));
const enter = (definition: Definition, dates: unknown) =>
  enterDates(definition, recordedCase(definition, { drafter: 'x', fields: {} }, 1), dates, {
    ...env,
    parameters: standard(definition),
  });
const rulesOf = (result: ReturnType<typeof enter>) => (result.ok ? [] : result.refusals.map(({ rule }) => rule));

describe('a contract of the past', () => {
  it('has a clock for each payment and one for its end, by its own dates', () => {
    const dates = { on: '2023-02-10', payments: [{ on: '2023-12-31' }, { on: '2023-06-30' }], expiresOn: '2026-02-09' };
    const result = enter(contract, dates);
    const clocks = (result.ok ? result.effects : []).flatMap((effect) =>
      effect.type === 'startClock' ? [[effect.clock.key, effect.clock.until]] : [],
    );
    expect(clocks).toEqual([
      ['payment.1', '2023-06-30'],
      ['payment.2', '2023-12-31'],
      ['expiry', '2026-02-09'],
    ]);
  });

  it.each([
    [{ on: tomorrow, expiresOn: '2026-02-09' }, ['dates.plausible']],
    [{ on: today, expiresOn: today }, ['contract.dates-plausible']],
    [{ on: today, payments: [{ on: '2023-01-01' }] }, ['contract.dates-plausible']],
  ])('is refused %j', (dates, rules) => expect(rulesOf(enter(contract, dates))).toEqual(rules));

  it('needs a date that starts a clock', () => {
    expect(enter(contract, { on: '2023-02-10' })).toMatchObject({ code: 'event.payload-invalid' });
  });
});

describe('a document of the past', () => {
  it('is valid until the day that its own text gives, also beyond the years of today', () => {
    const result = enter(document, { on: '2005-02-10', validUntil: '2045-02-09' });
    expect(result.ok && result.effects).toMatchObject([{ clock: { key: 'validity', until: '2045-02-09' } }]);
    expect(enter(document, { on: '2005-02-10' })).toMatchObject({ code: 'event.payload-invalid' });
    expect(rulesOf(enter(document, { on: '2005-02-10', validUntil: '2005-02-09' }))).toEqual([
      'validity.after-publication',
    ]);
  });
});

it('never throws, whatever the days are', () => {
  const day = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const dates = fc.record(
    { on: day, expiresOn: day, validUntil: day, payments: fc.array(fc.record({ on: day }), { maxLength: 3 }) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.constantFrom(contract, document), dates, ({ key }, given) => {
      const definition = key === 'contract' ? contract : document;
      const own =
        key === 'contract' ? { ...given, validUntil: undefined } : { on: given.on, validUntil: given.validUntil };
      const result = enter(definition, JSON.parse(JSON.stringify(own)));
      if (result.ok) expect(result.effects.length).toBeGreaterThan(0);
      else expect(result.code).toMatch(/^event\./);
    }),
    { numRuns: 400 },
  );
});
