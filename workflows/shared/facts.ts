/** The facts that the shared states record, with the shape of their details. A category adds those of its own. */
import type { Definition } from '@lawgate/engine';
import { z } from 'zod';
import { adoptionLabels } from './payloads.ts';

/** The round in which the fact was recorded, from 1; every fact of the spine has it. */
const round = z.int().min(1);
const reason = z.string();
const day = z.iso.date();
/** Null where no clock ran or its due date was provisional. */
const onTime = z.boolean().nullable();
const fileNumber = z.string().nullable();
const count = z.int().min(0);
const archived = (...outcomes: readonly [string, ...string[]]) =>
  z.strictObject({ round, outcome: z.enum(outcomes), fileNumber });

/** Recorded on the way from submission to the archive, in every category. */
export const spineFacts = {
  received: z.strictObject({ round, urgent: z.boolean() }),
  resubmitted: z.strictObject({ round, urgent: z.boolean() }),
  accepted: z.strictObject({ round }),
  declined: z.strictObject({ round, reason }),
  returned: z.strictObject({ round, reason: reason.optional() }),
  withdrawn: z.strictObject({ round, reason: reason.optional() }),
  'resubmission-returned': z.strictObject({ round, reason: reason.optional() }),
  'resubmission-withdrawn': z.strictObject({ round, reason: reason.optional() }),
  supplemented: z.strictObject({ round, items: count }),
  'supplement-provided': z.strictObject({ round }),
  opinion: z.strictObject({ round, adviser: z.string(), conclusion: z.string() }),
  inquiry: z.strictObject({ round, kind: z.string() }),
  'inquiry-ended': z.strictObject({ round }),
  extended: z.strictObject({ round, reason }),
  examined: z.strictObject({ round, conclusion: z.string(), problems: count }),
  concluded: z.strictObject({
    round,
    conclusion: z.string().nullable(),
    overdue: z.boolean(),
    urgent: z.boolean(),
    /** Opinions of advisers in this round. */
    advisers: count,
  }),
  archived: archived('completed', 'unfavourable', 'rejected'),
};

/** Recorded by states that only some categories have, by name of the fact. */
export const onwardFacts = {
  adopted: z.strictObject({ round, adoption: z.enum(Object.keys(adoptionLabels)) }),
  deliberated: z.strictObject({ round, result: z.string(), heldOn: day, dissent: count }),
  promulgated: z.strictObject({
    round,
    on: day,
    documentNumber: z.string(),
    registrationNumber: z.string().nullable(),
    /** Maximum years of validity under the rule set of the case. */
    validityYears: count,
  }),
  signed: z.strictObject({ round, on: day }),
  decided: z.strictObject({ round, on: day, documentNumber: z.string().optional() }),
  served: z.strictObject({ round, on: day }),
  publicised: z.strictObject({ round, on: day, onTime }),
  filed: z.strictObject({
    round,
    on: day,
    onTime,
    recipient: z.string().optional(),
    /** Reports that the case still needs after this one. */
    remaining: count.optional(),
  }),
};

/** The facts of a category: those of the spine and, by name, those of the states that it adds. */
export function factsOf(...onward: readonly (keyof typeof onwardFacts)[]): Definition['facts'] {
  return { ...spineFacts, ...Object.fromEntries(onward.map((fact) => [fact, onwardFacts[fact]])) };
}
