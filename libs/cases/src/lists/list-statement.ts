/** Builds the statement of a list: conditions and numbered parameters. */
import { ProblemError } from '@lawgate/contracts';
import { decodeCursor } from '@lawgate/http';
import type pg from 'pg';
import { z } from 'zod';

export interface ListStatement {
  readonly text: string;
  readonly values: unknown[];
  /** Read in the order of the index. Where a filter leaves few rows, finding them first and sorting them costs less. */
  readonly inOrder: boolean;
}

/**
 * Runs a list in the transaction of its viewer. The planner underestimates how many rows pass row-level security and
 * would read and sort all of them, so a setting disables that plan.
 */
export async function readList<R extends pg.QueryResultRow>(
  client: pg.PoolClient,
  { text, values, inOrder }: ListStatement,
): Promise<R[]> {
  if (inOrder) await client.query('set local enable_sort = off');
  return (await client.query<R>(text, values)).rows;
}

/** A due date as a sort key, written as in the indexes of the schema. */
export function dueKey(table: 'c' | 't'): string {
  return `case when ${table}.due_on is null then 'infinity'::date else ${table}.due_on end`;
}

/** Collects values and returns the placeholder of each. */
export class Parameters {
  readonly values: unknown[] = [];

  /** The placeholder of a value, such as `$3`. */
  put(value: unknown, type = ''): string {
    this.values.push(value);
    return `$${this.values.length}${type === '' ? '' : `::${type}`}`;
  }
}

/** One order of a list: the sort key as SQL, and its direction. The id breaks ties in the same direction. */
export interface Order {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
  readonly type: 'date' | 'timestamptz';
}

const shapes = {
  date: z.tuple([z.union([z.iso.date(), z.literal('infinity')]), z.uuid()]),
  timestamptz: z.tuple([z.iso.datetime(), z.uuid()]),
} as const;

/**
 * The rows after the cursor's row, as one comparison that an index can answer.
 *
 * @throws ProblemError 422 `request.cursor-invalid`
 */
export function after(order: Order, id: string, cursor: string, parameters: Parameters): string {
  const [value, last] = decodeCursor<[string, string]>(cursor, shapes[order.type]);
  if (value !== 'infinity' && Number.isNaN(Date.parse(value))) {
    throw new ProblemError(422, 'request.cursor-invalid', '翻页标记无效，请从第一页重新开始。');
  }
  const sign = order.direction === 'asc' ? '>' : '<';
  return `((${order.by}), ${id}) ${sign} (${parameters.put(value, order.type)}, ${parameters.put(last, 'uuid')})`;
}

export function orderBy({ by, direction }: Pick<Order, 'by' | 'direction'>, id: string): string {
  return `order by ${by} ${direction}, ${id} ${direction}`;
}
