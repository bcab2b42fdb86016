/**
 * Rules from which the law or the town's own rules allow exceptions with a reason. As hard rules they would forbid what
 * is allowed.
 */
import { expect, it } from '@jest/globals';
import type { CaseRule } from '../context.ts';
import { revisedInFull } from './act.ts';
import { messageOf } from './input.fixtures.ts';
import { consultationLongEnough } from './materials.ts';
import { letterRestsOnOpinions } from './review.ts';
import { directorNotReviewer } from './separation.ts';

it.each<[string, CaseRule]>([
  ['a text revised in part goes on', revisedInFull('needs-revision', '')],
  ['a consultation is shortened', consultationLongEnough({})],
  ['a letter says what no opinion says', letterRestsOnOpinions],
  ['the director of a tiny office signs their own review', directorNotReviewer],
])('asks for a reason and does not forbid that %s', (_when, rule) => {
  expect(rule.strength).toBe('soft');
  const given = {
    payload: { letter: { lines: [{ from: ['nothing'] }] } },
    env: { parameters: { 'consultation.days': 30 } },
  };
  expect(messageOf(rule, given)).toMatch(/请写明理由。$/);
});
