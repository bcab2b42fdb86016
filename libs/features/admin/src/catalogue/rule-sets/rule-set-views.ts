/** The public shapes of rule sets (规则版本). */
import { isStorable, nameSchemas, OrganisationWithPath, PersonRef } from '@lawgate/contracts';
import { z } from 'zod';
import { ParameterBounds } from '../views.ts';

const text = (what: string, maxLength: number) =>
  z
    .string({ error: `请填写${what}` })
    .trim()
    .min(1, `请填写${what}`)
    .max(maxLength, `${what}不超过${maxLength}字`)
    .refine(isStorable, `${what}中含有无法保存的字符`);

/** Maximum number of values in one request; all categories together have fewer. */
const maxValues = 500;

export const RuleSetRequest = z.strictObject({
  effectiveFrom: z.iso
    .date({ error: '施行日期应写作 2024-02-08 的形式，且须是存在的日期' })
    .refine((date) => date <= '2099-12-31', '施行日期应在2099年以前'),
  documentNumber: text('文号或依据', 100),
  note: text('说明', 500).optional(),
  values: z
    .array(
      z.strictObject({
        category: z.string().min(1).max(64),
        key: z.string().min(1).max(100),
        value: z.number({ error: '参数值应为数字' }),
        /** Citation of the value; without one the definition's own citation applies. */
        citation: text('依据', 200).optional(),
      }),
    )
    .max(maxValues, `一次最多填写${maxValues}项`),
  /** Optimistic lock: `latestVersion` of the current set when it was read. */
  expectedVersion: z.number().int().min(1).optional(),
});
export type RuleSetRequest = z.infer<typeof RuleSetRequest>;

export const RuleSetPreviewRequest = RuleSetRequest.partial({ documentNumber: true });
export type RuleSetPreviewRequest = z.infer<typeof RuleSetPreviewRequest>;

const Change = z.object({
  category: z.string(),
  categoryLabel: z.string(),
  key: z.string(),
  label: z.string(),
  unit: z.string(),
  from: z.number(),
  to: z.number(),
  citationBefore: z.string(),
  citation: z.string(),
});

export const RuleSetView = z.object({
  version: z.number(),
  /** The organisation that entered it: the own organisation, one above or one below. */
  organisation: OrganisationWithPath,
  /** Cases that begin on this day are the first under it. */
  effectiveFrom: z.string(),
  documentNumber: z.string(),
  note: z.string().nullable(),
  by: PersonRef,
  at: z.string(),
  /** State in its organisation today: not yet in force, in force, or replaced. */
  state: z.enum(['future', 'in-force', 'past']),
  /** The set whose values were the starting point. */
  baseVersion: z.number(),
  changes: z.array(Change),
});
export type RuleSetView = z.infer<typeof RuleSetView>;

export const RuleSetList = z.object({ items: z.array(RuleSetView) });
export type RuleSetList = z.infer<typeof RuleSetList>;

export const CurrentRuleSetView = z.object({
  /** The version under which a case of the own organisation begins today; 1 is the built-in set. */
  version: z.number(),
  effectiveFrom: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** The last version entered here or above, in force or not; pass it as `expectedVersion`. */
  latestVersion: z.number(),
  categories: z.array(
    z.object({
      category: z.string(),
      label: z.string(),
      parameters: z.array(
        z.object({
          key: z.string(),
          label: z.string(),
          unit: z.string(),
          value: z.number(),
          /** Default of the definition. */
          default: z.number(),
          bounds: ParameterBounds,
          citation: z.string(),
          /** The version since which the parameter has this value. */
          since: z.number(),
        }),
      ),
    }),
  ),
});
export type CurrentRuleSetView = z.infer<typeof CurrentRuleSetView>;

export const RuleSetPreviewView = z.object({
  effectiveFrom: z.string(),
  /** The set that would otherwise be in force on that day. */
  baseVersion: z.number(),
  latestVersion: z.number(),
  changes: z.array(Change),
  /** Open cases that began before, in the organisations that would use the set: they keep their old values. */
  keeping: z.object({ drafts: z.number(), running: z.number() }),
  /** Existing sets with a later effective date; they do not include these changes. */
  followedBy: z.array(z.object({ version: z.number(), effectiveFrom: z.string(), documentNumber: z.string() })),
});
export type RuleSetPreviewView = z.infer<typeof RuleSetPreviewView>;

nameSchemas(import.meta.url, {
  RuleSetValue: RuleSetRequest.shape.values.element,
  RuleSetRequest,
  RuleSetChange: Change,
  RuleSet: RuleSetView,
  RuleSetList,
  CurrentRuleSet: CurrentRuleSetView,
  RuleSetPreview: RuleSetPreviewView,
  RuleSetPreviewRequest,
});
