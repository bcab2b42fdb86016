import { describe, expect, it } from '@jest/globals';
import { propertyRuns } from '@lawgate/sizes';
import fc from 'fast-check';
import {
  activeSeats,
  applyTask,
  isSatisfied,
  mayAct,
  needsSigner,
  openTaskSet,
  placeOf,
  seatsInTurn,
} from './index.ts';
import type { Seat, TaskOperation, TaskPolicy, TaskSet } from './index.ts';
import { TaskSetModel } from './task-set.model.ts';
import type { ModelPolicy } from './task-set.model.ts';

const PEOPLE = ['zhang', 'li', 'wang', 'zhao'] as const;
const person = fc.constantFrom(...PEOPLE);
const at = '2023-04-20T09:00:00+08:00';

const fractions = [
  [1, 3],
  [1, 2],
  [3, 5],
  [2, 3],
  [3, 4],
  [1, 1],
] as const;
const policies: fc.Arbitrary<{ policy: TaskPolicy; model: ModelPolicy }> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('all', 'sequence').map((kind) => ({ policy: { kind }, model: kind })) },
  { weight: 1, arbitrary: fc.constant({ policy: { kind: 'any' as const }, model: 'any' as const }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...fractions).map(([yes, of]) => ({
      policy: { kind: 'vote' as const, ratio: yes / of },
      model: { yes, of },
    })),
  },
);
/** Named seats without duplicates and some open seats; at most three, so that there are people left to add. */
const holders = fc
  .tuple(fc.shuffledSubarray([...PEOPLE], { maxLength: 3 }), fc.array(fc.nat(4), { maxLength: 2 }))
  .map(([named, gaps]) => gaps.reduce<(string | null)[]>((list, gap) => list.toSpliced(gap, 0, null), [...named]));

const operation: fc.Arbitrary<TaskOperation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record(
      {
        op: fc.constant('complete' as const),
        by: person,
        answer: fc.constantFrom('agree', 'revise'),
        favourable: fc.boolean(),
        at: fc.constant(at),
        standInFor: person,
      },
      { requiredKeys: ['op', 'by', 'answer', 'favourable', 'at'] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        op: fc.constant('add-signer' as const),
        by: person,
        person,
        position: fc.constantFrom('before', 'after', 'parallel'),
        at: fc.constant(at),
      },
      { requiredKeys: ['op', 'by', 'person', 'at'] },
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('remove-signer' as const), by: person, person, at: fc.constant(at) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('transfer' as const),
      by: person,
      from: person,
      to: person,
      at: fc.constant(at),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ op: fc.constant('delegate' as const), by: person, to: person, at: fc.constant(at) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('resolve' as const),
      by: person,
      note: fc.constant('n'),
      at: fc.constant(at),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      op: fc.constant('stand-in' as const),
      holder: person,
      standIn: person,
      at: fc.constant(at),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ op: fc.constant('recuse' as const), person, reason: fc.constant('r'), at: fc.constant(at) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('send-back' as const),
      by: person,
      at: fc.constant(at),
      strategy: fc.constantFrom('continue', 'restart'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('withdraw' as const), by: person, at: fc.constant(at) }) },
);
/** Long, since most operations on a random set are refused. Cancelling ends the sequence, so it is rare. */
const operations = fc.array(
  fc.oneof({ weight: 100, arbitrary: operation }, { weight: 1, arbitrary: fc.constant({ op: 'cancel' as const, at }) }),
  { minLength: 1, maxLength: 60, size: 'max' },
);
const story = fc.record({ start: policies, holders, operations });

interface Moment {
  before: TaskSet;
  operation: TaskOperation;
  outcome: ReturnType<typeof applyTask>;
  after: TaskSet;
}

/** Runs a sequence of operations on frozen values, so that any mutation of an input throws. */
function play(policy: TaskPolicy, seats: readonly (string | null)[], list: readonly TaskOperation[]): Moment[] {
  let set = deepFreeze(openTaskSet(policy, seats));
  return list.map((each) => {
    const outcome = applyTask(set, deepFreeze(structuredClone(each)));
    const moment = { before: set, operation: each, outcome, after: outcome.ok ? deepFreeze(outcome.set) : set };
    set = moment.after;
    return moment;
  });
}

/** A refusal does not change the set, so invariants are checked after accepted operations only. */
function accepted(...tale: Parameters<typeof play>): Moment[] {
  return play(...tale).filter((moment) => moment.outcome.ok);
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const live = (seat: Seat) => ['waiting', 'active', 'delegated'].includes(seat.status);
const RUNS = { numRuns: propertyRuns(500) };

describe('task set, any sequence of operations', () => {
  it('agrees with the reference model on acceptance, status and who may act', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        const model = new TaskSetModel(start.model, seats);
        for (const { operation: each, outcome, after } of play(start.policy, seats, list)) {
          const accepted = model.apply(each);
          expect({ each, ok: outcome.ok }).toEqual({ each, ok: accepted });
          expect(after.status).toBe(model.status);
          expect(PEOPLE.filter((p) => mayAct(after, p))).toEqual(PEOPLE.filter((p) => model.mayAct(p)));
        }
      }),
      { numRuns: propertyRuns(1500) },
    );
  });

  it('lets exactly those people complete or resolve who may act', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        for (const { after } of accepted(start.policy, seats, list)) {
          for (const by of PEOPLE) {
            const completes = applyTask(after, { op: 'complete', by, answer: 'agree', favourable: true, at }).ok;
            const resolves = applyTask(after, { op: 'resolve', by, note: 'n', at }).ok;
            expect(completes || resolves).toBe(mayAct(after, by));
          }
        }
      }),
      RUNS,
    );
  });

  it('is never satisfied with zero answers, never blocked by removed or recused seats, never open and idle without needsSigner', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        for (const { after } of accepted(start.policy, seats, list)) {
          if (isSatisfied(after)) expect(after.seats.some((seat) => seat.status === 'done')).toBe(true);
          if (after.status !== 'open') expect(after.seats.filter(live)).toEqual([]);
          else expect(needsSigner(after)).toBe(seatsInTurn(after).length === 0);
          if (after.policy.kind === 'sequence') expect(seatsInTurn(after).length).toBeLessThanOrEqual(1);
          // With one answer given, `all` and `sequence` wait for live seats only: removed and recused seats never
          // block.
          const answered = after.seats.some((seat) => seat.status === 'done');
          if (after.status === 'open' && answered) expect(after.seats.some(live)).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('never lets a recused person act or come back', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        for (const { after } of accepted(start.policy, seats, list)) {
          // Only in an open set; what was answered before it closed is history.
          for (const { person: out } of after.recused) {
            expect(mayAct(after, out)).toBe(false);
            expect(placeOf(after, out)).toBeUndefined();
          }
        }
      }),
      RUNS,
    );
  });

  it('gives nobody two places and counts nobody twice', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        for (const { after } of accepted(start.policy, seats, list)) {
          const places = after.seats.flatMap((seat) => {
            if (seat.status === 'done') return [...new Set([seat.holder, seat.outcome?.by])];
            return live(seat) ? [seat.holder, seat.delegatedTo, seat.standIn?.by] : [];
          });
          const people = places.filter((each) => typeof each === 'string');
          expect(people.length).toBe(new Set(people).size);
        }
      }),
      RUNS,
    );
  });

  it('keeps every answer once: on the seat while it counts, in the trail for ever', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        let answers = 0;
        for (const { operation: each, after } of accepted(start.policy, seats, list)) {
          if (each.op === 'complete') answers += 1;
          expect(after.seats.flatMap((s) => s.trail.filter((step) => step.outcome)).length).toBe(answers);
          for (const seat of after.seats) {
            expect(seat.outcome !== undefined).toBe(seat.status === 'done');
            if (seat.outcome) expect(seat.trail.findLast((step) => step.outcome)?.outcome).toEqual(seat.outcome);
          }
        }
      }),
      RUNS,
    );
  });

  it('survives JSON, loses no seat and shortens no trail', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        for (const { before, after } of accepted(start.policy, seats, list)) {
          expect(JSON.parse(JSON.stringify(after))).toStrictEqual(after);
          expect(new Set(after.seats.map((seat) => seat.id)).size).toBe(after.seats.length);
          for (const old of before.seats) {
            const now = after.seats.find((seat) => seat.id === old.id);
            expect(now?.trail.slice(0, old.trail.length)).toEqual(old.trail);
            expect(now?.origin).toBe(old.origin);
          }
        }
      }),
      RUNS,
    );
  });

  it('reports opened and closed seats so that a task list kept from them alone is correct', () => {
    fc.assert(
      fc.property(story, ({ start, holders: seats, operations: list }) => {
        const tasks = new Set(activeSeats(openTaskSet(start.policy, seats)).map((seat) => seat.id));
        for (const { outcome, after } of accepted(start.policy, seats, list)) {
          if (!outcome.ok) throw new Error('only accepted moments are looked at');
          for (const seat of outcome.closed) expect(tasks.delete(seat.id)).toBe(true);
          for (const seat of outcome.opened) tasks.add(seat.id);
          expect([...tasks].sort()).toEqual(
            seatsInTurn(after)
              .map((seat) => seat.id)
              .sort(),
          );
        }
      }),
      RUNS,
    );
  });
});
