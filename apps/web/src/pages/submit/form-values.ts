/** Values of the submission form, and their conversion to a request. */
import type { CaseView } from '../../api/types.ts';
import { filled } from '../../shared/schema-form.tsx';
import type { Schema } from '../../shared/schema.ts';

export interface Values {
  readonly title?: string;
  readonly fields?: Record<string, unknown>;
}

/** Defaults from the schema. */
export function defaultsOf(schema: Schema): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([key, { default: value }]) =>
      value === undefined ? [] : [[key, value]],
    ),
  );
}

export function valuesOf({ title, fields }: Pick<CaseView, 'title' | 'fields'>): Values {
  return { title, fields };
}

/** Title and fields in one object, as the requests to create and amend expect them. */
export function bodyOf({ title, fields }: Values): { title: string } & Record<string, unknown> {
  return { ...(filled(fields ?? {}) as Record<string, unknown>), title: (title ?? '').trim() };
}

/** Compares the values of two forms, whatever the order of their properties. */
export function same(one: Values, other: Values): boolean {
  return canonical(bodyOf(one)) === canonical(bodyOf(other));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, inner]) => `${key}:${canonical(inner)}`).join()}}`;
}
