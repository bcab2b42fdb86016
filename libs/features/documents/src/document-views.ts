/** Documents as shown to people, with the results of reading and scanning. */
import { DocumentView, nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const ScanView = z.object({
  state: z.enum(['not-scanned', 'clean', 'infected']),
  /** The scanner's name for what it found. */
  finding: z.string().nullable(),
  at: z.string().nullable(),
});

export const TextState = z.enum(['pending', 'done', 'no-text', 'failed', 'not-read']);

export const UnreadPartView = z.object({
  /** In plain Chinese, such as 第2页. */
  part: z.string(),
  /** From 1; null where the format has no pages. */
  page: z.number().nullable(),
  reason: z.string(),
});

export const TextView = z.object({
  /** `not-read`: a type without text that is read, such as a spreadsheet, a picture or a film. */
  state: TextState,
  /** Why it failed: `encrypted`, `damaged`, `too-large`, `too-slow`. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** Without spaces. */
  characters: z.number().nullable(),
  /** Null where the format has no pages. */
  pages: z.number().nullable(),
  /** What was not read, and why. */
  unread: z.array(UnreadPartView),
});

export const DocumentNote = z.object({
  code: z.enum([
    'tracked-changes',
    'macros',
    'external-links',
    'scan-without-text',
    'not-read',
    'not-readable',
    'infected',
    'not-scanned',
  ]),
  message: z.string(),
});
export type DocumentNote = z.infer<typeof DocumentNote>;

export const DocumentDetail = DocumentView.extend({
  /** The round in which it was uploaded; versions are numbered over all rounds. */
  round: z.number(),
  uploadedBy: PersonRef,
  scan: ScanView,
  text: TextView,
  /** Warnings for people who open it. */
  notes: z.array(DocumentNote),
});
export type DocumentDetail = z.infer<typeof DocumentDetail>;

export const DocumentList = z.object({ items: z.array(DocumentDetail), next: z.string().nullable() });
export type DocumentList = z.infer<typeof DocumentList>;

export const DocumentPages = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type DocumentPages = z.infer<typeof DocumentPages>;

export const ContentQuery = z.object({
  /** `1`: display it instead of saving, where the type can be displayed. */
  inline: z.enum(['0', '1']).default('0'),
});
export type ContentQuery = z.infer<typeof ContentQuery>;

export const DocumentTextView = TextView.extend({
  documentId: z.string(),
  notes: z.array(DocumentNote),
  items: z.array(
    z.object({
      index: z.number(),
      text: z.string(),
      /** From 1; null where the format has no pages. */
      page: z.number().nullable(),
      /** True where the text was recognised from a picture (OCR) and may be wrong. */
      recognised: z.boolean(),
    }),
  ),
  next: z.string().nullable(),
});
export type DocumentTextView = z.infer<typeof DocumentTextView>;

export const SearchQuery = z.object({
  q: z.string().trim().min(2, '请至少输入两个字').max(100),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type SearchQuery = z.infer<typeof SearchQuery>;

export const FoundDocument = z.object({
  documentId: z.string(),
  case: z.object({ id: z.string(), title: z.string(), category: z.string() }),
  kind: z.string(),
  name: z.string(),
  version: z.number(),
  round: z.number(),
  uploadedAt: z.string(),
  /** The paragraph of the hit, cut to about 200 characters. */
  excerpt: z.string(),
  /** True where the excerpt was recognised from a picture (OCR) and may be wrong. */
  recognised: z.boolean(),
});
export type FoundDocument = z.infer<typeof FoundDocument>;
export const FoundDocuments = z.object({ items: z.array(FoundDocument), next: z.string().nullable() });
export type FoundDocuments = z.infer<typeof FoundDocuments>;

export const AccessView = z.object({
  id: z.string(),
  documentId: z.string(),
  name: z.string(),
  kind: z.string(),
  version: z.number(),
  person: PersonRef,
  what: z.enum(['download', 'read', 'text', 'comparison']),
  at: z.string(),
});
export type AccessView = z.infer<typeof AccessView>;
export const AccessList = z.object({ items: z.array(AccessView), next: z.string().nullable() });
export type AccessList = z.infer<typeof AccessList>;

nameSchemas(import.meta.url, {
  DocumentScan: ScanView,
  DocumentTextState: TextView,
  DocumentNote,
  DocumentUnreadPart: UnreadPartView,
  DocumentDetail,
  DocumentList,
  DocumentText: DocumentTextView,
  FoundDocument,
  FoundDocumentPage: FoundDocuments,
  DocumentAccess: AccessView,
  DocumentAccessPage: AccessList,
});
