/**
 * Clocks that run on after the case is archived: the validity of a document, the payments and the expiry of a contract.
 */
import { lastDayOfYears, type ClockDefinition, type RecordedDates } from '@lawgate/engine';
import { citations } from './citations.ts';
import type { CaseRule, CivilDate, ReviewContext } from './context.ts';
import type { Parameters } from './parameters.ts';
import { recordedContractPayload, recordedDocumentPayload } from './payloads.ts';
import { datesPlausible } from './rules/act.ts';
import { ownCaseOrReviewer } from './rules/separation.ts';
import { valueOf } from './clocks.ts';

type Given = Readonly<Record<string, number>>;

const actDay = ({ actOn }: ReviewContext): CivilDate | null => actOn;

/** The last day that a document promulgated on this day may be valid, by the parameter's years. */
// eslint-disable-next-line lawgate/plain-words -- The hash of the released versions covers this name.
export function longestValidity(specs: Parameters, given: Given, context: ReviewContext, on: CivilDate): CivilDate {
  return lastDayOfYears(on, yearsOf(specs, given, context));
}

function yearsOf(specs: Parameters, given: Given, { fields }: ReviewContext): number {
  return valueOf(specs, given, fields.trial === true ? 'validity.trial-years' : 'validity.years');
}

/** 有效期: from promulgation through the shorter of the drafter's date and the years allowed; then it lapses by itself. */
export function validityClock(specs: Parameters): ClockDefinition {
  return {
    label: '有效期',
    citation: citations.townRules,
    from: actDay,
    until: (context: ReviewContext, given) =>
      context.kept?.validUntil ??
      (context.actOn === null ? null : longestValidity(specs, given, context, context.actOn)),
    pausable: false,
    keeps: true,
    atEnd: 'lapse',
    remind: {
      to: ['drafter', 'reviewer'],
      window: (given) => ({ value: valueOf(specs, given, 'validity.evaluation-months'), unit: 'month' }),
      windowLabel: '进入评估期',
      advice: '请组织实施情况评估；到期自行失效，需要继续施行的，应当重新制定、重新编号公布。',
    },
  };
}

/** A validity given by the drafter must not exceed the maximum. */
export function validityWithinLimit(specs: Parameters): CaseRule {
  return {
    id: 'validity.within-limit',
    summary: '有效期自公布之日起不超过规定年限，截止日期不早于公布日期。',
    message: ({ context, event }) => {
      const { on, validUntil } = event.payload;
      const years = yearsOf(specs, event.env.parameters, context);
      return validUntil < on
        ? `有效期截止日期 ${validUntil} 早于公布日期 ${on}，请核对。`
        : `有效期自公布之日起不超过${years}年，最迟至 ${longestValidity(specs, event.env.parameters, context, on)}；` +
            `所填截止日期 ${validUntil} 超过年限，请改为不晚于该日，或者不填（按最长年限计算）。`;
    },
    citation: citations.townRules,
    readsPayload: true,
    holds: ({ context, event }) => {
      const { on, validUntil } = event.payload;
      // A day of promulgation in the future is refused by its own rule; nothing is counted from it.
      if (validUntil === undefined || on > event.env.today) return true;
      return validUntil >= on && validUntil <= longestValidity(specs, event.env.parameters, context, on);
    },
  };
}

const contractAdvice = {
  payment: '请按合同约定办理付款，付款后登记。',
  expiry: '请核对合同履行情况；期满合同终止，需要续签的，请另行送审。',
} as const;

/** 付款: one clock for each payment date; overdue until somebody records the payment. */
export function paymentClock(specs: Parameters): ClockDefinition {
  return {
    label: '付款',
    citation: citations.contractPerformance,
    from: actDay,
    instances: ({ kept }: ReviewContext) =>
      (kept?.payments ?? []).map((until, index) => ({ until, label: `第${index + 1}期付款` })),
    pausable: false,
    keeps: true,
    remind: {
      to: ['drafter'],
      window: (given) => ({ value: valueOf(specs, given, 'payment.window'), unit: 'workday' }),
      advice: contractAdvice.payment,
    },
    settle: { label: '登记付款', by: ['submitter', 'reviewer'], rules: [settledByOwnPeople, datesPlausible()] },
  };
}

/** 合同期限: ends by itself on the day that the contract names. */
export function expiryClock(specs: Parameters): ClockDefinition {
  return {
    label: '合同期限',
    citation: citations.contractPerformance,
    from: actDay,
    until: ({ kept }: ReviewContext) => kept?.expiresOn ?? null,
    pausable: false,
    keeps: true,
    atEnd: 'lapse',
    remind: {
      to: ['drafter', 'reviewer'],
      window: (given) => ({ value: valueOf(specs, given, 'expiry.window'), unit: 'day' }),
      windowLabel: '即将期满',
      advice: contractAdvice.expiry,
    },
  };
}

const settledByOwnPeople: CaseRule = {
  ...ownCaseOrReviewer,
  id: 'settlement.drafter-or-reviewer',
  message: '由本案承办人或审查人登记，请由其操作。',
};

/** Longer than any contract; a later day is a slip of the keyboard. */
// eslint-disable-next-line lawgate/plain-words -- The hash of the released versions covers this name.
const longestContractYears = 100;

/**
 * Payments are not before the signing, the end is after it, and no date is further away than a plausible contract
 * allows.
 */
export const contractDatesPlausible: CaseRule = {
  id: 'contract.dates-plausible',
  summary: '付款日期不早于签订日期，合同期满日期晚于签订日期，均不超过100年。',
  message: ({ event }) => {
    const { on, payments = [], expiresOn } = event.payload as SignedDates;
    const early = payments.find((payment) => payment.on < on);
    if (early !== undefined) return `付款日期 ${early.on} 早于签订日期 ${on}，请核对付款安排。`;
    if (expiresOn !== undefined && expiresOn <= on) return `合同期满日期 ${expiresOn} 不晚于签订日期 ${on}，请核对。`;
    return `付款日期、合同期满日期不能晚于签订之日起${longestContractYears}年，请核对。`;
  },
  citation: null,
  readsPayload: true,
  holds: ({ event }) => {
    const { on, payments = [], expiresOn } = event.payload as SignedDates;
    // As above: a day of signing in the future is refused by its own rule.
    if (on > event.env.today) return true;
    const latest = lastDayOfYears(on, longestContractYears);
    return (
      payments.every((payment) => payment.on >= on && payment.on <= latest) &&
      (expiresOn === undefined || (expiresOn > on && expiresOn <= latest))
    );
  },
};

interface SignedDates {
  readonly on: CivilDate;
  readonly payments?: readonly { readonly on: CivilDate }[];
  readonly expiresOn?: CivilDate;
}

/** The dates that a signed contract fixes; payments sorted by date. */
export function datesOfContract(event: { payload: SignedDates }): ReviewContext['kept'] {
  const { payments = [], expiresOn } = event.payload;
  return {
    ...(payments.length === 0 ? {} : { payments: payments.map(({ on }) => on).sort() }),
    ...(expiresOn === undefined ? {} : { expiresOn }),
  };
}

/** The day of signing, the payments and the end of a contract that was taken over from a register (补录). */
export const recordedContractDates: RecordedDates = {
  label: '补记签订日期、付款日期和合同期限',
  by: ['submitter', 'reviewer'],
  payload: recordedContractPayload,
  examples: [{ on: '2023-02-10', payments: [{ on: '2023-06-30' }], expiresOn: '2026-02-09' }],
  rules: [datesPlausible(), contractDatesPlausible],
  context: (dates: SignedDates) => ({ actOn: dates.on, kept: datesOfContract({ payload: dates }) }),
};

const maxValidityYears = 100;

/** A document of the past may have any validity that its text gives; no maximum of today is applied to it. */
const recordedValidityPlausible: CaseRule = {
  id: 'validity.after-publication',
  summary: '有效期截止日期不早于公布日期，不超过100年。',
  message: ({ event }) =>
    `有效期截止日期 ${event.payload.validUntil} 早于公布日期 ${event.payload.on}，或者超过${maxValidityYears}年，请核对。`,
  citation: null,
  readsPayload: true,
  holds: ({ event }) => {
    const { on, validUntil } = event.payload;
    // A day of publication in the future is refused by its own rule.
    return on > event.env.today || (validUntil >= on && validUntil <= lastDayOfYears(on, maxValidityYears));
  },
};

/** The publication and the last day of a document that was taken over from a register (补录). */
export const recordedDocumentDates: RecordedDates = {
  label: '补记公布日期和有效期',
  by: ['submitter', 'reviewer'],
  payload: recordedDocumentPayload,
  examples: [{ on: '2023-02-10', validUntil: '2028-02-09' }],
  rules: [datesPlausible(), recordedValidityPlausible],
  context: ({ on, validUntil }: { on: CivilDate; validUntil: CivilDate }) => ({ actOn: on, kept: { validUntil } }),
};
