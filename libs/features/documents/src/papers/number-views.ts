/** The public shapes of document numbers (文号). */
import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';

const NumberingOrganisation = z.object({ code: z.string(), name: z.string() });

export const NumberView = z.object({
  id: z.string(),
  /** 代字 */
  code: z.string(),
  year: z.number(),
  number: z.number(),
  text: z.string(),
  purpose: z.string(),
  caseId: z.string(),
  caseTitle: z.string(),
  /** The issuer of the series. */
  organisation: NumberingOrganisation,
  takenAt: z.string(),
  /** Null for a valid number. */
  voidReason: z.string().nullable(),
  voidedBy: z.string().nullable(),
  voidedAt: z.string().nullable(),
});
export type NumberView = z.infer<typeof NumberView>;

export const NumberPage = z.object({ items: z.array(NumberView), next: z.string().nullable() });
export type NumberPage = z.infer<typeof NumberPage>;

export const NumberQuery = z.object({
  code: z.string().min(1).max(20).optional(),
  year: z.coerce.number().int().min(1949).max(9999).optional(),
  /** Code of an organisation: only numbers that it issued. */
  organisation: z.string().min(1).max(64).optional(),
  /** Only numbers that this case took. */
  case: z.uuid().optional(),
  /** `true` returns only void numbers, `false` only valid ones. */
  voided: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type NumberQuery = z.infer<typeof NumberQuery>;

export const NumberSeries = z.object({
  organisation: NumberingOrganisation,
  code: z.string(),
  year: z.number(),
  /** Purposes for which its numbers were taken. */
  purposes: z.array(z.string()),
  /** The last number taken. */
  last: z.number(),
  given: z.number(),
  voided: z.number(),
});
export type NumberSeries = z.infer<typeof NumberSeries>;

export const NumberSeriesList = z.object({ items: z.array(NumberSeries), next: z.string().nullable() });
export type NumberSeriesList = z.infer<typeof NumberSeriesList>;

export const VoidNumberRequest = z.strictObject({
  reason: z.string().trim().min(1, '请填写作废的理由').max(500, '理由不超过500字'),
});

nameSchemas(import.meta.url, {
  NumberingOrganisation,
  DocumentNumber: NumberView,
  NumberPage,
  NumberSeries,
  NumberSeriesList,
  VoidNumberRequest,
});
