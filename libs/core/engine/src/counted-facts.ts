/**
 * The facts that lists, the register and the reports count, with the details that they read. SQL reads a detail through
 * a function that is generated from here, such as `fact_overdue(detail)`. A definition that records such a fact must
 * give these details in these types, or leave them out.
 */
import { z } from 'zod';

/** The round in which the fact was recorded, from 1. */
const round = z.int().min(1);
const reason = z.string().optional();
/** True where a register names the outcome without a day: it is counted in the year of the day given here. */
const undated = z.boolean().optional();

export const countedFacts = {
  received: z.object({ round, undated }),
  accepted: z.object({ round }),
  supplemented: z.object({ round }),
  returned: z.object({ round, reason, undated }),
  declined: z.object({ round, reason, undated }),
  withdrawn: z.object({ round, reason, undated }),
  examined: z.object({
    round,
    /** Number of points with the finding "problem". */
    problems: z.int().min(0),
  }),
  concluded: z.object({
    round,
    /** Key of the conclusion of the opinion letter. */
    conclusion: z.string().nullable(),
    /** The review's clock was overdue when the letter was issued. */
    overdue: z.boolean(),
    urgent: z.boolean(),
    /** How many advisers gave an opinion in this round. */
    advisers: z.int().min(0),
  }),
  adopted: z.object({
    round,
    /** How far the unit adopted the letter: `full`, `partial` or `none`. */
    adoption: z.string(),
  }),
  filed: z.object({
    round,
    /** Null where no clock ran or its due date was provisional. */
    onTime: z.boolean().nullable(),
    /** Reports that the case still needs after this one; absent where it was the only one. */
    remaining: z.int().min(0).optional(),
  }),
  archived: z.object({ round, fileNumber: z.string().nullable() }),
} as const;

export type CountedFact = keyof typeof countedFacts;

/** The counted details by the snake case of their names, with the type that their function returns in SQL. */
export function countedDetails(): ReadonlyMap<string, { readonly detail: string; readonly type: SqlType }> {
  const details = new Map<string, { detail: string; type: SqlType }>();
  for (const schema of Object.values(countedFacts)) {
    for (const [detail, part] of Object.entries(schema.shape)) {
      details.set(
        detail.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        { detail, type: sqlTypeOf(part) },
      );
    }
  }
  return details;
}

type SqlType = 'text' | 'int' | 'boolean';

/** @throws Error for a detail that is neither text, whole number nor truth value; found by the test of this file. */
function sqlTypeOf(schema: z.ZodType): SqlType {
  const type = jsonTypeOf(schema);
  if (type === 'string') return 'text';
  if (type === 'integer') return 'int';
  if (type === 'boolean') return 'boolean';
  throw new Error(`A counted detail is text, a whole number or a truth value, not ${String(type)}.`);
}

/** The JSON type of a schema, ignoring null and absence; null where it has no single type. */
export function jsonTypeOf(schema: z.ZodType): string | null {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any' }) as JsonType & {
    readonly anyOf?: readonly JsonType[];
  };
  const types = [json, ...(json.anyOf ?? [])].flatMap(({ type }) => type ?? []);
  return types.find((type) => type !== 'null') ?? null;
}

interface JsonType {
  readonly type?: string | readonly string[];
}
