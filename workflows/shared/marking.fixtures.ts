/**
 * Fills payloads and fields with marked values: every text that a user could type, and every number, is recognisable
 * wherever it is output. The allowed values are read from the schema.
 */
import { z, type ZodType } from 'zod';
import { exampleDay } from './examples.ts';

/** Part of every marked text, and of no text of the program. */
export const mark = '㊙';
/** Numbers that occur nowhere else; a schema that accepts neither keeps its example. */
export const markedNumbers = [987_654_321, 3_571] as const;
export const markedId = '5ec7e75e-c7e7-4ec7-8ec7-5ec75ec75ec7';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  /** Valid examples, where the schema cannot express all constraints. */
  readonly examples?: readonly unknown[];
}

export interface Marking {
  /** Also fills properties that the example leaves out. */
  readonly whole: boolean;
  /** Ids of people, which must not be changed. */
  readonly people: readonly string[];
}

/** The example with a mark in every value that a user can type freely. */
export function marked(schema: ZodType, example: unknown, marking: Marking): unknown {
  const described = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  return filled(described, example, '', marking);
}

function filled(schema: Schema, example: unknown, path: string, marking: Marking): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return example ?? schema.default ?? schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.[0] !== undefined) return filled(choices[0], example, path, marking);
  if (schema.type === 'object') return filledObject(schema, example, path, marking);
  if (schema.type === 'array') {
    const items = (example ?? schema.examples?.[0] ?? [undefined]) as unknown[];
    return items.map((item, index) => filled(schema.items ?? {}, item, `${path}.${index}`, marking));
  }
  if (schema.type === 'string') return filledText(schema, example, path, marking);
  if (schema.type === 'number' || schema.type === 'integer') {
    const { minimum = -Infinity, maximum = Infinity } = schema;
    return markedNumbers.find((number) => number >= minimum && number <= maximum) ?? example ?? minimum;
  }
  return example ?? schema.default ?? true;
}

function filledObject(schema: Schema, example: unknown, path: string, marking: Marking): unknown {
  const given = (example ?? {}) as Record<string, unknown>;
  // An optional part that is added must be complete.
  const inner = example === undefined ? { ...marking, whole: true } : marking;
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
      given[key] === undefined && !inner.whole
        ? []
        : [[key, filled(property, given[key], path === '' ? key : `${path}.${key}`, inner)]],
    ),
  );
}

function filledText({ format, pattern }: Schema, example: unknown, path: string, { people }: Marking): unknown {
  if (format === 'date') return example ?? exampleDay;
  if (format === 'uuid') return markedId;
  if (format !== undefined || pattern !== undefined) return example;
  return people.includes(example as string) ? example : `${mark}${path}`;
}
