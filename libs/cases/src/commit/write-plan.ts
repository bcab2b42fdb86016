/** The plan of a commit: the rows to write, and the case after it, so that the answer needs no second read. Pure. */
import type { Calendar, ClockState } from '@lawgate/calendar';
import {
  declaredKey,
  newThreats,
  stageOf,
  stateName,
  threatened,
  threatsIn,
  type Definition,
  type Effect,
  type PaperClock,
  type Recipient,
  type StepEnvironment,
} from '@lawgate/engine';
import { isSystem } from './step-environment.ts';
import {
  canonicalJson,
  chainHash,
  sm3,
  latestStates,
  type HistoryBody,
  type LoadedCase,
  type LoadedClock,
} from '../read/loaded-case.ts';
import { CommitDraft } from './commit-draft.ts';
import type { CommitRows, PlanInput } from './commit-rows.ts';

export type { CommitRows, PlanInput };

export interface WritePlan {
  readonly history: {
    readonly seq: number;
    readonly type: string;
    readonly actor: string | null;
    readonly body: string;
    readonly prevHash: string;
    readonly hash: string;
  };
  readonly dueOn: string | null;
  readonly rows: CommitRows;
  /** The case after the commit. */
  readonly after: LoadedCase;
}

/** The rows of one accepted event. */
export function planCommit(input: PlanInput): WritePlan {
  const { definition, before, accepted, env, event, recounted = [], ended = [] } = input;
  const draft = new CommitDraft(input);
  for (const effect of accepted.effects) draft.apply(effect);
  for (const clock of [...recounted, ...ended]) draft.putClock(clock);
  draft.settleDueDates();
  const warnings = threatNotices(input, draft.clocks);
  for (const warning of warnings) draft.apply(warning);
  const names = namesAfter(before, env);
  const seq = before.version + 1;
  leavePapers(draft, seq, names);

  const state = stateName(accepted.next.value);
  const body = historyBody(input, draft, { seq, state, warnings });
  const text = canonicalJson(body);
  const hash = chainHash(before.lastHash, text);
  return {
    history: { seq, type: event.type, actor: body.actor?.id ?? null, body: text, prevHash: before.lastHash, hash },
    dueOn: draft.caseDueOn(),
    rows: draft.rows,
    after: {
      ...before,
      title: draft.title,
      state,
      stage: stageOf(definition, accepted.next.value),
      status: accepted.next.status,
      version: seq,
      stored: accepted.next,
      lastHash: hash,
      createdAt: before.version === 0 ? env.at : before.createdAt,
      updatedAt: env.at,
      names,
      tasks: draft.openTasks(),
      clocks: draft.clocks,
      opinions: [...before.opinions, ...draft.opinions],
      numbers: [...before.numbers, ...draft.numbers],
      history: [...before.history, { body: text, hash }],
    },
  };
}

/** Papers that the commit issues, with clocks and numbers as they are after it. */
function leavePapers(draft: CommitDraft, seq: number, names: Readonly<Record<string, string>>): void {
  // Values that change later without a history are included, so that the paper can be made at any time.
  const clocks = [...latestStates(draft.clocks).values()].map(paperClock);
  for (const { paper, round } of draft.papers) {
    draft.leave('paper', { paper, round, seq, clocks, names } satisfies PaperOrder);
  }
}

function historyBody(
  input: PlanInput,
  draft: CommitDraft,
  { seq, state, warnings }: { readonly seq: number; readonly state: string; readonly warnings: readonly Effect[] },
): HistoryBody {
  const { before, accepted, env, event, recounted = [], ended = [] } = input;
  const onBehalfOf = holderReplacedBy(input);
  return {
    case: before.id,
    seq,
    at: env.at,
    type: event.type,
    actor: isSystem(env) ? null : { id: env.actor.id, name: env.actor.name },
    ...(onBehalfOf === null ? {} : { onBehalfOf }),
    ...(before.version === 0 ? { ruleset: accepted.next.rulesetVersion } : {}),
    from: before.version === 0 ? null : before.state,
    to: state,
    payload: event.payload ?? {},
    overridden: accepted.overridden,
    numbers: draft.numbers.map((number) => number.text),
    // Signed opinions are stored in separate rows; their hash ties them to the chain.
    ...(draft.opinions.length === 0
      ? {}
      : { signed: draft.opinions.map(({ id, act, hash: of }) => ({ id, act, hash: of })) }),
    documents: documentsSeen(before),
    effects: [
      ...[...accepted.effects, ...warnings].map(effectName),
      ...recounted.map(({ state }) => `recountClock:${state.key}`),
      ...ended.map(({ state }) => `stopClock:${state.key}`),
    ],
  };
}

/**
 * The holder whose task the actor completed as their stand-in. The outcome of the seat is removed with the task when
 * the answer moved the case on, so this looks at the closed task: it was completed by another person than its holder.
 */
function holderReplacedBy({ before, accepted, ended, env, stoodInFor }: PlanInput): HistoryBody['onBehalfOf'] | null {
  const { actor } = env;
  for (const effect of accepted.effects) {
    if (effect.type !== 'closeTask' || effect.outcome !== 'done' || effect.by !== actor.id) continue;
    const holder = before.tasks.find(
      (task) => task.key === effect.task && task.visit === effect.visit && task.seat === effect.seat,
    )?.holder;
    if (holder == null || holder === actor.id || actor.standsInFor?.includes(holder) !== true) continue;
    return { id: holder, name: stoodInFor?.[holder] ?? before.names?.[holder] ?? '' };
  }
  // A settled clock has no holder: it belongs to the drafter.
  const drafter = before.createdBy;
  if (ended === undefined || actor.standsInFor?.includes(drafter) !== true) return null;
  return { id: drafter, name: stoodInFor?.[drafter] ?? before.names?.[drafter] ?? '' };
}

/** Ties the documents to the chain: to change one later, every following history row would have to be changed. */
function documentsSeen({ documents }: LoadedCase): HistoryBody['documents'] {
  return { count: documents.length, hash: sm3(documents.map(({ sha256 }) => sha256).join('\n')) };
}

function namesAfter(before: LoadedCase, env: StepEnvironment): Record<string, string> {
  const named = [env.actor, ...Object.values(env.people)];
  return { ...before.names, ...Object.fromEntries(named.map((person) => [person.id, person.name])) };
}

function effectName(effect: Effect): string {
  switch (effect.type) {
    case 'openTask':
    case 'closeTask':
      return `${effect.type}:${effect.task}:${effect.seat}`;
    case 'startClock':
      return `${effect.type}:${effect.clock.key}`;
    case 'pauseClock':
    case 'resumeClock':
    case 'extendClock':
    case 'stopClock':
      return `${effect.type}:${effect.key}`;
    case 'takeNumber':
      return `${effect.type}:${effect.series}`;
    case 'notify':
      return `${effect.type}:${effect.notice}`;
    case 'recordFact':
      return `${effect.type}:${effect.fact}`;
    case 'retitle':
      return effect.type;
    case 'recordOpinion':
      return `${effect.type}:${effect.opinion.act}`;
    case 'issuePaper':
      return `${effect.type}:${effect.paper}`;
    case 'grantAccess':
    case 'revokeAccess':
      return `${effect.type}:${effect.person}`;
  }
}

/** One notice for each clock that this commit endangers, to the people who are reminded of it. */
function threatNotices(
  { definition, before, calendar }: Readonly<{ definition: Definition; before: LoadedCase; calendar: Calendar }>,
  clocks: readonly LoadedClock[],
): Extract<Effect, { type: 'notify' }>[] {
  if (!Object.values(definition.clocks).some(({ covers }) => covers !== undefined)) return [];
  const threats = (all: readonly LoadedClock[]) => threatsIn(definition, calendar, latestStates(all));
  return newThreats(threats(before.clocks), threats(clocks)).map(({ key, message }) => ({
    type: 'notify',
    to: remindedPeople(definition, before, key),
    notice: threatened,
    text: `期限预警：${message}`,
  }));
}

/** Recipients of the reminders of a clock. */
export function remindedPeople(definition: Definition, before: LoadedCase, key: string): Recipient[] {
  return (definition.clocks[declaredKey(key)]?.remind?.to ?? []).map((to) =>
    to === 'drafter' ? { kind: 'person', id: before.createdBy } : { kind: 'role', role: to },
  );
}

/** Data for making a paper, in the outbox row of kind `paper`. */
export interface PaperOrder {
  /** Kind of the paper. */
  readonly paper: string;
  readonly round: number;
  /** The history row that caused it. */
  readonly seq: number;
  /** The clocks after the commit; they change later, and earlier values are not stored elsewhere. */
  readonly clocks: readonly PaperClock[];
  /** Names of the people of the case at that time, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** The latest run of a clock as papers show it. */
export function paperClock(state: ClockState): PaperClock {
  return {
    key: state.key,
    label: state.label,
    citation: state.citation ?? null,
    status: state.status,
    startedOn: state.startedOn,
    limit: state.limit.value,
    unit: state.limit.unit,
    dueOn: state.dueOn,
    provisional: state.provisional,
  };
}
