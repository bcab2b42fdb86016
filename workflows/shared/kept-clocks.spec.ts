import { expect, it } from '@jest/globals';
import { contractDatesPlausible, validityWithinLimit } from './kept-clocks.ts';
import { inputOf, messageOf, today, tomorrow, yesterday } from './rules/input.fixtures.ts';

const inYears = '2026-03-14';
const rule = validityWithinLimit({});
const valid = (validUntil?: string) => ({
  payload: { on: today, validUntil },
  facts: { parameters: { 'validity.years': 2 } },
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
])('a validity from today ends %s', (_when, validUntil, holds) => {
  expect(rule.holds(inputOf(valid(validUntil)))).toBe(holds);
});

it.each([
  ['a payment before the signing', { payments: [{ on: today }, { on: yesterday }] }, `付款日期 ${yesterday} 早于`],
  ['an end on the day of signing', { payments: [{ on: today }], expiresOn: today }, '不晚于签订日期'],
  ['an end before the signing', { expiresOn: yesterday }, '不晚于签订日期'],
  ['an end too far away', { payments: [{ on: today }], expiresOn: '2224-03-15' }, '年，请核对'],
  ['a payment too far away', { payments: [{ on: '2224-03-15' }], expiresOn: tomorrow }, '年，请核对'],
  ['a payment too far away, with no end', { payments: [{ on: '2224-03-15' }] }, '年，请核对'],
])('names %s', (_fault, dates, message) => {
  const given = { payload: { on: today, ...dates } };
  expect(contractDatesPlausible.holds(inputOf(given))).toBe(false);
  expect(messageOf(contractDatesPlausible, given)).toContain(message);
});
