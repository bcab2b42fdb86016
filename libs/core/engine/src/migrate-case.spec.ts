import { describe, expect, it } from '@jest/globals';
import { clockOf, small, taskOf } from './check.fixtures.ts';
import { defineWorkflow, type Definition, type DefinitionInput, type DefinitionMigration } from './definition.ts';
import { migrateCase, type CaseMigration, type OpenClock } from './migrate-case.ts';
import { SampleCase, caught, envFor, people } from './sample-case.fixtures.ts';
import { sampleInput } from './sample.fixtures.ts';
import { restore, stateName } from './machine.ts';

const { li, zhao, wu, zheng } = people;
const next = (input: DefinitionInput = sampleInput): Definition => defineWorkflow({ ...input, version: 4 });
const into = (more: Partial<DefinitionMigration> = {}): DefinitionMigration => ({
  key: 'sample',
  from: 3,
  to: 4,
  ...more,
});
const refusal = (rule: string, words: string): unknown => ({ rule, message: expect.stringContaining(words) });
const open: Record<string, OpenClock> = { review: { startedOn: '2023-04-20', changes: 0 } };

/** A case in the examination, with one of two advisers' opinions given. */
function examined(): SampleCase {
  return new SampleCase().all(
    [li, 'submit'],
    [zhao, 'accept', { advisers: ['wu', 'zheng'] }],
    [wu, 'opinion.give', { conclusion: 'legal' }],
  );
}

function migrated(one: SampleCase, to: Definition, migration = into(), clocks = open): CaseMigration {
  return migrateCase(one.definition, to, migration, one.stored, envFor(zhao, { clocks: one.clocks }), clocks);
}

function accepted(result: CaseMigration): Extract<CaseMigration, { ok: true }> {
  if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join('\n'));
  return result;
}

interface Loose {
  [name: string]: Loose;
}

/** The sample with other states, tasks or clocks. */
const changed = (change: (states: Loose) => void, rest: Partial<DefinitionInput> = {}): Definition => {
  const copy = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(copy)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copy(each)]))
        : value;
  const machine = copy(sampleInput.machine) as DefinitionInput['machine'];
  change(machine.states as unknown as Loose);
  return next({ ...sampleInput, ...rest, machine });
};

describe('a case under another version', () => {
  it('keeps everything that has the same name, and does nothing', () => {
    const one = examined();
    const result = accepted(migrated(one, next()));
    expect(result.next).toEqual({ ...one.stored, definitionVersion: 4 });
    expect([result.effects, result.changes]).toEqual([[], []]);
    expect(stateName(restore(next(), result.next).value as never)).toBe(
      'examination.advisers.pending + examination.findings.open',
    );
  });

  it('is refused when it belongs to another version than the migration begins with', () => {
    const one = examined();
    const run = () => migrateCase(next(), next(), into(), one.stored, envFor(zhao), {});
    expect(caught(run)).toMatchObject({ code: 'engine.definition-mismatch' });
  });

  it('is refused with the message of the migration', () => {
    const result = migrated(examined(), next(), into({ refuses: () => '已指派法律顾问，请办完本轮再迁移。' }));
    expect(result).toEqual({
      ok: false,
      refusals: [{ rule: 'migration.refused', message: '已指派法律顾问，请办完本轮再迁移。' }],
    });
  });

  it.each(['refuses', 'context'] as const)('is refused, not failed, where the migration throws in %s', (name) => {
    const faulty = (): never => {
      throw new TypeError('fields.scale is undefined');
    };
    const result = migrated(examined(), next(), into({ [name]: faulty }));
    expect(result).toEqual({
      ok: false,
      refusals: [
        {
          rule: 'migration.function-failed',
          message: expect.stringMatching(new RegExp(`${name} 函数对该案件出错.*fields\\.scale is undefined`)),
        },
      ],
    });
  });

  it('keeps the given answers when its task is opened again under another role or key', () => {
    const to = changed((states) => {
      const task = states.examination?.states?.advisers?.states?.pending?.meta?.task ?? {};
      Object.assign(task, { key: 'counsel', label: '出具律师意见' });
    });
    const one = examined();
    const result = accepted(migrated(one, to, into({ tasks: { 'adviser-opinion': 'counsel' } })));
    expect(result.changes).toEqual([
      { part: 'task', text: '任务“出具法律顾问意见”改为“出具律师意见”，已有的办理情况保留' },
    ]);
    expect(result.effects.map((effect) => [effect.type, 'task' in effect ? effect.task : ''])).toEqual([
      ['closeTask', 'adviser-opinion'],
      ['openTask', 'counsel'],
      ['grantAccess', ''],
    ]);
    expect(result.next.tasks.counsel?.set).toEqual(one.stored.tasks['adviser-opinion']?.set);
    const after = new SampleCase(to);
    after.stored = result.next;
    after.clocks = one.clocks;
    // The one opinion that is still missing settles the task.
    expect(stateName(after.send(zheng, 'opinion.give', { conclusion: 'legal' }).stored.value)).toBe(
      'examination.advisers.given + examination.findings.open',
    );
  });

  it('closes the task that the new version does not have there', () => {
    const to = changed((states) => {
      Object.assign(states.examination?.states?.findings?.states?.open ?? {}, { meta: { stage: '审查意见' } });
    });
    const result = accepted(migrated(examined(), to));
    expect(result.changes).toEqual([{ part: 'task', text: '关闭任务“记录审查情况”' }]);
    expect(result.next.tasks).not.toHaveProperty('findings');
  });

  it('is refused for a region that its state does not cover', () => {
    const to = changed((states) => {
      const fairness = { initial: 'open', states: { open: { on: { note: 'done' } }, done: { type: 'final' } } };
      Object.assign(states.examination?.states ?? {}, { fairness });
    });
    expect(migrated(examined(), to)).toEqual({
      ok: false,
      refusals: [refusal('migration.region-added', '“examination.fairness.open”没有对应的原环节')],
    });
  });

  it('is refused for a state that is missing or has inner states, each by its name', () => {
    const one = new SampleCase().all([li, 'submit']);
    const tried = (states: Record<string, string>): unknown => migrated(one, next(), into({ states }), {});
    expect(tried({ acceptance: 'examination' })).toMatchObject({
      refusals: [refusal('migration.state-not-leaf', '“examination”')],
    });
    expect(tried({ acceptance: 'nowhere' })).toMatchObject({
      refusals: [refusal('migration.state-missing', '“nowhere”')],
    });
    expect(accepted(tried({ acceptance: 'signing' }) as CaseMigration).next.value).toBe('signing');
  });

  it('ends a clock that the migration ends, and reports one that it does not mention', () => {
    const { review: _, ...clocks } = sampleInput.clocks;
    const to = changed(() => {}, { clocks: { ...clocks, later: clockOf({ label: '办理期限' }) } as never });
    const one = examined();
    expect(migrated(one, to)).toMatchObject({
      refusals: [refusal('migration.clock-missing', '期限“审查期限”（review）在新版本中没有')],
    });
    const ended = accepted(migrated(one, to, into({ clocks: { review: null } })));
    expect(ended.effects).toContainEqual({ type: 'stopClock', key: 'review', outcome: 'stopped' });
    expect(ended.changes).toContainEqual({ part: 'clock', text: '期限“审查期限”终止' });
    const renamed = accepted(migrated(one, to, into({ clocks: { review: 'later' } })));
    expect(renamed.effects).toContainEqual(expect.objectContaining({ type: 'startClock', from: '2023-04-20' }));
    const paused = { review: { startedOn: '2023-04-20', changes: 1 } };
    expect(migrated(one, to, into({ clocks: { review: 'later' } }), paused)).toMatchObject({
      refusals: [refusal('migration.clock-changed', '中止或者延长过')],
    });
  });

  it('starts the clock that its new state runs and that it never had', () => {
    const to = changed(
      (states) => {
        const task = taskOf({ key: 'accept', completes: ['accept'], label: '受理' });
        Object.assign(states.acceptance ?? {}, { meta: { stage: '受理', clocks: { intake: 'run' }, task } });
      },
      { clocks: { ...sampleInput.clocks, intake: clockOf({ label: '受理期限' }) } as never },
    );
    const one = new SampleCase().all([li, 'submit']);
    const result = accepted(migrated(one, to, into(), {}));
    expect(result.changes).toEqual([{ part: 'clock', text: '期限“受理期限”开始计算' }]);
    expect(result.effects).toEqual([expect.objectContaining({ type: 'startClock', from: '2023-04-20' })]);
  });

  it('keeps what a history state has stored, as far as the states exist', () => {
    const one = examined().send(zhao, 'supplement.request');
    expect(Object.keys(one.stored.historyValue)).toHaveLength(1);
    const result = accepted(migrated(one, next(), into(), {}));
    expect(result.next.historyValue).toEqual(one.stored.historyValue);
    const back = new SampleCase(next());
    back.stored = result.next;
    expect(stateName(back.send(li, 'supplement.provide').stored.value)).toBe(
      'examination.advisers.pending + examination.findings.open',
    );
  });

  it('has the context that the migration gives it', () => {
    const definition = defineWorkflow(small());
    const one = new SampleCase(definition);
    const to = defineWorkflow({ ...small(), version: 2 });
    const migration = { key: 'small', from: 1, to: 2, context: (context: object) => ({ ...context, added: 1 }) };
    const result = accepted(migrated(one, to, migration, {}));
    expect(result.next.context).toEqual({ added: 1 });
    expect(result.changes).toEqual([{ part: 'context', text: '案件内容有改动：added' }]);
  });
});
