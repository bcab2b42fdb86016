/** A minimal valid workflow, and one broken in each way that the check knows. */
import { z } from 'zod';
import type { DefinitionProblemCode } from './check.ts';
import type { DefinitionInput } from './definition.ts';
import { gate, type Rule } from './rule.ts';
import { recordFact } from './effects.ts';

export const event = (label: string, rest: object = {}) => ({
  label,
  by: ['reviewer'],
  payload: z.strictObject({}),
  examples: [{}],
  ...rest,
});
export const clockOf = (rest: object = {}) => ({
  label: '期限',
  citation: '无',
  limit: () => ({ value: 5, unit: 'workday' }),
  ...rest,
});
export const taskOf = (rest: object = {}) => ({
  key: 'work',
  role: 'reviewer',
  label: '办理',
  completes: ['finish'],
  ...rest,
});

const paperOf = (kind: string, event: string | null) => ({ kind, title: '文书', event, compose: () => ({}) });

const datesOf = (examples: readonly unknown[]) => ({
  label: '补记日期',
  by: ['reviewer'],
  payload: z.strictObject({ on: z.iso.date() }),
  examples,
  rules: [],
  context: () => ({}),
});

/** Facts without details. */
export const factsNamed = (...names: readonly string[]): Record<string, z.ZodObject> =>
  Object.fromEntries(names.map((name) => [name, z.looseObject({})]));

const labelled = { label: '期限', unit: '工作日', citation: '无' };

const reviewedFrom = (states: Record<string, object>, rest: object = {}): DefinitionInput => {
  const input = small(states, rest);
  return { ...input, machine: { ...input.machine, entry: [] } };
};
const closing = { type: 'final', meta: { stage: '办结' } };

/** The minimal valid workflow, with some parts replaced. Its review is concluded when the case begins. */
export function small(states: Record<string, object> = {}, rest: object = {}): DefinitionInput {
  const all: Record<string, { type?: string }> = {
    open: { meta: { stage: '办理' }, on: { finish: 'closed' } } as object,
    closed: { type: 'final', meta: { stage: '办结' } } as object,
    ...states,
  };
  const ends = Object.keys(all).filter((path) => all[path]?.type === 'final');
  return {
    key: 'small',
    version: 1,
    kind: 'review',
    acts: ['finish'],
    course: ['finish'],
    obligations: Object.fromEntries(ends.map((path) => [path, []])),
    facts: factsNamed('concluded', 'archived', 'signed', 'returned', 'began', 'left', 'arrived', 'done'),
    label: '小流程',
    count: { label: '小流程', unit: '件', order: 1 },
    parameters: {},
    materials: [],
    series: [],
    fields: z.strictObject({}),
    fieldExamples: [{}],
    initialContext: () => ({}),
    clocks: {},
    events: { finish: event('办结') },
    machine: { initial: 'open', entry: recordFact('concluded'), states: all },
    ...rest,
  } as unknown as DefinitionInput;
}

const draft = { kind: 'draft', label: '送审稿', required: true };
/** A rule that requires the draft document. */
export const draftHandedIn: Rule<unknown> = {
  id: 'materials.draft',
  message: '请先上传送审稿。',
  citation: null,
  enforcesMaterials: ['draft'],
  holds: ({ event: { env } }) => env.documents.some(({ kind }) => kind === 'draft'),
};

export const open = (rest: object, on: object = {}) => ({
  open: { meta: { stage: '办理', ...rest }, on: { finish: 'closed', ...on } },
});
export const withEvents = (events: object) => ({ events: { finish: event('办结'), ...events } });
export const running = (closing: string | null, rest: object = {}) => ({
  open: { meta: { stage: '办理', clocks: { due: 'run' } }, on: { finish: 'closed' } },
  closed: { type: 'final', meta: { stage: '办结', ...(closing === null ? {} : { clocks: { due: closing } }) } },
  ...rest,
});

export const broken: [code: DefinitionProblemCode, where: string, input: DefinitionInput][] = [
  [
    'definition.initial-missing',
    'definition',
    small({}, { machine: { initial: 'opne', states: small().machine.states } }),
  ],
  ['definition.unreachable-state', 'island', small({ island: { meta: { stage: '孤岛' }, on: { finish: 'closed' } } })],
  [
    'definition.dead-end',
    'stuck',
    small(
      { open: { meta: { stage: '办理' }, on: { finish: 'closed', stick: 'stuck' } }, stuck: { meta: { stage: '停' } } },
      withEvents({ stick: event('停') }),
    ),
  ],
  [
    'definition.uses-after',
    'open',
    small({ open: { meta: { stage: '办理' }, on: { finish: 'closed' }, after: { 1000: 'closed' } } }),
  ],
  [
    'definition.uses-invoke',
    'open',
    small({ open: { meta: { stage: '办理' }, on: { finish: 'closed' }, invoke: { src: 'mail' } } }),
  ],
  ['definition.action-unknown', 'open', small(open({}, { finish: { target: 'closed', actions: () => {} } }))],
  ['definition.guard-unknown', 'open', small(open({}, { finish: { target: 'closed', guard: () => true } }))],
  ['definition.stage-missing', 'open', small({ open: { on: { finish: 'closed' } } })],
  ['definition.label-missing', 'event:finish', small({}, { events: { finish: event('') } })],
  ['definition.label-missing', 'clock:due', small(running('stop'), { clocks: { due: clockOf({ label: ' ' }) } })],
  ['definition.label-missing', 'definition', small({}, { label: '' })],
  ['definition.label-missing', 'definition', small({}, { count: { label: '', unit: '件', order: 1 } })],
  ['definition.label-missing', 'definition', small({}, { count: { label: '小流程', unit: '', order: 1 } })],
  ['definition.field-example-invalid', 'definition', small({}, { fieldExamples: [{ extra: 1 }] })],
  ['definition.task-role-missing', 'open', small(open({ task: taskOf({ role: undefined }) }))],
  ['definition.task-label-missing', 'open', small(open({ task: taskOf({ label: '' }) }))],
  [
    'definition.task-key-duplicate',
    'again',
    small(
      {
        open: { meta: { stage: '办理', task: taskOf({ completes: ['go'] }) }, on: { go: 'again' } },
        again: { meta: { stage: '再办', task: taskOf() }, on: { finish: 'closed' } },
      },
      withEvents({ go: event('去') }),
    ),
  ],
  [
    'definition.task-on-final',
    'closed',
    small({ closed: { type: 'final', meta: { stage: '办结', task: taskOf({ completes: [] }) } } }),
  ],
  ['definition.task-completes-undeclared', 'open', small(open({ task: taskOf({ completes: ['finish', 'vanish'] }) }))],
  [
    'definition.task-completes-unhandled',
    'open',
    small(
      {
        open: { meta: { stage: '办理', task: taskOf({ completes: ['finish', 'later'] }) }, on: { finish: 'next' } },
        next: { meta: { stage: '续办' }, on: { later: 'closed' } },
      },
      withEvents({ later: event('续办') }),
    ),
  ],
  [
    'definition.task-settled-unhandled',
    'open',
    small(open({ task: taskOf({ policy: { kind: 'all' }, holders: () => ['a', 'b'] }) })),
  ],
  ['definition.clock-undeclared', 'open', small(open({ clocks: { due: 'drop' } }))],
  ['definition.clock-undeclared', 'open', small(open({ task: taskOf({ clock: 'due' }) }))],
  ['definition.clock-never-run', 'clock:due', small({}, { clocks: { due: clockOf() } })],
  ['definition.clock-never-stopped', 'clock:due', small(running(null), { clocks: { due: clockOf() } })],
  [
    'definition.clock-never-stopped',
    'clock:due',
    small(
      running('stop', {
        open: { meta: { stage: '办理', clocks: { due: 'run' } }, on: { finish: 'closed', leave: 'left' } },
        left: { type: 'final', meta: { stage: '撤回' } },
      }),
      { clocks: { due: clockOf() }, ...withEvents({ leave: event('撤回') }) },
    ),
  ],
  [
    'definition.clock-key-invalid',
    'clock:due.1',
    small(
      {
        open: { meta: { stage: '办理', clocks: { 'due.1': 'run' } }, on: { finish: 'closed' } },
        closed: { type: 'final', meta: { stage: '办结', clocks: { 'due.1': 'stop' } } },
      },
      { clocks: { 'due.1': clockOf() } },
    ),
  ],
  [
    'definition.clock-end-unclear',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ until: () => '2024-03-01' }) } }),
  ],
  [
    'definition.clock-end-unclear',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ limit: undefined }) } }),
  ],
  [
    'definition.clock-end-unclear',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ atEnd: 'lapse' }) } }),
  ],
  ['definition.clock-kept-for-ever', 'clock:due', small(running(null), { clocks: { due: clockOf({ keeps: true }) } })],
  [
    'definition.clock-reminds-nobody',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ remind: { to: [], advice: '请办理。' } }) } }),
  ],
  [
    'definition.clock-reminds-nobody',
    'clock:due',
    small(
      running('stop', {
        open: {
          meta: { stage: '办理', clocks: { due: 'run' }, task: taskOf({ clock: 'due' }) },
          on: { finish: 'closed' },
        },
      }),
      { clocks: { due: clockOf({ remind: { to: ['drafter'], advice: '请办理。' } }) } },
    ),
  ],
  [
    'definition.clock-covers-undeclared',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ covers: [{ clock: 'review', pausedFor: ['due'] }] }) } }),
  ],
  [
    'definition.on-due-undeclared',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ onDue: 'lapse' }) } }),
  ],
  [
    'definition.on-due-not-by-system',
    'clock:due',
    small(running('stop'), { clocks: { due: clockOf({ onDue: 'finish' }) } }),
  ],
  ...[
    { value: 0, bounds: { min: 1 } },
    { value: 31, bounds: { max: 30 } },
    { value: 1.5 },
    { value: -1 },
    { value: 3651 },
    { value: Number.NaN },
    { value: 5, bounds: { min: 6, max: 4 } },
    { value: 5, notAbove: 'nothing' },
    { value: 5, notAbove: 'other' },
  ].map((spec): [DefinitionProblemCode, string, DefinitionInput] => [
    'definition.parameter-out-of-bounds',
    'parameter:limit',
    small({}, { parameters: { limit: { ...labelled, ...spec }, other: { ...labelled, value: 4 } } }),
  ]),
  ['definition.event-undeclared', 'open', small(open({}, { vanish: 'closed' }))],
  ['definition.event-unused', 'event:never', small({}, withEvents({ never: event('从不') }))],
  ...['Finish.Now', 'finish_now', 'finish.', '办结', 'xstate.done', 'task.settle', 'task', '*'].map(
    (type) =>
      [
        'definition.event-name-invalid',
        `event:${type}`,
        small(open({}, { [type]: 'closed' }), withEvents({ [type]: event('办') })),
      ] as [DefinitionProblemCode, string, DefinitionInput],
  ),
  [
    'definition.event-payload-missing',
    'event:finish',
    small({}, { events: { finish: event('办结', { payload: undefined }) } }),
  ],
  [
    'definition.event-examples-missing',
    'event:finish',
    small({}, { events: { finish: event('办结', { examples: [] }) } }),
  ],
  [
    'definition.event-example-invalid',
    'event:finish',
    small({}, { events: { finish: event('办结', { examples: [{}, { odd: 1 }] }) } }),
  ],
  ['definition.event-roles-missing', 'event:finish', small({}, { events: { finish: event('办结', { by: [] }) } })],
  ['definition.kind-unknown', 'definition', small({}, { kind: 'wedding' })],
  ['definition.acts-missing', 'definition', small({}, { acts: [] })],
  ['definition.act-undeclared', 'event:seal', small({}, { acts: ['finish', 'seal'] })],
  // Before the review, after only one of two paths, and without leaving the state.
  ['definition.act-unreviewed', 'event:finish', reviewedFrom({})],
  [
    'definition.act-unreviewed',
    'event:finish',
    reviewedFrom(
      {
        open: {
          meta: { stage: '办理' },
          on: { review: { target: 'ready', actions: recordFact('concluded') }, skip: 'ready' },
        },
        ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
      },
      withEvents({ review: event('审查'), skip: event('跳过') }),
    ),
  ],
  [
    'definition.act-unreviewed',
    'event:finish',
    reviewedFrom(
      {
        open: {
          meta: { stage: '办理' },
          on: {
            finish: { actions: recordFact('signed') },
            review: { target: 'ready', actions: recordFact('concluded') },
          },
        },
        ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
      },
      withEvents({ review: event('审查') }),
    ),
  ],
  [
    'definition.migration-invalid',
    'migration:1-2',
    small({}, { version: 2, migrations: [{ key: 'small', from: 1, to: 2, states: { open: 'opne' } }] }),
  ],
  [
    'definition.migration-invalid',
    'migration:1-2',
    small({}, { version: 2, migrations: [{ key: 'small', from: 1, to: 2, clocks: { due: 'later', old: null } }] }),
  ],
  ['definition.migration-invalid', 'migration:1-2', small({}, { migrations: [{ key: 'small', from: 1, to: 2 }] })],
  ['definition.migration-invalid', 'migration:1-1', small({}, { migrations: [{ key: 'small', from: 1, to: 1 }] })],
  [
    'definition.migration-invalid',
    'migration:1-2',
    small({}, { version: 2, migrations: [{ key: 'other', from: 1, to: 2 }] }),
  ],
  ['definition.kind-uncounted', 'definition', small({}, { kind: 'meeting' })],
  [
    'definition.fact-undeclared',
    'fact:stamped',
    small(open({}, { finish: { target: 'closed', actions: recordFact('stamped') } })),
  ],
  ['definition.fact-undeclared', 'fact:concluded', small({}, { facts: undefined })],
  ['definition.fact-not-countable', 'fact:concluded', small({}, { facts: { concluded: z.string() } })],
  [
    'definition.fact-not-countable',
    'fact:concluded',
    small({}, { facts: { concluded: z.object({ advisers: z.string(), overdue: z.boolean() }) } }),
  ],
  ['definition.material-unenforced', 'material:draft', small({}, { materials: [draft] })],
  [
    'definition.material-unenforced',
    'material:draft',
    small({}, { materials: [{ ...draft, required: false, requiredWhen: () => false }] }),
  ],
  [
    'definition.material-unenforced',
    'material:draft',
    small(
      {
        open: {
          meta: { stage: '办理' },
          on: { hand: { target: 'ready', guard: gate({ rules: [draftHandedIn] }) }, skip: 'ready' },
        },
        ready: { meta: { stage: '待办' }, on: { finish: 'closed' } },
      },
      { ...withEvents({ hand: event('提交'), skip: event('跳过') }), materials: [draft] },
    ),
  ],
  ['definition.course-undeclared', 'event:seal', small({}, { course: ['finish', 'seal'] })],
  ['definition.paper-event-undeclared', 'paper:letter', small({}, { papers: [paperOf('letter', 'finsh')] })],
  [
    'definition.paper-kind-duplicate',
    'paper:letter',
    small({}, { papers: [paperOf('letter', 'finish'), paperOf('slip', null), paperOf('letter', null)] }),
  ],
  [
    'definition.state-reserved',
    'recorded',
    small({
      open: { meta: { stage: '办理' }, on: { finish: 'recorded' } },
      recorded: { meta: { stage: '登记' }, on: { finish: 'closed' } },
    }),
  ],
  ['definition.recorded-dates-invalid', 'definition', small({}, { recordedDates: datesOf([{ on: '2023-02-09' }]) })],
  ['definition.recorded-dates-invalid', 'definition', small({}, { recordedDates: datesOf([{}]) })],
  ['definition.recorded-dates-invalid', 'definition', small({}, { recordedDates: datesOf([]) })],
  ['definition.course-lacks-act', 'event:finish', small({}, { course: [] })],
  ['definition.obligations-missing', 'closed', small({}, { obligations: {} })],
  ['definition.obligations-of-no-end', 'open', small({}, { obligations: { closed: [], open: [] } })],
  ['definition.obligation-unmet', 'closed', small({}, { obligations: { closed: ['concluded', 'archived'] } })],
  [
    'definition.obligation-unmet',
    'closed',
    small(
      {
        open: {
          meta: { stage: '办理' },
          on: { finish: { target: 'closed', actions: recordFact('archived') }, drop: 'closed' },
        },
        closed: closing,
      },
      { ...withEvents({ drop: event('弃置') }), obligations: { closed: ['archived'] } },
    ),
  ],
];
