/** What the routes of proof packs take and give. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';

/** Cases in one pack, at most: a year of a large town in one go. */
export const maxCases = 500;

const PackFilter = z
  .strictObject({
    category: z.string().max(64).optional(),
    status: z.enum(['active', 'done']).optional(),
    /** The year in which the review was concluded. */
    year: z.int({ error: '年份应为整数' }).min(2000, '年份应为2000至2100').max(2100, '年份应为2000至2100').optional(),
    /** Code of an organisation, with all below it. */
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
  /** The first few; all of them are in the pack itself. */
  cases: z.array(z.object({ id: z.string(), title: z.string() })),
  /** Why it failed. */
  problem: z.string().nullable(),
  /** Name of the file, for anyone who takes it away. */
  name: z.string(),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  /** SM3 over the list of its files: compare it with what the verifier shows. */
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
  /** The end of the chain, as the case holds it. */
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
