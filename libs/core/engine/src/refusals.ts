/** The refusals of an event, each with a stable code and a message for people. */
import type { PayloadIssue, Refusal, Role, RuleRefusal } from './vocabulary.ts';

const roleLabels: Readonly<Record<Role, string>> = {
  submitter: '承办人',
  reviewer: '审查人',
  adviser: '法律顾问',
  director: '司法所所长',
  leader: '分管领导',
  archivist: '档案员',
  administrator: '系统管理员',
  'security-administrator': '安全管理员',
  auditor: '审计员',
  system: '系统',
};

export function roleLabel(role: Role): string {
  return roleLabels[role];
}

export const refuse = (kind: Refusal['kind'], code: string, message: string, rest: Partial<Refusal> = {}): Refusal => ({
  ok: false,
  kind,
  code,
  message,
  refusals: [],
  issues: [],
  ...rest,
});

export const unknownEvent = (type: string, known: readonly string[]): Refusal =>
  refuse('unknown-event', 'event.unknown', `没有名为“${type}”的办理动作。可用的动作：${known.join('、')}。`);

export const wrongRole = (label: string, by: readonly Role[]): Refusal =>
  refuse('forbidden', 'event.forbidden', `“${label}”只能由${by.map(roleLabel).join('或')}办理。`, {
    refusals: [
      {
        rule: 'role.not-entitled',
        message: `“${label}”只能由${by.map(roleLabel).join('或')}办理。`,
        citation: null,
        overridable: false,
      },
    ],
  });

export const personTurnedAway = (refusal: RuleRefusal): Refusal =>
  refuse('forbidden', 'event.forbidden', refusal.message, { refusals: [refusal] });

export const notHolder = (message: string): Refusal =>
  personTurnedAway({ rule: 'task.not-holder', message, citation: null, overridable: false });

export const notPossible = (label: string, stage: string, possible: readonly string[]): Refusal =>
  refuse(
    'not-possible',
    'event.not-possible',
    possible.length === 0
      ? `案件处于“${stage}”，已经办结，不能再“${label}”。`
      : `案件处于“${stage}”，现在不能“${label}”。现在可以：${possible.join('、')}。`,
  );

/** The state accepts the event only under conditions, none of which holds for this case. */
export const conditionsNotMet = (label: string, conditions: readonly RuleRefusal[]): Refusal =>
  refuse(
    'not-possible',
    'event.not-possible',
    `现在不能“${label}”。${conditions.map(({ message }) => message).join('；')}`,
    { refusals: conditions },
  );

export const badPayload = (label: string, issues: readonly PayloadIssue[]): Refusal =>
  refuse('payload', 'event.payload-invalid', `“${label}”的内容不完整或不正确，请按提示修改后再提交。`, { issues });

export const ruleRefused = (label: string, refusals: readonly RuleRefusal[]): Refusal =>
  refuse('rules', 'event.refused', `不能“${label}”：${refusals.map((r) => r.message).join('；')}`, { refusals });
