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

export const VerificationView = z.object({
  verified: z.boolean(),
  /** Rows of the history. */
  count: z.number(),
  /** The end of the chain as stored in the case row. */
  lastHash: z.string(),
  /** The first row that does not fit, and what is wrong with it. */
  firstBad: z.object({ seq: z.number(), reason: z.string() }).nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;

nameSchemas(import.meta.url, {
  PackFilter,
  OrderPack,
  ProofPack: ProofPackView,
  ProofPackPage,
  CaseVerification: VerificationView,
});
