/**
 * Fills payloads and fields with marked secrets: every text that somebody could have typed, and every number, is one
 * that can be recognised wherever it turns up. What a schema allows is read from the schema itself.
 */
import { z, type ZodType } from 'zod';
import { exampleDay } from './examples.ts';

/** Is in every marked text, and in no text of the program. */
export const mark = '㊙';
/** Numbers that mean something to nobody else; a schema that takes neither keeps its own. */
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
  /** What is valid where the schema cannot say all that it asks for. */
  readonly examples?: readonly unknown[];
}

export interface Marking {
  /** Also what the example leaves out. */
  readonly whole: boolean;
  /** Ids of people, which have to stay what they are. */
  readonly people: readonly string[];
}

/** The example with everything marked that the schema leaves to anyone who types. */
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
  // A part that is added whole must be valid, whatever of it is required.
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
