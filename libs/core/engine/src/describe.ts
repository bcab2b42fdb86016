/** A definition as plain JSON, for the HTTP interface and the pages that explain a workflow. */
import { z, type ZodType } from 'zod';
import { boundsOf, type ParameterBounds } from './bounds.ts';
import type { Definition, EventSpec, ParameterSpec, SeriesSpec, StateMeta } from './definition.ts';
import { resumeMode } from './effects.ts';
import { stageAt, statesOf, type StateEntry } from './machine.ts';
import { taskEventSpecs } from './task-events.ts';
import type { TaskPolicy } from './task-set/index.ts';
import { nodesOf, pathOf, transitionsFrom, type MachineTransition } from './transitions.ts';
import type { Role } from './vocabulary.ts';

export type JsonSchema = Readonly<Record<string, unknown>>;

export interface DefinitionDescription {
  readonly key: string;
  readonly version: number;
  readonly label: string;
  readonly count: Definition['count'];
  readonly kind: Definition['kind'];
  /** Events that are the act itself. */
  readonly acts: readonly string[];
  /** Events from submission to archive in their standard order; a case skips those that it does not need. */
  readonly course: readonly string[];
  /** States with a stage label, in document order. */
  readonly stages: readonly { readonly path: string; readonly label: string; readonly final: boolean }[];
  readonly states: readonly StateDescription[];
  readonly transitions: readonly TransitionDescription[];
  readonly events: readonly EventDescription[];
  /** Operations on an open task besides completing it, the same in every definition. */
  readonly taskEvents: readonly EventDescription[];
  readonly clocks: readonly ClockDescription[];
  readonly parameters: readonly (ParameterSpec & {
    readonly key: string;
    readonly standard: number;
    readonly bounds: ParameterBounds;
  })[];
  readonly materials: readonly MaterialDescription[];
  /** Stages that must have audio and video records; empty where the category requires none. */
  readonly recordings: readonly { readonly stage: string; readonly label: string; readonly citation: string }[];
  readonly fields: JsonSchema;
  readonly fieldExamples: readonly unknown[];
  readonly series: readonly SeriesSpec[];
  /** Dates that may be entered in a recorded case (补录), as a form; null where no clock runs after a case. */
  readonly recordedDates: { readonly label: string; readonly by: readonly Role[]; readonly payload: JsonSchema } | null;
}

export interface StateDescription {
  readonly path: string;
  readonly parent: string | null;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  /** The nearest stage at or above the state. */
  readonly stage: string | null;
  readonly task: {
    readonly key: string;
    readonly role: Role;
    readonly label: string;
    readonly policy: TaskPolicy | null;
    readonly completes: readonly string[];
    readonly clock: string | null;
  } | null;
  readonly clocks: NonNullable<StateMeta['clocks']>;
  /** True when the case ends here; the last state of one parallel region is not an end of the case. */
  readonly final: boolean;
}

export interface TransitionDescription {
  /** Path of the state that the transition leaves; empty for the whole case. */
  readonly source: string;
  /** Empty when the state does not change. */
  readonly target: readonly string[];
  /** Null for an eventless transition. */
  readonly event: string | null;
  readonly eventLabel: string;
  readonly when: { readonly id: string; readonly label: string } | null;
  readonly rules: readonly {
    readonly id: string;
    /** Null when the message depends on the case. */
    readonly message: string | null;
    readonly citation: string | null;
    readonly strength: 'hard' | 'soft';
  }[];
}

export interface EventDescription {
  readonly type: string;
  readonly label: string;
  readonly by: readonly Role[];
  readonly payload: JsonSchema;
  readonly examples: readonly unknown[];
}

export interface ClockDescription {
  readonly key: string;
  readonly label: string;
  readonly citation: string;
  readonly pausable: boolean;
  readonly resume: 'continue' | 'restart';
  readonly onDue: string | null;
  /** `limit`: counted; `date`, `dates`: one or several days fixed by the case. */
  readonly end: 'limit' | 'date' | 'dates';
  /** Runs on when the case has reached its end. */
  readonly keeps: boolean;
  readonly atEnd: 'overdue' | 'lapse';
  /** Roles that are reminded, where the clock belongs to no task. */
  readonly remind: readonly string[];
  readonly settle: { readonly label: string; readonly by: readonly Role[] } | null;
  /** Clocks that have to end within it. */
  readonly covers: readonly string[];
}

export interface MaterialDescription {
  readonly kind: string;
  readonly label: string;
  readonly required: boolean;
  /** True when the case decides whether the material is required. */
  readonly conditional: boolean;
  readonly condition: string | null;
  readonly citation: string | null;
  /** Accepted file extensions; null for all. */
  readonly accepts: readonly string[] | null;
  /** Maximum bytes of one file; null for the installation's limit. */
  readonly maxBytes: number | null;
}

/**
 * Describes a definition; the result is JSON and survives `JSON.stringify` unchanged.
 *
 * @param parameters values in force by key; without one the definition's default is shown.
 */
export function describeDefinition(
  definition: Definition,
  parameters: Readonly<Record<string, number>> = {},
): DefinitionDescription {
  const states = [...statesOf(definition).values()];
  const description: DefinitionDescription = {
    key: definition.key,
    version: definition.version,
    label: definition.label,
    count: definition.count,
    kind: definition.kind,
    acts: definition.acts,
    course: definition.course,
    stages: states.flatMap((entry) => {
      const label = entry.meta.stage;
      return label === undefined ? [] : [{ path: entry.path, label, final: isEnd(entry) }];
    }),
    states: states.map((entry) => describeState(definition, entry)),
    transitions: nodesOf(definition).flatMap((node) => transitionsFrom(definition, node).map(describeTransition)),
    events: describeEvents(definition.events),
    taskEvents: describeEvents(taskEventSpecs),
    clocks: Object.entries(definition.clocks).map(([key, clock]) => ({
      key,
      label: clock.label,
      citation: clock.citation,
      pausable: clock.pausable ?? true,
      resume: resumeMode(clock, {}),
      onDue: clock.onDue ?? null,
      end: clock.instances !== undefined ? ('dates' as const) : clock.until !== undefined ? 'date' : 'limit',
      keeps: clock.keeps ?? false,
      atEnd: clock.atEnd ?? 'overdue',
      remind: clock.remind?.to ?? [],
      settle: clock.settle === undefined ? null : { label: clock.settle.label, by: clock.settle.by },
      covers: (clock.covers ?? []).map(({ clock: covered }) => covered),
    })),
    parameters: Object.entries(definition.parameters).map(([key, spec]) => ({
      ...spec,
      key,
      value: Object.hasOwn(parameters, key) ? (parameters[key] ?? spec.value) : spec.value,
      standard: spec.value,
      bounds: boundsOf(spec),
    })),
    materials: definition.materials.map((material) => ({
      kind: material.kind,
      label: material.label,
      required: material.required,
      conditional: material.requiredWhen !== undefined,
      condition: material.condition ?? null,
      citation: material.citation ?? null,
      accepts: material.accepts ?? null,
      maxBytes: material.maxBytes ?? null,
    })),
    recordings: (definition.recordings ?? []).map(({ stage, label, citation }) => ({ stage, label, citation })),
    fields: jsonSchemaOf(definition.fields),
    fieldExamples: definition.fieldExamples,
    series: definition.series,
    recordedDates: describeDates(definition),
  };
  return JSON.parse(JSON.stringify(description)) as DefinitionDescription;
}

function describeDates({ recordedDates }: Definition): DefinitionDescription['recordedDates'] {
  if (recordedDates === undefined) return null;
  const { label, by, payload } = recordedDates;
  return { label, by, payload: jsonSchemaOf(payload) };
}

function describeEvents(events: Readonly<Record<string, EventSpec>>): EventDescription[] {
  return Object.entries(events).map(([type, { label, by, payload, examples }]) => ({
    type,
    label,
    by,
    payload: jsonSchemaOf(payload),
    examples,
  }));
}

function describeState(definition: Definition, entry: StateEntry): StateDescription {
  const { path, node, meta } = entry;
  const parent = node.parent === undefined ? '' : pathOf(node.parent);
  const { task } = meta;
  return {
    path,
    parent: parent === '' ? null : parent,
    type: node.type,
    stage: stageAt(definition, path),
    task:
      task === undefined
        ? null
        : {
            key: task.key,
            role: task.role,
            label: task.label,
            policy: task.policy ?? null,
            completes: task.completes,
            clock: task.clock ?? null,
          },
    clocks: meta.clocks ?? {},
    final: isEnd(entry),
  };
}

function isEnd({ node }: StateEntry): boolean {
  return node.type === 'final' && node.path.length === 1;
}

function describeTransition({ source, targets, event, label, when, rules }: MachineTransition): TransitionDescription {
  return {
    source: pathOf(source),
    target: targets.map(pathOf),
    event,
    eventLabel: label,
    when: when === null ? null : { id: when.id, label: when.label },
    rules: rules.map((rule) => ({
      id: rule.id,
      message: typeof rule.message === 'string' ? rule.message : null,
      citation: rule.citation,
      strength: rule.strength ?? 'hard',
    })),
  };
}

/** Names of the payload's top-level properties that are civil dates. */
export function dayFields({ payload }: Pick<EventSpec, 'payload'>): string[] {
  const { properties = {} } = jsonSchemaOf(payload) as { properties?: Record<string, { format?: string }> };
  return Object.keys(properties).filter((name) => properties[name]?.format === 'date');
}

/** A schema that zod cannot express in JSON Schema becomes `{}`, so that a description never fails. */
function jsonSchemaOf(schema: ZodType): JsonSchema {
  try {
    return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  } catch {
    return {};
  }
}
