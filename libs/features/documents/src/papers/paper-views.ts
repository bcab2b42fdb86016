/** The public shapes of papers. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const PaperView = z.object({
  /** Null while it is being made. */
  id: z.string().nullable(),
  /** `waiting`: being made; `made`: its bytes exist. */
  status: z.enum(['waiting', 'made']),
  kind: z.string(),
  /** Label of the paper's kind. */
  label: z.string(),
  /** The title on the paper; the label while it is being made. */
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
  /** Whether papers are also available as PDF. */
  pdf: z.boolean(),
});

export const ContentQuery = z.object({ format: z.enum(['docx', 'pdf']).default('docx') });
export type ContentQuery = z.infer<typeof ContentQuery>;

const kind = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, '文书种类不正确');

export const PreviewQuery = z.object({ kind, format: z.enum(['docx', 'pdf']).default('docx') });

export const PreviewRequest = z.strictObject({
  kind,
  format: z.enum(['docx', 'pdf']).default('docx'),
  /** Payload of the event that would issue the paper. */
  payload: z.unknown().optional(),
});
export type PreviewRequest = z.infer<typeof PreviewRequest>;

const LetterSource = z.object({
  /** The reference of a line of the letter: the opinion's id, with `#` and the index of the point. */
  ref: z.string(),
  opinion: z.string(),
  act: z.string(),
  by: PersonRef,
  /** Index of the point; null where the line is based on the opinion as a whole. */
  point: z.number().nullable(),
});

export const LetterDraft = z.object({
  /** `draft`: assembled from findings and opinions; `signed`: signed in this round. */
  status: z.enum(['empty', 'draft', 'signed']),
  round: z.number(),
  /** For a signed letter: the opinion that contains it, and the hash of the signed content. */
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
