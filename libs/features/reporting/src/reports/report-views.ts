/** The public shapes of the annual report. */
import { nameSchemas, OrganisationRef } from '@lawgate/contracts';
import { z } from 'zod';

/** Figures that count cases; each opens the list of exactly those cases. */
export const figures = [
  'received',
  'accepted',
  'concluded',
  'returned',
  'declined',
  'withdrawn',
  'supplements',
  'overdue',
  'urgent',
  'adviserParticipation',
  'filed',
  'filedOnTime',
  'carriedIn',
  'carriedOut',
] as const;
export type Figure = (typeof figures)[number];

export const adoptions = ['full', 'partial', 'none', 'pending'] as const;

export const Organisation = z.object({ id: z.string(), code: z.string(), name: z.string(), kind: z.string() });
export type Organisation = z.infer<typeof Organisation>;

export const CategoryFigures = z.object({
  category: z.string(),
  label: z.string(),
  unit: z.string(),
  received: z.number(),
  accepted: z.number(),
  concluded: z.number(),
  returned: z.number(),
  declined: z.number(),
  withdrawn: z.number(),
  /** Cases in which a supplement was asked for, however often. */
  supplements: z.number(),
  /** Concluded cases by conclusion. */
  conclusions: z.record(z.string(), z.number()),
  /**
   * Concluded cases that were taken over from a register (补录): nothing is known of their time limits, their problems and
   * their adoption, so that no rate and no average contains them.
   */
  recorded: z.number(),
  /** Those of them whose register names an adviser. */
  recordedWithAdviser: z.number(),
  /** Filed cases that were taken over from a register: no limit is known. */
  recordedFiled: z.number(),
  /** Concluded cases by the unit's answer; `pending` has not answered yet. Recorded ones are in none of them. */
  adoption: z.object({ full: z.number(), partial: z.number(), none: z.number(), pending: z.number() }),
  /** Share of fully or partly adopted ones among those that were answered, 0 to 1; null when none was. */
  adoptionRate: z.number().nullable(),
  /** Problems found by the reviewers of concluded cases. */
  pointsRaised: z.number(),
  overdue: z.number(),
  urgent: z.number(),
  /** Mean of the working days that the review clock counted; null without a measured case. */
  meanWorkingDays: z.number().nullable(),
  /** Concluded cases in which an adviser gave an opinion, or whose register names an adviser. */
  adviserParticipation: z.number(),
  /** Cases whose last due report was filed; one with several recipients counts once. */
  filed: z.number(),
  /** Those of them of which every report was filed within its limit. */
  filedOnTime: z.number(),
  carriedIn: z.number(),
  carriedOut: z.number(),
  /** Carried in + received = concluded + returned + declined + withdrawn + carried out. */
  balanced: z.boolean(),
});
export type CategoryFigures = z.infer<typeof CategoryFigures>;

const Figures = z.object({
  organisation: Organisation,
  /** When the figures were frozen; null while they are counted live, and for a county, whose towns freeze. */
  frozenAt: z.string().nullable(),
  /** The revision of the frozen year that is shown; 1 is the first. */
  revision: z.number().nullable(),
  /** Concluded reviews by category key, every category included. */
  counts: z.record(z.string(), z.number()),
  /** As the annual report says it: 「规范性文件6件、重要合同31份」. */
  sentence: z.string(),
  categories: z.array(CategoryFigures),
});
export type Figures = z.infer<typeof Figures>;

export const AnnualReport = Figures.extend({
  year: z.number(),
  /** How it is counted, as text. */
  basis: z.string(),
  /** The last counted day: the end of the year, or today. */
  asOf: z.string(),
  labels: z.record(z.string(), z.string()),
  /** The same for each organisation below, where there is any. */
  towns: z.array(Figures),
});
export type AnnualReport = z.infer<typeof AnnualReport>;

export const RollUp = Figures.omit({ frozenAt: true, revision: true }).extend({
  year: z.number(),
  towns: z.array(Figures.extend({ balanced: z.boolean() })),
  /** Towns whose figures may still change. */
  notFrozen: z.array(Organisation),
  /** Whether every town has frozen. */
  complete: z.boolean(),
});
export type RollUp = z.infer<typeof RollUp>;

export const RevisionView = z.object({
  year: z.number(),
  revision: z.number(),
  /** Null for the first. */
  reason: z.string().nullable(),
  frozenAt: z.string(),
  frozenBy: z.object({ id: z.string().nullable(), name: z.string() }),
  /** SHA-256 over the frozen rows. */
  digest: z.string(),
  /** Rows that were frozen. */
  cases: z.number(),
});
export type RevisionView = z.infer<typeof RevisionView>;

export const Revisions = z.object({ items: z.array(RevisionView) });
export type Revisions = z.infer<typeof Revisions>;

export const ReviseYear = z.strictObject({
  reason: z.string().trim().min(1, '请填写修订理由').max(500, '修订理由不超过500字'),
});
export type ReviseYear = z.infer<typeof ReviseYear>;

export const ReportCase = z.object({
  id: z.string(),
  title: z.string(),
  category: z.string(),
  categoryLabel: z.string(),
  state: z.string(),
  stage: z.string(),
  status: z.enum(['active', 'done']),
  organisation: OrganisationRef,
  receivedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  outcome: z.enum(['concluded', 'returned', 'declined', 'withdrawn']).nullable(),
  outcomeOn: z.string().nullable(),
  conclusion: z.string().nullable(),
  adoption: z.string().nullable(),
  workingDays: z.number().nullable(),
});
export type ReportCase = z.infer<typeof ReportCase>;

export const ReportCases = z.object({ items: z.array(ReportCase), next: z.string().nullable() });
export type ReportCases = z.infer<typeof ReportCases>;

nameSchemas(import.meta.url, {
  ReportOrganisation: Organisation,
  CategoryFigures,
  AnnualReport,
  RollUp,
  ReportRevision: RevisionView,
  ReportRevisionList: Revisions,
  ReviseYear,
  ReportCase,
  ReportCasePage: ReportCases,
});

export const ReportYear = z
  .string()
  .regex(/^(20\d\d|2100)$/, { error: '年份应为 2000 至 2100' })
  .transform(Number);

export const AnnualQuery = z.object({
  /** Code or id of an organisation; the default is the person's own. */
  organisation: z.string().min(1).max(64).optional(),
  /** An earlier revision of a town's frozen year; the default is the last. */
  revision: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type AnnualQuery = z.infer<typeof AnnualQuery>;

export const ReportCasesQuery = AnnualQuery.extend({
  category: z.string().min(1).max(64).optional(),
  figure: z.enum(figures, { error: `统计项应为：${figures.join('、')}` }).default('concluded'),
  conclusion: z.string().min(1).max(64).optional(),
  adoption: z.enum(adoptions).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ReportCasesQuery = z.infer<typeof ReportCasesQuery>;
