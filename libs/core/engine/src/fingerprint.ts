/** Fingerprints of a definition, part by part, so that two definitions can be compared and a changed part named. */
import { z } from 'zod';
import type { Definition } from './definition.ts';
import { nodesOf, pathOf } from './transitions.ts';

/** Identifies a version: its hash, and those of its parts to name what changed. */
export interface DefinitionIdentity {
  /** SHA-256, hex. */
  readonly hash: string;
  /** SHA-256 of each part of the definition by its name, hex; see `definitionParts`. */
  readonly parts: Readonly<Record<string, string>>;
}

/**
 * The parts of a definition as canonical text, by name: `definition`, `state draft`, `event submit`, `clock review`,
 * `parameter …`, `material …`, `series …`, `paper …`, `fact …`, `fields`. Equal text means the same labels, roles,
 * transitions, rules, schemas and values.
 *
 * What later versions and recorded cases alone read (`migrations`, `recordedDates`) is no part: no open case depends on it.
 *
 * A function is compared by its source without comments and white space. Code that it calls in other modules is not
 * compared: a caller that needs that compares the files as well.
 */
export function definitionParts(definition: Definition): Readonly<Record<string, string>> {
  const {
    machine,
    events,
    clocks,
    parameters,
    materials,
    series,
    papers,
    letter,
    recordings,
    facts,
    fields,
    migrations: _later,
    recordedDates: _ofRecordedCases,
    ...rest
  } = definition;
  const named = (kind: string, parts: object): [string, unknown][] =>
    Object.entries(parts).map(([name, part]) => [`${kind} ${name}`, part]);
  const byKind = (kind: string, parts: readonly { readonly kind: string }[] = []): [string, unknown][] =>
    parts.map((part) => [`${kind} ${part.kind}`, part]);
  const parts: [string, unknown][] = [
    ['definition', { ...rest, initial: machine.config.initial }],
    ['fields', fields],
    ['letter', letter],
    ['recordings', recordings],
    ...nodesOf(definition).map((node): [string, unknown] => {
      const { states: _children, ...own } = node.config as Record<string, unknown>;
      return [`state ${pathOf(node)}`.trim(), own];
    }),
    ...named('event', events),
    ...named('clock', clocks),
    ...named('parameter', parameters),
    ...named('fact', facts ?? {}),
    ...byKind('material', materials),
    ...byKind('paper', papers),
    ...series.map((each): [string, unknown] => [`series ${each.key}`, each]),
  ];
  return Object.fromEntries(parts.map(([name, part]) => [name, canonical(part)]));
}

/** Names of the parts in which two fingerprints differ, those that only one of them has included. */
export function partsThatDiffer(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}

/**
 * Source text without comments, white space, parentheses and the commas and semicolons that only layout needs: the
 * result is the same whichever compiler printed it. Two sources that differ only in grouping compare as equal.
 */
export function compactSource(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\/|(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
    .replace(/\s+/g, '')
    .replace(/,(?=[)\]}])|;(?=\})|[()]/g, '');
}

function canonical(value: unknown, above: readonly unknown[] = []): string {
  if (typeof value === 'function') {
    const source = `ƒ${compactSource(Function.prototype.toString.call(value))}`;
    // An `update` action is a function that has the change as a property.
    return Object.keys(value).length === 0 ? source : `${source}${canonical({ ...value }, [...above, value])}`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (above.includes(value)) return '↑';
  if (value instanceof z.ZodType) return canonical(z.toJSONSchema(value, { unrepresentable: 'any', io: 'input' }));
  const path = [...above, value];
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each, path)).join(',')}]`;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each, path)}`).join(',')}}`;
}
