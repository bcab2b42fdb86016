import { CivilDateText, nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const StandInView = z.object({
  id: z.string(),
  /** The person who is away. */
  person: PersonRef,
  /** The person who acts for them. */
  standIn: PersonRef,
  /** First day. */
  from: z.string(),
  /** The day after the last one. */
  to: z.string(),
});
export type StandInView = z.infer<typeof StandInView>;

export const StandInList = z.object({ items: z.array(StandInView) });
export type StandInList = z.infer<typeof StandInList>;

export const PutStandIn = z.strictObject({
  /** The person who is away; by default the caller. */
  person: z.uuid().toLowerCase().optional(),
  standIn: z.uuid().toLowerCase(),
  from: CivilDateText,
  to: CivilDateText,
});
export type PutStandIn = z.infer<typeof PutStandIn>;

nameSchemas(import.meta.url, { StandIn: StandInView, StandInList, PutStandIn });
