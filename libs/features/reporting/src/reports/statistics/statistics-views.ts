/** The public shapes of statistics. Every figure names the API call that lists its rows. */
import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';
import { Organisation } from '../report-views.ts';

export const StatisticFigure = z.object({
  value: z.number(),
  /** The same figure of the previous year. */
  lastYear: z.number(),
  /** Change against the previous year, 0.1 for 10 % more; null where that had none. */
  change: z.number().nullable(),
  /** The call that lists the rows; its parameters are those of the register's page. */
  list: z.string(),
});
export type StatisticFigure = z.infer<typeof StatisticFigure>;

const share = z.number().nullable();

export const WorkingDays = z.object({
  /** Number of measured cases. */
  cases: z.number(),
  /** Working days; null where none was measured. */
  mean: z.number().nullable(),
  p90: z.number().nullable(),
});
export type WorkingDays = z.infer<typeof WorkingDays>;

export const stages = ['accepting', 'review', 'filing'] as const;

const Concluded = z.object({
  concluded: StatisticFigure,
  overdue: StatisticFigure,
  urgent: StatisticFigure,
  /** Taken over from a register (补录): without data on limits and adoption, and in no rate and no average. */
  recorded: StatisticFigure,
  /** Share of those concluded within the limit among those concluded and not recorded, 0 to 1; null when none was. */
  onTimeRate: share,
  onTimeRateLastYear: share,
  adoption: z.object({
    full: StatisticFigure,
    partial: StatisticFigure,
    none: StatisticFigure,
    pending: StatisticFigure,
  }),
  /** Fully or partly adopted among those that were answered, 0 to 1. */
  adoptionRate: share,
  adoptionRateLastYear: share,
  /** Receipt to acceptance; the review's own clock, pauses left out; letter to filing. */
  workingDays: z.object({ accepting: WorkingDays, review: WorkingDays, filing: WorkingDays }),
});

export const CategoryStatistics = Concluded.extend({
  category: z.string(),
  label: z.string(),
  unit: z.string(),
  received: StatisticFigure,
  returned: StatisticFigure,
  declined: StatisticFigure,
  withdrawn: StatisticFigure,
});
export type CategoryStatistics = z.infer<typeof CategoryStatistics>;

export const PersonWork = z.object({
  name: z.string(),
  /** Reviews concluded in the year in which this person gave an opinion, or was named by the register of that time. */
  cases: z.number(),
  /** The same by category, for the settlement of fees. */
  byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases: z.number(), list: z.string() })),
  /** Mean of the reviews' clocks. */
  meanWorkingDays: z.number().nullable(),
  list: z.string(),
});
export type PersonWork = z.infer<typeof PersonWork>;

export const Statistics = z.object({
  year: z.number(),
  organisation: Organisation,
  category: z.string().nullable(),
  /** Labels of the stages. */
  stages: z.array(z.object({ key: z.enum(stages), label: z.string() })),
  months: z.array(
    z.object({
      /** 1 to 12 */
      month: z.number(),
      received: StatisticFigure,
      concluded: StatisticFigure,
    }),
  ),
  total: Concluded.extend({
    received: StatisticFigure,
    returned: StatisticFigure,
    declined: StatisticFigure,
    withdrawn: StatisticFigure,
  }),
  categories: z.array(CategoryStatistics),
  reviewers: z.array(PersonWork),
  advisers: z.array(PersonWork),
});
export type Statistics = z.infer<typeof Statistics>;

export const StateStay = z.object({
  category: z.string(),
  categoryLabel: z.string(),
  /** As in the machine of the category's definition; of a machine with parallel states, all of them. */
  state: z.string(),
  /** Label of the state; null for a state that the machine no longer has. */
  stage: z.string().nullable(),
  /** Number of stays that ended. */
  stays: z.number(),
  /** Calendar days; null where none ended. */
  median: z.number().nullable(),
  p90: z.number().nullable(),
  /** Number of open cases in this state now. */
  waiting: z.number(),
  /** The call that lists them. */
  list: z.string(),
});
export type StateStay = z.infer<typeof StateStay>;

export const Stays = z.object({
  year: z.number(),
  organisation: Organisation,
  category: z.string().nullable(),
  items: z.array(StateStay),
  /** Number of measured cases, and whether these are all of the year. */
  cases: z.number(),
  complete: z.boolean(),
});
export type Stays = z.infer<typeof Stays>;

nameSchemas(import.meta.url, {
  StatisticFigure,
  WorkingDays,
  AdoptionFigures: Concluded.shape.adoption,
  WorkingDaysByStage: Concluded.shape.workingDays,
  CategoryStatistics,
  PersonWork,
  Statistics,
  StateStay,
  Stays,
});

export const StatisticsQuery = z.object({
  year: z
    .string()
    .regex(/^(20\d\d|2100)$/, { error: '年份应为 2000 至 2100' })
    .transform(Number),
  organisation: z.string().min(1).max(64).optional(),
  category: z.string().min(1).max(64).optional(),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;
