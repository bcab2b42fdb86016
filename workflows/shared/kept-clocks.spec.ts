import { expect, it } from '@jest/globals';
import type { Actor, Rule } from '@lawgate/engine';
import { contractDatesPlausible, paymentClock, validityWithinLimit } from './kept-clocks.ts';
import { inputOf, messageOf, today, tomorrow, yesterday } from './rules/input.fixtures.ts';
import { people } from './walking.fixtures.ts';

const inYears = '2026-03-14';
const rule = validityWithinLimit({});
const colleague: Actor = { ...people.drafter, id: 'colleague', roles: ['submitter'] };
const valid = (validUntil?: string) => ({
  payload: { on: today, validUntil },
  env: { parameters: { 'validity.years': 2 } },
});

it.each([
  ['before the promulgation', yesterday, '早于公布日期'],
  ['a day longer than allowed', '2026-03-15', inYears],
])('names the fault of a validity that ends %s', (_when, validUntil, message) => {
  expect(messageOf(rule, valid(validUntil))).toContain(message);
});

it.each([
  ['today', today, true],
  ['after two years to the day', inYears, true],
  ['a day later', '2026-03-15', false],
  ['yesterday', yesterday, false],
  ['on no day of its own', undefined, true],
])('accepts a validity from today that ends %s', (_when, validUntil, holds) => {
  expect(rule.holds(inputOf(valid(validUntil)))).toBe(holds);
});

it.each([
  ['a payment before the signing', { payments: [{ on: today }, { on: yesterday }] }, `付款日期 ${yesterday} 早于`],
  ['an end on the day of signing', { payments: [{ on: today }], expiresOn: today }, '不晚于签订日期'],
  ['an end before the signing', { expiresOn: yesterday }, '不晚于签订日期'],
  ['an end too far away', { payments: [{ on: today }], expiresOn: '2224-03-15' }, '年，请核对'],
  ['a payment too far away', { payments: [{ on: '2224-03-15' }], expiresOn: tomorrow }, '年，请核对'],
  ['a payment too far away, with no end', { payments: [{ on: '2224-03-15' }] }, '年，请核对'],
])('reports %s', (_fault, dates, message) => {
  const given = { payload: { on: today, ...dates } };
  expect(contractDatesPlausible.holds(inputOf(given))).toBe(false);
  expect(messageOf(contractDatesPlausible, given)).toContain(message);
});

it.each([
  ['the drafter', people.drafter, today, []],
  ['a reviewer', people.reviewer, today, []],
  ['a colleague of the drafter', colleague, today, ['settlement.drafter-or-reviewer']],
  ['a reviewer for a day that has not come', people.reviewer, tomorrow, ['dates.plausible']],
])('a payment recorded by %s', (_who, actor, on, refused) => {
  const rules = paymentClock({}).settle?.rules as readonly Rule<unknown>[];
  const input = inputOf({ payload: { on }, env: { actor } });
  expect(rules.filter((rule) => !rule.holds(input)).map(({ id }) => id)).toEqual(refused);
});

it('a payment can be recorded only by those who submit or review', () => {
  expect(paymentClock({}).settle?.by).toEqual(['submitter', 'reviewer']);
});
