/**
 * Recorded cases (补录): matters that were concluded before Lawgate was used, taken over from a register. Such a case has
 * what the register says and went through no state of its category: no task, opinion, paper or clock is made for it.
 * Clocks that run after a case start when somebody enters the dates that they need. Pure.
 */
import type { Definition, EventSpec } from './definition.ts';
import { startDated } from './effects.ts';
import { isRecorded, recordedState } from './machine.ts';
import { badPayload, refuse, ruleRefused, wrongRole } from './refusals.ts';
import { refusalOf, type MachineEvent, type Rule } from './rule.ts';
import { declaredKey } from './declared-clocks.ts';
import type { Effect, Refusal, StepEnvironment, StoredCase } from './vocabulary.ts';

/** Dates of an act of the past that start the clocks which run after the case: validity, payments, expiry. */
export interface RecordedDates extends Pick<EventSpec, 'label' | 'by' | 'payload' | 'examples'> {
  // Workflows have their own contexts; the rule itself is typed where it is written.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly rules: readonly Rule<any>[];
  /** What the clocks read of the case's context, by the payload. */
  readonly context: (payload: never) => Readonly<Record<string, unknown>>;
}

/** A recorded case: done, without tasks, and with these values as its whole context. */
export function recordedCase(
  { key, version }: Pick<Definition, 'key' | 'version'>,
  context: Readonly<Record<string, unknown>>,
  rulesetVersion: number,
): StoredCase {
  return {
    definitionKey: key,
    definitionVersion: version,
    rulesetVersion,
    value: recordedState,
    context,
    status: 'done',
    historyValue: {},
    tasks: {},
    visits: {},
    recused: [],
  };
}

export interface EnteredDates {
  readonly ok: true;
  readonly next: StoredCase;
  readonly effects: readonly Effect[];
  /** As the schema reads it. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Type of the history row of entered dates. */
export const datesEntered = 'record.dates';

/**
 * The recorded case with these dates, and the effects that start its clocks.
 *
 * A clock starts once: dates for a clock that has started are refused, also when it has ended.
 *
 * @returns the refusal with code `record.not-recorded`, `record.no-dates`, `record.dates-entered`, or that of an event
 */
export function enterDates(
  definition: Definition,
  stored: StoredCase,
  given: unknown,
  env: StepEnvironment,
): EnteredDates | Refusal {
  if (!isRecorded(stored)) {
    return refuse('not-possible', 'record.not-recorded', '本案由办理产生日期，不能补记。请在案件中办理相应事项。');
  }
  const spec = definition.recordedDates;
  if (spec === undefined) {
    return refuse('not-possible', 'record.no-dates', `“${definition.label}”没有办结以后的期限，不必补记日期。`);
  }
  if (!spec.by.some((role) => env.actor.roles.includes(role))) return wrongRole(spec.label, spec.by);
  const parsed = spec.payload.safeParse(given ?? {});
  if (!parsed.success) {
    return badPayload(
      spec.label,
      parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
    );
  }
  const context = { ...stored.context, ...spec.context(parsed.data as never) };
  const event: MachineEvent = {
    type: datesEntered,
    payload: parsed.data,
    env,
    seat: null,
    recused: stored.recused,
    overrides: {},
  };
  // The rules see the case before the dates, as those of an event do.
  const input = { context: stored.context, event };
  const failing = spec.rules.filter((rule) => !rule.holds(input)).map((rule) => refusalOf(rule, input));
  if (failing.length > 0) return ruleRefused(spec.label, failing);
  const effects = Object.entries(definition.clocks)
    .filter(([, clock]) => clock.keeps === true)
    .flatMap(([key]) => startDated(definition, key, context, env));
  const started = new Set(Object.keys(env.clocks).map(declaredKey));
  const again = effects.filter(({ clock }) => started.has(declaredKey(clock.key)));
  if (again.length > 0) {
    const labels = again.map(({ clock }) => clock.label).join('、');
    return refuse('not-possible', 'record.dates-entered', `${labels}已经登记，不能重复登记。`);
  }
  return { ok: true, next: { ...stored, context }, effects, payload: parsed.data as EnteredDates['payload'] };
}
