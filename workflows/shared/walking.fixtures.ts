/** The people, the materials and the moves for walking workflows in tests. */
import { isDeepStrictEqual } from 'node:util';
import {
  possibleEvents,
  stateName,
  walk,
  type Actor,
  type CaseEvent,
  type Definition,
  type StepEnvironment,
  type Role,
  type StoredCase,
  type Walk,
  type WalkMove,
  type WalkOptions,
} from '@lawgate/engine';
import type { ReviewContext } from './context.ts';
import { exampleAdvisers, exampleContent, exampleDay } from './examples.ts';

function actor(id: string, roles: readonly Role[], qualifications: readonly string[] = []): Actor {
  return { id, name: id, roles, qualifications };
}

/** Two of them hold roles that must not be combined in one case, to test the separation of duties. */
export const people = {
  drafter: actor('drafter', ['submitter', 'reviewer'], ['national-legal']),
  reviewer: actor('reviewer-1', ['reviewer'], ['national-legal']),
  reviewerDirector: actor('reviewer-2', ['reviewer', 'director'], ['national-legal']),
  adviser: actor(exampleAdvisers.first, ['adviser']),
  adviser2: actor(exampleAdvisers.second, ['adviser']),
  adviserDirector: actor(exampleAdvisers.alsoDirector, ['adviser', 'director']),
  director: actor('director', ['director']),
  leader: actor('leader', ['leader']),
  archivist: actor('archivist', ['archivist']),
  system: actor('system', ['system']),
} as const;

export const everybody: readonly Actor[] = Object.values(people);

/** The environment on the example day, with every material of the definition present. */
export function stepEnvironmentOf(
  definition: Definition,
  who: Actor,
  overrides: Partial<StepEnvironment> = {},
): StepEnvironment {
  return {
    at: `${exampleDay}T02:00:00.000Z`,
    today: exampleDay,
    receiptDay: exampleDay,
    actor: who,
    documents: definition.materials.map(({ kind }) => ({ id: kind, kind, sha256: exampleContent })),
    clocks: {},
    parameters: {},
    people: Object.fromEntries(everybody.map((person) => [person.id, person])),
    ...overrides,
  };
}

/** Selects the events to try in a configuration; false leaves one out. */
export type MoveFilter = (event: CaseEvent, who: Actor, stored: StoredCase) => boolean;

/** Everything except conflicts of interest: every role, every example of every payload, any number of rounds. */
export const withoutRecusal: MoveFilter = ({ type }) => type !== 'recuse';

/** At most one conflict of interest, at any moment, of an adviser, a reviewer or the director. */
export const withOneRecusal: MoveFilter = ({ type, payload }, who, stored) => {
  if (type === 'review.extend' || who.id === people.adviserDirector.id) return false;
  if (type === 'advisers.assign') return !JSON.stringify(payload).includes(people.adviserDirector.id);
  if (type !== 'recuse') return true;
  return (
    stored.recused.length === 0 && [people.adviser, people.reviewer, people.director].some((one) => one.id === who.id)
  );
};

/** Walks a definition with every person trying every example of every event that the state accepts. */
export function walkThrough(
  definition: Definition,
  options: {
    fields?: Record<string, unknown>;
    /** Parameters of the rule set that differ from the definition's defaults. */
    parameters?: StepEnvironment['parameters'];
    only?: MoveFilter;
    /** The same people under other names. */
    cast?: readonly Actor[];
    /** Leaves out events that are forbidden regardless of the payload: they change nothing and notify nobody. */
    allowedOnly?: boolean;
    limit?: number;
    /** As in {@link walk}: receives edges and refusals, which are then not kept. */
    onMove?: WalkOptions['onMove'];
  } = {},
): Walk {
  const { only = () => true, parameters = {}, cast = everybody, allowedOnly = false } = options;
  const castById = Object.fromEntries(cast.map((person) => [person.id, person]));
  const factsOfCast = cast.map((who) => stepEnvironmentOf(definition, who, { parameters, people: castById }));
  const examples = examplesByType(definition);
  return walk(definition, {
    input: { drafter: people.drafter.id, fields: options.fields ?? {}, round: 1 },
    env: stepEnvironmentOf(definition, people.drafter, { parameters }),
    project: projected,
    limit: options.limit,
    onMove: options.onMove,
    events: (stored): WalkMove[] =>
      factsOfCast.flatMap((env) => {
        const possible = possibleEvents(definition, stored, env).filter(({ allowed }) => allowed || !allowedOnly);
        return possible.flatMap(({ type }) =>
          (examples.get(type) ?? [])
            .filter((example) => keepsFields(example, stored) && only(example.event, env.actor, stored))
            .map(({ event }) => ({ event, env })),
        );
      }),
  });
}

interface Example {
  readonly event: CaseEvent;
  /** Of an amendment: the fields that it sets. */
  readonly fields: unknown;
}

function examplesByType(definition: Definition): ReadonlyMap<string, readonly Example[]> {
  const fieldsOf = ({ title: _title, ...fields }: Record<string, unknown>): unknown => definition.fields.parse(fields);
  return new Map(
    Object.entries(definition.events).map(([type, { examples }]) => [
      type,
      examples.map((payload): Example => {
        const fields = type === 'draft.amend' ? fieldsOf(payload as Record<string, unknown>) : undefined;
        return { event: { type, payload }, fields };
      }),
    ]),
  );
}

/**
 * A separate test proves that amending equals creating the case with those fields. A walk from each set of fields
 * therefore reaches everything that an amendment could, and only amendments without a change are tried.
 */
function keepsFields({ event, fields }: Example, stored: StoredCase): boolean {
  return event.type !== 'draft.amend' || isDeepStrictEqual(fields, contextOf(stored).fields);
}

/**
 * What distinguishes two configurations: everything that a rule, a condition, a task or a property can still read.
 * Counters (the round, visits) and values that are no longer read are left out, so that the walk is exhaustive and
 * ends.
 */
function projected(stored: StoredCase): string {
  const state = stateName(stored.value);
  const context = contextOf(stored);
  return JSON.stringify([
    state,
    isAfterLetter(state) ? settled(context) : open(context, state),
    Object.entries(stored.tasks).map(([key, { set }]) => [
      key,
      set.status,
      set.seats.map(({ holder, status }) => [holder, status]),
    ]),
    stored.recused,
    state === 'supplementing' || state === 'inquiring' ? stored.historyValue : null,
  ]);
}

/** From here no path leads back to a review: adoption has been recorded, or there is nothing to adopt. */
const statesBeforeAct =
  /^(draft|case-clock|submitted|supplementing|inquiring|review|leader-approval|adoption|revising|resubmission-returned)/;

export function isAfterLetter(state: string): boolean {
  return !statesBeforeAct.test(state);
}

function settled(context: ReviewContext): unknown {
  const { conclusion, opinions, actOn, fields, sealedCopy } = context;
  return [conclusion, opinions.length > 0, soundSignature(context), actOn, fields, sealedCopy];
}

function open(context: ReviewContext, state: string): unknown {
  const { round: _round, urgent: _urgent, handedInBy: _handedInBy, supplementFrom, ...read } = context;
  return {
    ...read,
    // Rules only ask whether an opinion says illegal.
    opinions: context.opinions.map(({ adviser, by, conclusion }) => [adviser, by, conclusion === 'illegal']),
    // Asked only about people who could review or sign.
    everAdvised: context.everAdvised.filter((id) => signatories.includes(id)),
    supplementFrom: state === 'supplementing' ? supplementFrom : null,
  };
}

const signatories = everybody
  .filter(({ roles }) => roles.some((role) => role === 'reviewer' || role === 'director' || role === 'leader'))
  .map(({ id }) => id);

/** True when the findings are not by the drafter, and the signature is by neither drafter nor adviser. */
export function soundSignature(context: ReviewContext): boolean {
  const { director, reviewer, drafter, opinions, everAdvised } = context;
  const advised = [...everAdvised, ...opinions.map(({ by }) => by)];
  return (
    context.signedOn !== null &&
    director !== null &&
    reviewer !== null &&
    director !== drafter &&
    reviewer !== drafter &&
    !advised.includes(director) &&
    !advised.includes(reviewer)
  );
}

export function contextOf(stored: StoredCase): ReviewContext {
  return stored.context as unknown as ReviewContext;
}
