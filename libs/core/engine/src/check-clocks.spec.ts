import { describe, expect, it } from '@jest/globals';
import { clockOf, event, running, small, taskOf, withEvents } from './check.fixtures.ts';
import { checkDefinition, type DefinitionProblem } from './check.ts';
import { defineWorkflow, type DefinitionInput } from './definition.ts';
import { effect } from './effects.ts';

const found = (input: DefinitionInput): DefinitionProblem[] => checkDefinition(defineWorkflow(input));
const problems = (input: DefinitionInput): [string, string][] => found(input).map(({ code, where }) => [code, where]);

/** A clock that runs while the case is open and is stopped at its end, with the declaration of the test. */
const declared = (rest: object, key = 'due'): [string, string][] => {
  const open = { meta: { stage: '办理', clocks: { [key]: 'run' } }, on: { finish: 'closed' } };
  const closed = { type: 'final', meta: { stage: '办结', clocks: { [key]: 'stop' } } };
  return problems(small({ open, closed }, { clocks: { [key]: clockOf(rest) } }));
};
const dated = { limit: undefined, until: () => '2024-03-01' };
const several = { limit: undefined, instances: () => [] };

describe('clocks next to each other', () => {
  const two = { due: clockOf(), other: clockOf() };
  const moving = (open: object, closed: object): [string, string][] =>
    problems(
      small(
        {
          open: { meta: { stage: '办理', clocks: open }, on: { finish: 'closed' } },
          closed: { type: 'final', meta: { stage: '办结', clocks: closed } },
        },
        { clocks: two },
      ),
    );

  it('are each checked for a start', () => {
    expect(moving({ other: 'run', due: 'pause' }, { other: 'stop', due: 'drop' })).toEqual([
      ['definition.clock-never-run', 'clock:due'],
    ]);
  });

  it('are each checked for an end', () => {
    expect(moving({ due: 'run', other: 'run' }, { due: 'stop', other: 'stop' })).toEqual([]);
    expect(moving({ due: 'run', other: 'run' }, { other: 'stop' })).toEqual([
      ['definition.clock-never-stopped', 'clock:due'],
    ]);
    expect(moving({ other: 'run', due: 'run' }, { due: 'drop', other: 'run' })).toEqual([
      ['definition.clock-never-stopped', 'clock:other'],
    ]);
  });

  it('are not checked in a machine without an initial state', () => {
    const lost = { ...small({}, { clocks: two }), machine: { initial: 'opne', states: small().machine.states } };
    expect(problems(lost as DefinitionInput)).toEqual([['definition.initial-missing', 'definition']]);
  });
});

describe('the path on which a clock runs on', () => {
  it('names each state once, also the one in which the clock starts', () => {
    const clock = { key: 'due', label: '期限', citation: '无', limit: { value: 5, unit: 'day' } } as const;
    const start = effect({ type: 'startClock', clock, from: '2023-04-20', onDue: null });
    const open = {
      meta: { stage: '办理' },
      on: { start: { target: 'open', reenter: true, actions: start }, finish: 'closed' },
    };
    const input = small({ open }, { clocks: { due: clockOf() }, ...withEvents({ start: event('起算') }) });
    expect(problems(input)).toEqual([['definition.clock-never-stopped', 'clock:due']]);
    expect(found(input)[0]?.message).toContain('“open → closed”');
  });
});

describe('the declaration of a clock', () => {
  it('may have a number in its key, but not at its end', () => {
    expect([declared({}, 'due.1.late'), declared({}, 'due2'), declared({}, 'due.x')]).toEqual([[], [], []]);
    expect(declared({}, 'due.12')).toEqual([['definition.clock-key-invalid', 'clock:due.12']]);
  });

  it('has exactly one kind of end', () => {
    const unclear = [['definition.clock-end-unclear', 'clock:due']];
    expect([declared({}), declared(dated), declared(several)]).toEqual([[], [], []]);
    for (const rest of [{ ...dated, ...several }, { instances: () => [] }, { limit: undefined }]) {
      expect(declared({ ...rest, ...('until' in rest ? { until: dated.until } : {}) })).toEqual(unclear);
    }
  });

  it('may lapse only on a fixed day of the case, and without an event', () => {
    const unclear = [['definition.clock-end-unclear', 'clock:due']];
    const lapse = { atEnd: 'lapse' };
    expect([declared({ ...dated, ...lapse }), declared({ ...several, ...lapse })]).toEqual([[], []]);
    expect(declared(lapse)).toEqual(unclear);
    const events = withEvents({ expire: event('逾期', { by: ['system'] }) });
    const open = { meta: { stage: '办理', clocks: { due: 'run' } }, on: { finish: 'closed', expire: 'closed' } };
    const sent = (rest: object): [string, string][] =>
      problems(small(running('stop', { open }), { clocks: { due: clockOf({ onDue: 'expire', ...rest }) }, ...events }));
    expect([sent({}), sent(dated), sent({ ...dated, atEnd: 'overdue' })]).toEqual([[], [], []]);
    expect(sent({ ...dated, ...lapse })).toEqual(unclear);
  });

  it('may run on after the case only where something ends it', () => {
    const kept = (rest: object): [string, string][] =>
      problems(small(running(null), { clocks: { due: clockOf({ ...dated, keeps: true, ...rest }) } }));
    expect(kept({ atEnd: 'lapse' })).toEqual([]);
    expect(kept({ settle: { label: '登记', by: ['submitter'], rules: [] } })).toEqual([]);
    for (const rest of [{}, { atEnd: 'overdue' }]) {
      expect(kept(rest)).toEqual([['definition.clock-kept-for-ever', 'clock:due']]);
    }
  });

  it('needs recipients and an advice text where no task has the clock', () => {
    const remind = { to: ['drafter'], advice: '请办理。' };
    const carrying = (clock: string): [string, string][] => {
      const open = {
        meta: { stage: '办理', clocks: { due: 'run', other: 'run' }, task: taskOf({ clock }) },
        on: { finish: 'next' },
      };
      const next = {
        meta: { stage: '续办', task: taskOf({ key: 'next', completes: ['close'] }) },
        on: { close: 'closed' },
      };
      const closed = { type: 'final', meta: { stage: '办结', clocks: { due: 'stop', other: 'stop' } } };
      const clocks = { due: clockOf({ remind }), other: clockOf() };
      return problems(small({ open, next, closed }, { clocks, ...withEvents({ close: event('结') }) }));
    };
    expect(carrying('other')).toEqual([]);
    expect(carrying('due')).toEqual([['definition.clock-reminds-nobody', 'clock:due']]);
    expect(declared({ remind })).toEqual([]);
    expect(declared({ remind: { ...remind, advice: ' ' } })).toEqual([
      ['definition.clock-reminds-nobody', 'clock:due'],
    ]);
  });

  it('may cover declared clocks only, and reports others by name', () => {
    const covers = (clock: string, ...pausedFor: string[]): object => ({ covers: [{ clock, pausedFor }] });
    expect([declared(covers('due')), declared(covers('due', 'due'))]).toEqual([[], []]);
    for (const rest of [covers('gone'), covers('due', 'gone')]) {
      expect(declared(rest)).toEqual([['definition.clock-covers-undeclared', 'clock:due']]);
    }
    const [one] = found(small(running('stop'), { clocks: { due: clockOf(covers('due', 'gone', 'lost')) } }));
    expect(one?.message).toContain('“gone”、“lost”');
  });
});
