/** Comparisons as shown to people. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

export const CompareRequest = z.strictObject({ left: z.uuid(), right: z.uuid() });
export type CompareRequest = z.infer<typeof CompareRequest>;

export const AcceptRequest = z.strictObject({
  /** Required where the two differ, and where only pages could be counted. */
  reason: z.string().trim().min(1).max(2000, '理由不超过2000字').optional(),
  /** For what the server could not compare: confirms that a person has compared it. */
  checkedByHand: z.boolean().optional(),
  /** Who compared it, where that is another person than the one who accepts. */
  checkedBy: z.string().trim().min(1).max(50, '姓名不超过50字').optional(),
  expectedVersion: z.number().int().min(0).optional(),
});
export type AcceptRequest = z.infer<typeof AcceptRequest>;

const Side = z.object({
  documentId: z.string(),
  kind: z.string(),
  name: z.string(),
  version: z.number(),
  round: z.number(),
  sha256: z.string(),
  /** Null where the format has no pages. */
  pages: z.number().nullable(),
});

export const NotCompared = z.object({
  /** In plain Chinese, such as 第2页. */
  part: z.string(),
  /** From 1; null where the format has no pages. */
  page: z.number().nullable(),
  reason: z.string(),
});

export const Change = z.object({
  kind: z.enum(['amount', 'date', 'number', 'name', 'text']),
  /** Null for what was added. */
  from: z.string().nullable(),
  /** Null for what was removed. */
  to: z.string().nullable(),
});

export const ComparisonSummary = z.object({
  id: z.string(),
  state: z.enum(['pending', 'done', 'failed']),
  /** Error code of a failed comparison. */
  code: z.string().nullable(),
  message: z.string().nullable(),
  left: Side,
  right: Side,
  /**
   * `text`: compared by text. `pages`: one of them is a scan; only pages were counted, and a person must compare the
   * rest.
   */
  basis: z.enum(['text', 'pages']).nullable(),
  /** Number of differences; for pages the difference of their counts; null where nothing could be counted. */
  differences: z.number().nullable(),
  /** What could not be compared, and why. A person compares it before the result is accepted. */
  notCompared: z.array(NotCompared),
  /** True where an older version of the reader made it: it has to be asked for again. */
  outdated: z.boolean(),
  askedBy: PersonRef,
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Who accepted the result in the case's history, and why. */
  accepted: z
    .object({
      by: PersonRef,
      at: z.string(),
      reason: z.string().nullable(),
      /** Who compared by hand what the server could not; null where it compared everything. */
      checkedBy: z.string().nullable(),
    })
    .nullable(),
});
export type ComparisonSummary = z.infer<typeof ComparisonSummary>;

export const Hunk = z.object({
  /** Number of the paragraph, from 0; null where only the other side has it. */
  left: z.number().nullable(),
  right: z.number().nullable(),
  spans: z.array(
    z.object({
      kind: z.enum(['same', 'removed', 'added']),
      text: z.string(),
      word: z.enum(['amount', 'date', 'number', 'name', 'text']).optional(),
    }),
  ),
  /** True where one of its paragraphs was recognised from a picture (OCR) and may be wrong. */
  recognised: z.boolean().optional(),
});

export const ComparisonView = ComparisonSummary.extend({
  hunks: z.array(Hunk),
  /** The changed words, at most the first 200: amounts, dates, numbers and names as a whole. */
  changes: z.array(Change),
});
export type ComparisonView = z.infer<typeof ComparisonView>;

export const ComparisonList = z.object({ items: z.array(ComparisonSummary), next: z.string().nullable() });
export type ComparisonList = z.infer<typeof ComparisonList>;

nameSchemas(import.meta.url, {
  CompareRequest,
  AcceptComparison: AcceptRequest,
  ComparedDocument: Side,
  ComparisonAcceptance: ComparisonSummary.shape.accepted.unwrap(),
  ComparisonSummary,
  ComparisonHunk: Hunk,
  ComparisonChange: Change,
  ComparisonGap: NotCompared,
  Comparison: ComparisonView,
  ComparisonList,
});
