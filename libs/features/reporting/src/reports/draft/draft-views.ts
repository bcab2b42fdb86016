/** The public shapes of the report's draft and its templates. */
import { nameSchemas, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { Organisation } from '../report-views.ts';

export const FigureView = z.object({
  /** Also the name of its bookmark in the paper, with `_` for `.` and `-`. */
  key: z.string(),
  label: z.string(),
  section: z.string(),
  /** A share (unit `%`) is 0 to 1; null where it is unknown, and for a rate over nothing. */
  value: z.number().nullable(),
  /** As formatted in the report: 「31」, 「95.5%」, 「—（无审结事项）」 for a rate over nothing; empty where it is unknown. */
  text: z.string(),
  unit: z.string(),
  missing: z.boolean(),
  /** Why it is missing, and what to do. */
  reason: z.string().nullable(),
  /** The page that shows the figure with its rows, relative to the address of the system. */
  link: z.string(),
  /** The API call that lists the rows behind the figure. */
  list: z.string(),
  /** Whether the template contains it. */
  used: z.boolean(),
});
export type FigureView = z.infer<typeof FigureView>;

export const TemplateUsed = z.object({
  /** 0 is the built-in one. */
  version: z.number(),
  name: z.string(),
});

export const DraftView = z.object({
  year: z.number(),
  organisation: Organisation,
  template: TemplateUsed,
  /** When the counts were frozen; null while they may still change. */
  frozenAt: z.string().nullable(),
  revision: z.number().nullable(),
  figures: z.array(FigureView),
  /** The missing figures of the template, in the order of its text. */
  missing: z.array(z.object({ key: z.string(), label: z.string(), reason: z.string() })),
});
export type DraftView = z.infer<typeof DraftView>;

export const DraftQuery = z.object({
  /** Code or id of an organisation below the person's own. */
  organisation: z.string().min(1).max(64).optional(),
  revision: z.coerce.number().int().min(1).max(100_000).optional(),
});
export type DraftQuery = z.infer<typeof DraftQuery>;

export const PlaceholderView = z.object({
  /** As written in the template, between `{{` and `}}`. */
  key: z.string(),
  label: z.string(),
});

export const TemplateProblemView = z.object({ where: z.string(), message: z.string() });

export const TemplateCheck = z.object({
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** Whether it would be accepted. */
  ok: z.boolean(),
  problems: z.array(TemplateProblemView),
  /** Placeholders of the template, in the order of its text, each once. */
  placeholders: z.array(PlaceholderView.extend({ known: z.boolean(), times: z.number() })),
  /** Placeholders of the built-in template that this one does not contain. */
  left: z.array(PlaceholderView),
});
export type TemplateCheck = z.infer<typeof TemplateCheck>;

export const TemplateVersion = z.object({
  /** 0 is the built-in one. */
  version: z.number(),
  name: z.string(),
  size: z.number(),
  sha256: z.string(),
  current: z.boolean(),
  /** The version that was restored, where this is a restored one. */
  restoredFrom: z.number().nullable(),
  /** Null for the built-in one. */
  uploadedBy: PersonRef.nullable(),
  uploadedAt: z.string().nullable(),
});
export type TemplateVersion = z.infer<typeof TemplateVersion>;

export const TemplateList = z.object({
  /** The newest first; the built-in one is the last. */
  items: z.array(TemplateVersion),
  /** Placeholders that a template may use. */
  placeholders: z.array(PlaceholderView),
});
export type TemplateList = z.infer<typeof TemplateList>;

nameSchemas(import.meta.url, {
  DraftFigure: FigureView,
  ReportTemplateUsed: TemplateUsed,
  ReportDraft: DraftView,
  TemplatePlaceholder: PlaceholderView,
  TemplateProblem: TemplateProblemView,
  ReportTemplateCheck: TemplateCheck,
  ReportTemplateVersion: TemplateVersion,
  ReportTemplateList: TemplateList,
});

export const TemplateVersionParam = z
  .string()
  .regex(/^\d{1,6}$/, { error: '模板版本应为非负整数' })
  .transform(Number);
