import { expect, it } from '@jest/globals';
import { documentsOf, inputOf, messageOf, today, tomorrow } from './input.fixtures.ts';
import {
  consultationLongEnough,
  fairCompetition,
  materialsComplete,
  urgentApprovedBefore,
  urgentNamedCause,
} from './materials.ts';

const materials = [
  { kind: 'draft', label: '送审稿', required: true },
  { kind: 'notes', label: '起草说明', required: true },
  { kind: 'opinion', label: '专家意见', required: false },
  { kind: 'risk', label: '风险评估', required: false, requiredWhen: ({ round }: { round: number }) => round === 2 },
];
const complete = materialsComplete(materials, null);

it.each([
  ['everything is there', 1, ['draft', 'notes'], true],
  ['one of two is missing', 1, ['draft', 'opinion'], false],
  ['nothing is there', 1, [], false],
  ['what this case needs besides is missing', 2, ['draft', 'notes'], false],
  ['what this case needs besides is there', 2, ['draft', 'notes', 'risk'], true],
])('of required materials when %s', (_when, round, kinds, holds) => {
  expect(complete.holds(inputOf({ context: { round }, env: { documents: documentsOf(...kinds) } }))).toBe(holds);
});

it('names every missing material at once, and none that is there', () => {
  expect(messageOf(complete, { env: { documents: documentsOf('risk') } })).toContain('送审稿、起草说明。');
  expect(messageOf(complete, { env: { documents: documentsOf('draft') } })).not.toContain('送审稿、');
});

it.each([
  ['concerned, without the review', true, ['draft'], false],
  ['concerned, with the review', true, ['draft', 'fair-competition'], true],
  ['not concerned', false, [], true],
  ['not asked about', undefined, [], true],
])('of fair competition where market entities are %s', (_where, affectsMarketEntities, kinds, holds) => {
  const given = { context: { fields: { affectsMarketEntities } }, env: { documents: documentsOf(...kinds) } };
  expect(fairCompetition.holds(inputOf(given))).toBe(holds);
});

it.each([
  ['a day less than the town asks', true, 19, false],
  ['exactly what the town asks', true, 20, true],
  ['nothing is recorded', true, undefined, false],
  ['a text is recorded', true, '30', false],
  ['market entities are not concerned', false, undefined, true],
])('of the consultation when %s', (_when, affectsMarketEntities, consultationDays, holds) => {
  const rule = consultationLongEnough({});
  const given = { context: { fields: { affectsMarketEntities, consultationDays } } };
  expect(rule.holds(inputOf({ ...given, env: { parameters: { 'consultation.days': 20 } } }))).toBe(holds);
});

it.each([
  ['not urgent', undefined, true],
  ['of the second named cause', { cause: 'superior-order' }, true],
  ['of a cause that is not named', { cause: 'statutory-deadline' }, false],
])('of urgency when the case is %s', (_when, urgent, holds) => {
  const rule = urgentNamedCause(['emergency', 'superior-order'], '第一条');
  expect(rule.holds(inputOf({ payload: { urgent } }))).toBe(holds);
});

it.each([
  ['not urgent', undefined, true],
  ['approved today', { approvedOn: today }, true],
  ['to be approved tomorrow', { approvedOn: tomorrow }, false],
  ['approved on a day that nobody noted', {}, true],
])('of the approval of urgency when the case is %s', (_when, urgent, holds) => {
  expect(urgentApprovedBefore.holds(inputOf({ payload: { urgent } }))).toBe(holds);
});
