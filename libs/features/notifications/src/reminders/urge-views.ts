import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { Note } from './case-part.ts';

export const UrgeRequest = z.strictObject({ note: Note });
export type UrgeRequest = z.infer<typeof UrgeRequest>;

export const UrgeView = z.object({
  id: z.string(),
  taskId: z.string(),
  caseId: z.string(),
  /** Label of the task. */
  label: z.string(),
  by: PersonRef,
  note: z.string().nullable(),
  at: z.string(),
  /** The task may be urged again from this time on. */
  nextAt: z.string(),
});
export type UrgeView = z.infer<typeof UrgeView>;

export const UrgeList = z.object({ items: z.array(UrgeView) });
export type UrgeList = z.infer<typeof UrgeList>;

nameSchemas(import.meta.url, { UrgeRequest, Urge: UrgeView, UrgeList });
