/** The public shapes of papers. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const PaperView = z.object({
  /** Null while it is being made: the list then has nothing to open yet. */
  id: z.string().nullable(),
  /** `waiting` is being made, `made` has its bytes. */
  status: z.enum(['waiting', 'made']),
  kind: z.string(),
  /** What the paper is called by its kind. */
  label: z.string(),
  /** The title that is on it; its label while it is being made. */
  title: z.string(),
  number: z.string().nullable(),
  /** True when the number was voided afterwards. */
  voided: z.boolean(),
  round: z.number(),
  /** The history row that caused it. */
  seq: z.number(),
  template: z.object({ key: z.string(), version: z.number() }).nullable(),
  mediaType: z.string().nullable(),
  /** Bytes. */
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  sm3: z.string().nullable(),
  signer: PersonRef.nullable(),
  madeAt: z.string().nullable(),
});
export type PaperView = z.infer<typeof PaperView>;

export const PaperList = z.object({ items: z.array(PaperView), next: z.string().nullable() });
export type PaperList = z.infer<typeof PaperList>;

export const PaperCapabilities = z.object({
  /** Whether papers can be had as PDF as well. */
  pdf: z.boolean(),
});

export const ContentQuery = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });
export type ContentQuery = z.infer<typeof ContentQuery>;

const kind = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, '文书种类不正确');

export const PreviewQuery = z.object({ kind, format: z.enum(['docx', 'pdf']).default('docx') });

export const PreviewRequest = z.strictObject({
  kind,
  format: z.enum(['docx', 'pdf']).default('docx'),
  /** What the event that issues the paper would be sent with. */
  payload: z.unknown().optional(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

const LetterSource = z.object({
  /** As a line of the letter names it: the opinion's id, with `#` and the index of the point. */
  ref: z.string(),
  opinion: z.string(),
  act: z.string(),
  by: PersonRef,
  /** Index of the point; null where the line rests on the opinion as a whole. */
  point: z.number().nullable(),
});

export const LetterDraft = z.object({
  /** `draft` is put together from findings and opinions; `signed` is what was signed in this round. */
  status: z.enum(['empty', 'draft', 'signed']),
  round: z.number(),
  /** Of the signed letter: the opinion that holds it, and the hash of what was signed. */
  signed: z.object({ opinion: z.string(), by: PersonRef, at: z.string(), hash: z.string() }).nullable(),
  sections: z.array(
    z.object({
      part: z.string(),
      title: z.string(),
      /** True for the part whose lines the unit answers one by one, by their `line`. */
      answered: z.boolean(),
      lines: z.array(
        z.object({
          /** Counted from 1 within the section. */
          line: z.number(),
          text: z.string(),
          from: z.array(z.string()),
          sources: z.array(LetterSource),
        }),
      ),
    }),
  ),
});
export type LetterDraft = z.infer<typeof LetterDraft>;

nameSchemas(import.meta.url, {
  Paper: PaperView,
  PaperList,
  PaperCapabilities,
  PaperPreviewRequest: PreviewRequest,
  LetterSource,
  LetterDraft,
});
