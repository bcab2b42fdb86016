/** After the opinion letter: adoption, the building blocks of the act, filing and the archive. */
import { gate, update, type Condition, type Role, type TaskSpec } from '@lawgate/engine';
import type { CaseRule, ReviewContext } from '../context.ts';
import type { State, States, Transitions } from '../machine.ts';
import { at, dropped, type ReviewPlan } from '../plan.ts';
import { filePapers, issuePaper, notifyDrafter, record, takeNumber } from '../records.ts';
import { adoptionLines, adoptionReasons, adoptionRecorded, datesPlausible, revisionCalledFor } from '../rules/act.ts';
import { ownCaseOrReviewer } from '../rules/separation.ts';
import { drafterOnly, heldBack, submitAgain } from './intake.ts';

/** A task of the case's drafter. */
export function drafterTask(key: string, label: string, completes: readonly string[], clock?: string): TaskSpec {
  return { key, role: 'submitter', label, completes, holders: drafterOnly, ...(clock === undefined ? {} : { clock }) };
}

export interface AdoptionPlan {
  readonly target: string;
  readonly citation: string;
  /**
   * The conclusion that requires revision and so allows a new round; null when every letter that arrives here is
   * favourable.
   */
  readonly revision: string | null;
  readonly rules?: readonly CaseRule[];
}

/** The unit answers the opinion letter, line by line. */
export function adoptionState(plan: ReviewPlan, adoption: AdoptionPlan): State {
  return {
    meta: {
      stage: '反馈采纳情况',
      clocks: { review: 'stop' },
      task: drafterTask('adoption', '反馈采纳情况', ['adoption.record', 'submit']),
    },
    on: {
      ...heldBack(plan, adoptionRecorded(adoption.citation)),
      'adoption.record': {
        guard: gate({
          rules: [adoptionReasons(adoption.citation), adoptionLines(adoption.citation), ...(adoption.rules ?? [])],
        }),
        target: at(plan, adoption.target),
        actions: [
          update<ReviewContext>(({ event }) => ({ adoption: event.payload.adoption })),
          record('adopted', ({ event }) => ({ adoption: event.payload.adoption })),
          issuePaper('adoption-feedback'),
        ],
      },
      submit: submitAgain(plan, [revisionCalledFor(adoption.revision)]),
    },
  };
}

const resultIs = (result: string, label: string): Condition<ReviewContext> => ({
  id: `deliberation.${result}`,
  label,
  readsPayload: true,
  holds: ({ event }) => event.payload.result === result,
});

/** The collective deliberation, recorded by the unit. Dissent goes into the history in full, not into the fact. */
export function deliberationState(
  plan: ReviewPlan,
  deliberation: { target: string; rules: readonly CaseRule[] },
): State {
  const rules = [plan.rules.concluded, datesPlausible('heldOn'), ...deliberation.rules];
  const recorded = record('deliberated', ({ event }) => ({
    result: event.payload.result,
    heldOn: event.payload.heldOn,
    dissent: event.payload.dissent?.length ?? 0,
  }));
  const held = (result: string, label: string) => gate({ when: resultIs(result, label), rules });
  return {
    meta: {
      stage: '集体讨论',
      clocks: { review: 'stop' },
      task: drafterTask('deliberation', '登记集体讨论情况', ['deliberation.record']),
    },
    on: {
      'deliberation.record': [
        { guard: held('passed', '审议通过'), target: at(plan, deliberation.target), actions: [recorded] },
        {
          guard: held('rejected', '审议未通过'),
          target: at(plan, 'shelving'),
          actions: [recorded, notifyDrafter('deliberation.rejected', '您送审的事项经集体讨论未通过，请办理归档。')],
        },
        // The matter stays on the agenda: the task is created again for the next meeting.
        { guard: held('again', '再次审议'), target: at(plan, 'deliberation'), reenter: true, actions: [recorded] },
      ],
    },
  };
}

/** The day of the act is the day from which filing, publicity and service count. */
export const actHappened = update<ReviewContext>(({ event }) => ({ actOn: event.payload.on }));

/** One task with its own clock, as a region of a parallel state: open, then done. */
export function region(part: {
  readonly stage: string;
  readonly doneStage: string;
  readonly clock: string;
  readonly task: TaskSpec;
  readonly event: string;
  readonly rules: readonly CaseRule[];
  readonly actions: readonly unknown[];
}): State {
  return {
    initial: 'open',
    meta: { stage: part.stage },
    states: {
      open: {
        meta: { stage: part.stage, task: part.task, clocks: { [part.clock]: 'run' } },
        on: { [part.event]: { guard: gate({ rules: part.rules }), target: 'done', actions: part.actions } },
      },
      done: { type: 'final', meta: { stage: part.doneStage, clocks: { [part.clock]: 'stop' } } },
    },
  };
}

const publicised = record('publicised', ({ event }) => ({
  on: event.payload.on,
  onTime: isOnTime(event, 'publicity'),
}));

/** Publication as a region; the drafter sends `publicise`. */
export const publicityRegion = region({
  stage: '待公开',
  doneStage: '已公开',
  clock: 'publicity',
  task: drafterTask('publicity', '公开', ['publicise'], 'publicity'),
  event: 'publicise',
  rules: [datesPlausible()],
  actions: [publicised],
});

/** Publication as a state of its own. */
export function publicisingState(plan: ReviewPlan, target: string): State {
  return {
    meta: {
      stage: '待公开',
      clocks: { publicity: 'run' },
      task: drafterTask('publicity', '公开', ['publicise'], 'publicity'),
    },
    on: {
      publicise: {
        guard: gate({ rules: [datesPlausible()] }),
        target: at(plan, target),
        actions: [publicised],
      },
    },
  };
}

const filingRules = [ownCaseOrReviewer, datesPlausible()];
const filed = [
  takeNumber('filing', '备案报告'),
  issuePaper('filing-report'),
  record('filed', ({ event }) => ({ on: event.payload.on, onTime: isOnTime(event, 'filing') })),
];

/** Filing is reported by the drafter or by any reviewer: the task is open to the office. */
function filingTask(clock?: string): TaskSpec {
  const role: Role = 'reviewer';
  return { key: 'filing', role, label: '报送备案', completes: ['file'], ...(clock === undefined ? {} : { clock }) };
}

/**
 * Filing as a state of its own. `clocks` says what entering the state does to its clock and to earlier clocks; `more`
 * are the category's further rules and events before it.
 */
export function filingState(
  plan: ReviewPlan,
  clocks: Record<string, 'run' | 'stop'>,
  more: { readonly rules?: readonly CaseRule[]; readonly on?: Transitions } = {},
): State {
  const rules = [...filingRules, ...(more.rules ?? [])];
  return {
    meta: { stage: '待备案', clocks, task: filingTask(clocks.filing === 'run' ? 'filing' : undefined) },
    on: { ...more.on, file: { guard: gate({ rules }), target: at(plan, 'archiving'), actions: filed } },
  };
}

/** True when the clock ended in time; null when there is no clock, or its date is provisional. */
export function isOnTime(
  event: {
    payload: { on: string };
    env: { clocks: Readonly<Record<string, { dueOn: string | null; provisional: boolean }>> };
  },
  key: string,
): boolean | null {
  const clock = event.env.clocks[key];
  if (clock === undefined || clock.dueOn === null || clock.provisional) return null;
  return event.payload.on <= clock.dueOn;
}

const archiveTask = (key: string): TaskSpec => ({ key, role: 'archivist', label: '归档', completes: ['archive'] });

const archivedAs = (outcome: string) =>
  record('archived', ({ event }) => ({ outcome, fileNumber: event.payload.fileNumber ?? null }));

/** `clocks` are those that the previous state left running. */
export function archiveStates(plan: ReviewPlan, clocks: Record<string, 'stop'> = {}): States {
  return {
    archiving: {
      meta: { stage: '待归档', task: archiveTask('archive'), clocks },
      on: { archive: { target: 'archived', actions: [archivedAs('completed'), ...filePapers] } },
    },
    archived: { type: 'final', meta: { stage: '已归档', clocks: dropped(...(plan.ownClocks ?? [])) } },
  };
}

/** Where deliberation rejects the matter: the file is closed without the act. */
export function shelvingStates(plan: ReviewPlan): States {
  return {
    shelving: {
      meta: { stage: '未通过，待归档', task: archiveTask('archive-rejected') },
      on: { archive: { target: 'not-adopted', actions: [archivedAs('rejected'), ...filePapers] } },
    },
    'not-adopted': { type: 'final', meta: { stage: '未通过，已归档', clocks: dropped(...(plan.ownClocks ?? [])) } },
  };
}
