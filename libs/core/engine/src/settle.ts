/** Clocks that run after the case: who may record that the awaited act was done, and why not. Pure. */
import type { Definition } from './definition.ts';
import { declaredKey } from './declared-clocks.ts';
import { refusalOf, type MachineEvent, type Rule } from './rule.ts';
import { roleLabel } from './refusals.ts';
import type { StepClock, StepEnvironment, Refusal, RuleRefusal, StoredCase } from './vocabulary.ts';

/** Type of the history row. */
export const settled = 'clock.settled';

export interface Settlement {
  /** The day on which it was done, a civil date. */
  readonly on: string;
  readonly note?: string | undefined;
}

/**
 * Why this person may not settle this clock; null when they may.
 *
 * @param settlement null evaluates in advance: rules that read the day are left out
 */
export function settleRefusal(
  definition: Definition,
  stored: StoredCase,
  clock: { readonly key: string; readonly label: string; readonly status: StepClock['status'] },
  settlement: Settlement | null,
  env: StepEnvironment,
): Refusal | null {
  const spec = definition.clocks[declaredKey(clock.key)]?.settle;
  if (spec === undefined) {
    const message = `“${clock.label}”由办理动作启动和结束，不能单独登记办结。请在案件中办理相应事项。`;
    return refuse('unknown-event', 'clock.not-settleable', message);
  }
  const label = `${spec.label}（${clock.label}）`;
  if (!spec.by.some((role) => env.actor.roles.includes(role))) {
    const message = `“${label}”只能由${spec.by.map(roleLabel).join('或')}办理。`;
    return forbidden({ rule: 'role.not-entitled', message, citation: null, overridable: false });
  }
  if (stored.recused.includes(env.actor.id)) {
    const citation = '《中华人民共和国公务员法》第七十六条、第七十七条';
    const message = '您已就本案回避，不能再办理本案。';
    return forbidden({ rule: 'separation.recused', message, citation, overridable: false });
  }
  if (clock.status !== 'running' && clock.status !== 'overdue') {
    return refuse('not-possible', 'clock.ended', `“${clock.label}”已经办结或者届满，无须再登记。请刷新后查看。`);
  }
  const event: MachineEvent = {
    type: settled,
    payload: settlement,
    env,
    seat: null,
    recused: stored.recused,
    overrides: {},
  };
  const input = { context: stored.context, event };
  const refusals = spec.rules
    .filter((rule: Rule<unknown>) => !(settlement === null && rule.readsPayload === true) && !rule.holds(input))
    .map((rule) => refusalOf(rule, input));
  if (refusals.length === 0) return null;
  const message = `不能“${label}”：${refusals.map((each) => each.message).join('；')}`;
  return refuse('rules', 'clock.settle-refused', message, refusals);
}

function forbidden(refusal: RuleRefusal): Refusal {
  return refuse('forbidden', 'clock.settle-forbidden', refusal.message, [refusal]);
}

function refuse(kind: Refusal['kind'], code: string, message: string, refusals: readonly RuleRefusal[] = []): Refusal {
  return { ok: false, kind, code, message, refusals, issues: [] };
}
