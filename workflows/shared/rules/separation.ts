/** Separation of duties and 回避: who may not do what in a case in which they already have another part. */
import { citations } from '../citations.ts';
import type { CaseRule, CaseRuleInput } from '../context.ts';

/** The drafter cannot review their own draft (公务员法 76–77). */
export const drafterNotReviewer: CaseRule = {
  id: 'separation.drafter-not-reviewer',
  message: '您是本案的承办人，不能审查本人承办的事项，请由其他审查人办理。',
  citation: citations.civilServants,
  holds: ({ context, event }) => !isDrafter(context, event.env.actor.id),
};

/** An adviser of the case must not also review it. */
export const reviewerNotAdviser: CaseRule = {
  id: 'separation.reviewer-not-adviser',
  message: '您是本案的法律顾问，法律顾问意见与审查意见应当分别出具，请由其他审查人办理。',
  citation: citations.normativeReview,
  holds: ({ context, event }) => !advised(context, event.env.actor.id),
};

/**
 * An adviser never signs the opinion letter, even when they hold the director's role (国办发〔2018〕115号; 国务院令713 art. 28).
 */
export const adviserNotSignatory: CaseRule = {
  id: 'separation.adviser-not-signatory',
  message: '您是本案的法律顾问，法律顾问只协助审查，不能签发审查意见书，请由其他负责人审签。',
  citation: `${citations.normativeReview}；${citations.majorAdvisers}`,
  holds: ({ context, event }) => !advised(context, event.env.actor.id),
};

export const directorNotDrafter: CaseRule = {
  id: 'separation.director-not-drafter',
  message: '您是本案的承办人，不能审签本人承办的事项，请由其他负责人审签。',
  citation: citations.civilServants,
  holds: ({ context, event }) => !isDrafter(context, event.env.actor.id),
};

/** Soft, because in a small office one person may be both; the reason is kept in the history. */
export const directorNotReviewer: CaseRule = {
  id: 'separation.director-not-reviewer',
  message: '审查意见由您本人提出，审签应当由他人办理；确因人员不足须由本人审签的，请写明理由。',
  citation: null,
  strength: 'soft',
  holds: ({ context, event }) => context.reviewer !== event.env.actor.id,
};

/**
 * A lawyer may not advise on what they drafted or reviewed themselves (律师法 39). Also applies to advisers who are added
 * or transferred later.
 */
export const adviserWithoutPart: CaseRule = {
  id: 'separation.adviser-without-part',
  message: '您在本案中已有其他职责（承办或审查），不能同时担任本案的法律顾问，请申请回避。',
  citation: citations.lawyers,
  holds: ({ context, event }) => {
    const { id } = event.env.actor;
    return !isDrafter(context, id) && context.reviewer !== id;
  },
};

/** Only the drafter, or a person who stands in for them today, may withdraw. */
export const ownCase: CaseRule = {
  id: 'submitter.own-case',
  message: '只有本案承办人（或其代理人）可以办理，请由承办人操作。',
  citation: null,
  holds: ({ context, event }) => isOwnCase(context, event.env.actor),
};

/** The filing report is sent by the case's drafter or by a reviewer. */
export const ownCaseOrReviewer: CaseRule = {
  ...ownCase,
  id: 'filing.drafter-or-reviewer',
  message: '报送备案由本案承办人或审查人办理，请由其操作。',
  holds: ({ context, event }) => event.env.actor.roles.includes('reviewer') || isOwnCase(context, event.env.actor),
};

type Context = CaseRuleInput['context'];

function isDrafter(context: Context, person: string): boolean {
  return person === context.drafter || person === context.handedInBy;
}

function advised(context: Context, person: string): boolean {
  return context.everAdvised.includes(person) || context.opinions.some(({ by }) => by === person);
}

function isOwnCase(context: Context, actor: CaseRuleInput['event']['env']['actor']): boolean {
  return isDrafter(context, actor.id) || (actor.standsInFor ?? []).some((person) => isDrafter(context, person));
}
