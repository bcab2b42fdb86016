/** Requests and answers of the routes of proof packs. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

/** Maximum number of cases in one pack: about a year of a large town. */
export const maxCases = 500;

const PackFilter = z
  .strictObject({
    category: z.string().max(64).optional(),
    status: z.enum(['active', 'done']).optional(),
    /** The year in which the review was concluded. */
    year: z.int({ error: '年份应为整数' }).min(2000, '年份应为2000至2100').max(2100, '年份应为2000至2100').optional(),
    /** Code of an organisation; includes all below it. */
    organisation: z.string().max(64).optional(),
  })
  .meta({ description: '按类别、状态、审结年份或者机关选取案件' });

export const OrderPack = z
  .strictObject({
    caseIds: z
      .array(z.uuid({ error: '案件编号不正确' }))
      .min(1, '请至少选择一个案件')
      .optional(),
    filter: PackFilter.optional(),
  })
  .refine(({ caseIds, filter }) => (caseIds === undefined) !== (filter === undefined), {
    error: '请用 caseIds 列明案件，或者用 filter 选取，二者择一',
  });
export type OrderPack = z.infer<typeof OrderPack>;

export const ProofPackView = z.object({
  id: z.string(),
  state: z.enum(['ordered', 'making', 'done', 'failed', 'expired']),
  progress: z.object({ done: z.number(), of: z.number() }),
  /** The first few; the pack itself contains all of them. */
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Why making it failed. */
  problem: z.string().nullable(),
  /** File name for the download. */
  name: z.string(),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  /** SM3 over the list of its files, to be compared with the output of the verifier. */
  seal: z.string().nullable(),
  askedBy: PersonRef,
  askedAt: z.string(),
  madeAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  downloads: z.array(z.object({ person: PersonRef, at: z.string() })),
});
export type ProofPackView = z.infer<typeof ProofPackView>;

export const ProofPackPage = z.object({ items: z.array(ProofPackView), next: z.string().nullable() });
export type ProofPackPage = z.infer<typeof ProofPackPage>;

export const PackQuery = z.object({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type PackQuery = z.infer<typeof PackQuery>;

/** A spot where the database and the chain differ. */
export const VerificationFinding = z.object({
  table: z.string(),
  /** Key of the row. */
  row: z.string(),
  /** Null where the row as a whole is missing or was added. */
  column: z.string().nullable(),
  kind: z.enum(['changed', 'missing', 'added', 'chain', 'content']),
  /** The history row that says otherwise. */
  seq: z.number().nullable(),
  reason: z.string(),
  /** What the chain says and what the row says; null where there is nothing, and for people outside of the organisation. */
  said: z.string().nullable(),
  found: z.string().nullable(),
});

export const VerificationView = z.object({
  verified: z.boolean(),
  /** Rows of the history. */
  count: z.number(),
  /** The end of the chain as stored in the case row. */
  lastHash: z.string(),
  /** The first history row that does not fit, or that says otherwise than the database, and what is wrong. */
  firstBad: z.object({ seq: z.number(), reason: z.string() }).nullable(),
  /** Number of all spots that differ; `findings` lists the first of them. */
  broken: z.number(),
  findings: z.array(VerificationFinding),
  /** Columns of rows of an earlier version, of which the chain says nothing; `verified` does not speak of them. */
  notCovered: z.array(
    z.object({
      table: z.string(),
      column: z.string(),
      label: z.string(),
      rows: z.number(),
      /** Instant from which on rows of this case are covered; null where none has been written since. */
      since: z.string().nullable(),
    }),
  ),
  /** The bytes of documents and papers. */
  content: z.object({
    files: z.number(),
    /** Hashed again for this answer. */
    checked: z.number(),
    /** When the background job last hashed all of them; counts for those that this answer left out. */
    allCheckedAt: z.string().nullable(),
  }),
});
export type VerificationView = z.infer<typeof VerificationView>;

nameSchemas(import.meta.url, {
  PackFilter,
  OrderPack,
  ProofPack: ProofPackView,
  ProofPackPage,
  VerificationFinding,
  CaseVerification: VerificationView,
});
