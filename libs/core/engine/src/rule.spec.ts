import { describe, expect, it } from '@jest/globals';
import {
  both,
  gate,
  gateOpens,
  not,
  taskNeedsSigner,
  taskSatisfied,
  type Condition,
  type MachineEvent,
  type RuleInput,
} from './rule.ts';
import { envFor, people } from './sample-case.fixtures.ts';
import type { SeatState } from './vocabulary.ts';

const condition = (id: string, holds: boolean, rest: Partial<Condition<unknown>> = {}): Condition<unknown> => ({
  id,
  label: id,
  holds: () => holds,
  ...rest,
});

const input = (seat: SeatState | null = null): RuleInput<unknown> => {
  const event: MachineEvent = {
    type: 'finish',
    payload: {},
    env: envFor(people.zhao),
    seat,
    recused: [],
    overrides: {},
  };
  return { context: {}, event };
};
const seat = (state: Partial<SeatState>): SeatState => ({
  task: 'work',
  satisfied: false,
  failed: false,
  needsSigner: false,
  ...state,
});

describe('conditions', () => {
  it('are negated under a separate id', () => {
    expect(not(condition('case.urgent', true)).id).toBe('not.case.urgent');
    expect([true, false].map((holds) => not(condition('a', holds)).holds(input()))).toEqual([false, true]);
    expect(not(condition('a', true, { readsPayload: true }))).toMatchObject({ readsPayload: true });
  });

  it('hold together when both hold', () => {
    const ways = [true, false].flatMap((a) => [true, false].map((b) => [a, b] as const));
    const holds = ways.map(([a, b]) => both(condition('a', a), condition('b', b)).holds(input()));
    expect(holds).toEqual([true, false, false, false]);
    expect(both(condition('a', true), condition('b', true)).id).toBe('a+b');
  });

  it('read the payload together when one of them does', () => {
    const reading = condition('reading', true, { readsPayload: true });
    const silent = condition('silent', true, { readsPayload: false });
    const plain = condition('plain', true);
    const reads = (a: Condition<unknown>, b: Condition<unknown>) => both(a, b).readsPayload;
    expect([reads(reading, plain), reads(plain, reading), reads(reading, reading)]).toEqual([true, true, true]);
    expect([reads(plain, plain), reads(silent, plain), reads(plain, silent)]).toEqual([false, false, false]);
  });

  it('imply together what each of them implies, and nothing where neither does', () => {
    const [a, b] = ['a', 'b'].map((fact) => condition(fact, true, { impliesFacts: [fact] })) as [
      Condition<unknown>,
      Condition<unknown>,
    ];
    expect(both(a, b).impliesFacts).toEqual(['a', 'b']);
    expect(both(a, condition('plain', true)).impliesFacts).toEqual(['a']);
    expect(both(condition('plain', true), b).impliesFacts).toEqual(['b']);
    expect(both(condition('plain', true), condition('other', true)).impliesFacts).toEqual([]);
  });
});

describe('conditions of a task', () => {
  it.each([
    ['task.satisfied', taskSatisfied, seat({ satisfied: true }), seat({ failed: true, needsSigner: true })],
    ['task.needs-signer', taskNeedsSigner, seat({ needsSigner: true }), seat({ satisfied: true, failed: true })],
  ])(
    '%s is evaluated as the event leaves its task, and is false for an event that completes none',
    (id, tested, yes, no) => {
      expect([tested.id, tested.readsPayload]).toEqual([id, true]);
      expect([yes, no, null].map((state) => tested.holds(input(state)))).toEqual([true, false, false]);
    },
  );
});

describe('a gate', () => {
  it('without parts is open', () => {
    const { type, params } = gate({});
    expect([type, params]).toEqual(['gate', { when: null, rules: [] }]);
    expect(gateOpens(input(), params)).toBe(true);
  });

  it('opens when its condition and all its rules hold', () => {
    const rule = (holds: boolean) => ({ id: 'r', message: 'r', citation: null, holds: () => holds });
    const opens = (when: boolean, ...rules: boolean[]) =>
      gateOpens(input(), gate({ when: condition('a', when), rules: rules.map(rule) }).params);
    expect([opens(true), opens(true, true, true)]).toEqual([true, true]);
    expect([opens(false), opens(true, true, false), opens(false, true)]).toEqual([false, false, false]);
  });
});
