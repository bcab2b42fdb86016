import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { Note } from './case-part.ts';

export const CopyRequest = z.strictObject({
  people: z.array(z.uuid()).min(1, '请选择抄送对象').max(50, '一次最多抄送50人'),
  note: Note,
});
export type CopyRequest = z.infer<typeof CopyRequest>;

export const CopyView = z.object({
  id: z.string(),
  person: PersonRef,
  by: PersonRef,
  note: z.string().nullable(),
  at: z.string(),
  /** When the person read the notice (已阅); null while they have not. */
  readAt: z.string().nullable(),
});
export type CopyView = z.infer<typeof CopyView>;

export const CopyList = z.object({ items: z.array(CopyView) });
export type CopyList = z.infer<typeof CopyList>;

nameSchemas(import.meta.url, { CopyRequest, Copy: CopyView, CopyList });
