/** The bodies of chained rows. A changed row may hold anything: what does not fit is null. */
import { z } from 'zod';
import type { HistoryBody } from '../read/loaded-case.ts';
import type { LogBody, WriteBody } from './written-row.ts';

const values = z.record(z.string(), z.unknown());
const person = z.looseObject({ id: z.string(), name: z.string() });
const end = z.looseObject({ seq: z.number(), hash: z.string() });

const WrittenRowShape = z.looseObject({
  in: z.string(),
  key: values,
  add: z.boolean().optional(),
  set: values,
  where: values.optional(),
  unless: values.optional(),
});

const HistoryShape = z.looseObject({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  actor: person.nullable(),
  to: z.string(),
  numbers: z.array(z.string()),
  signed: z.array(z.looseObject({ id: z.string(), hash: z.string() })).optional(),
  // Rows of the first version do not have it.
  documents: z.looseObject({ count: z.number(), hash: z.string() }).optional(),
  wrote: z.string().optional(),
  log: end.optional(),
});

const WriteShape = z.looseObject({ rows: z.array(WrittenRowShape) });

const LogShape = z.looseObject({
  seq: z.number(),
  at: z.string(),
  type: z.string(),
  actor: person.nullable(),
  history: end,
  rows: z.array(WrittenRowShape),
});

export function historyBody(text: unknown): HistoryBody | null {
  return parsed(text, HistoryShape) as HistoryBody | null;
}

export function writeBody(text: unknown): WriteBody | null {
  return parsed(text, WriteShape) as WriteBody | null;
}

export function logBody(text: unknown): LogBody | null {
  return parsed(text, LogShape) as LogBody | null;
}

function parsed(text: unknown, shape: z.ZodType): unknown {
  if (typeof text !== 'string') return null;
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
