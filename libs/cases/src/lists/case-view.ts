/** A case as shown to a person: its data, its state, and what this person may do now. Pure. */
import { viewClock, type Calendar } from '@lawgate/calendar';
import type { CaseTemplate, CaseView } from '@lawgate/contracts';
import {
  declaredKey,
  eventSpecOf,
  isRecorded,
  possibleEvents,
  requiredMaterials,
  settled,
  settleRefusal,
  threatsIn,
  type Definition,
  type MaterialSpec,
  type StepEnvironment,
} from '@lawgate/engine';
import { isKept } from '../clocks/timer-plan.ts';
import {
  converted,
  generatedRows,
  latestStates,
  ownLabel,
  registerFile,
  reviewedTextFor,
  type HistoryBody,
  type LoadedCase,
  type OwnPayloads,
} from '../read/loaded-case.ts';
import { registerLinesIn, type RegisterLines } from '../read/register-line.ts';
import type { RuleSet } from '../definitions/rule-sets.ts';

export function toCaseView(
  definition: Definition,
  loaded: LoadedCase,
  env: StepEnvironment,
  { version, effectiveFrom, documentNumber }: RuleSet,
  calendar: Calendar,
): CaseView {
  const rows = loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
  const generated = generatedIn(rows);
  return {
    id: loaded.id,
    category: loaded.category,
    categoryLabel: definition.label,
    title: loaded.title,
    organisation: { id: loaded.orgId, path: loaded.orgPath },
    state: loaded.state,
    stage: loaded.stage,
    status: loaded.status,
    version: loaded.version,
    definitionVersion: definition.version,
    ruleset: { version, effectiveFrom, documentNumber },
    fields: (loaded.stored.context['fields'] ?? {}) as Record<string, unknown>,
    createdAt: iso(loaded.createdAt),
    updatedAt: iso(loaded.updatedAt),
    clocks: toClockViews(definition, loaded, env, calendar),
    tasks: loaded.tasks.map((task) => ({
      id: task.id,
      key: task.key,
      label: task.label,
      role: task.role,
      holder: task.holder === null ? null : { id: task.holder, name: loaded.names?.[task.holder] ?? '' },
      dueOn: task.dueOn,
      provisional: task.provisional,
      openedAt: iso(task.openedAt),
    })),
    events: possibleEvents(definition, loaded.stored, env).map((event) => ({
      ...event,
      refusals: [...event.refusals],
    })),
    materials: toMaterialViews(definition, loaded),
    documents: toDocumentViews(loaded),
    opinions: loaded.opinions.map((opinion) => ({
      ...opinion,
      points: [...opinion.points],
      at: iso(opinion.at),
      ...(generated.opinions.has(opinion.id) ? { generated: true as const } : {}),
    })),
    numbers: loaded.numbers.map(({ text, purpose, takenAt, voidReason }) => ({
      text,
      purpose,
      takenAt: iso(takenAt),
      ...(voidReason === null ? {} : { voidReason }),
    })),
    history: rows.map((row, index) => ({
      ...toHistoryView(definition, row, loaded.history[index]?.hash ?? ''),
      ...(row.seq <= generated.until ? { generated: true as const } : {}),
    })),
    recorded: toRecordedView(definition, loaded, rows, env),
  };
}

/** The rows, up to a number, that the import of an earlier version had generated, and the opinions that they signed. */
function generatedIn(rows: readonly HistoryBody[]): { readonly until: number; readonly opinions: ReadonlySet<string> } {
  const named = rows.findLast(({ type }) => type === converted || type === generatedRows);
  const { until = 0 } = (named?.payload ?? {}) as { until?: number };
  const signed = rows.filter(({ seq }) => seq <= until).flatMap((row) => row.signed ?? []);
  return { until, opinions: new Set(signed.map(({ id }) => id)) };
}

function toRecordedView(
  definition: Definition,
  loaded: LoadedCase,
  rows: readonly HistoryBody[],
  env: StepEnvironment,
): CaseView['recorded'] {
  if (!isRecorded(loaded.stored)) return null;
  const lines = registerLinesIn(rows);
  if (lines === null) return null;
  const { first, later, record } = lines;
  const conversion = rows.findLast(({ type }) => type === converted)?.payload;
  const { until, generated } = (conversion ?? {}) as Partial<OwnPayloads[typeof converted]>;
  const form = datesMissing(definition, loaded) ? definition.recordedDates : undefined;
  const isAllowed = form?.by.some((role) => env.actor.roles.includes(role)) ?? false;
  return {
    ...lineView(first),
    later: later.map(lineView),
    record,
    dates: form === undefined ? null : { label: form.label, allowed: isAllowed },
    converted: until === undefined ? null : { until, generated: { ...generated } },
  };
}

const lineView = ({ file, line, said, row }: RegisterLines['first']) => ({
  file,
  line,
  by: row.actor,
  at: row.at,
  said: [...said],
});

/** Whether a clock that runs on after a case has not been started yet. */
function datesMissing({ clocks }: Definition, loaded: LoadedCase): boolean {
  const started = new Set(loaded.clocks.map(({ state }) => declaredKey(state.key)));
  return Object.entries(clocks).some(([key, { keeps }]) => keeps === true && !started.has(key));
}

/** Only fields that the current definition still accepts: an old case may have had other fields. */
export function toCaseTemplate(definition: Definition, loaded: LoadedCase): CaseTemplate {
  const given = (loaded.stored.context['fields'] ?? {}) as Record<string, unknown>;
  const fits = (fields: Record<string, unknown>): boolean => definition.fields.safeParse(fields).success;
  const fields = fits(given)
    ? given
    : Object.fromEntries(Object.entries(given).filter(([key, value]) => fits({ [key]: value })));
  return {
    category: loaded.category,
    title: loaded.title,
    fields,
    materials: definition.materials.flatMap(({ kind, label }) => {
      const name = loaded.documents.findLast((document) => document.kind === kind)?.name;
      return name === undefined ? [] : [{ kind, label, name }];
    }),
  };
}

function toClockViews(
  definition: Definition,
  loaded: LoadedCase,
  env: StepEnvironment,
  calendar: Calendar,
): CaseView['clocks'] {
  const states = latestStates(loaded.clocks);
  const threats = threatsIn(definition, calendar, states);
  return [...states].map(([key, state]) => {
    const view = viewClock(calendar, state, env.today);
    const threat = threats.find((each) => each.key === key);
    const settle = definition.clocks[declaredKey(key)]?.settle;
    const isOpen = view.status === 'running' || view.status === 'overdue';
    const refusal = settle === undefined || !isOpen ? null : settleRefusal(definition, loaded.stored, view, null, env);
    return {
      ...view,
      ...(isKept(definition, key) ? { kept: true } : {}),
      ...(settle === undefined || !isOpen
        ? {}
        : { settle: { label: settle.label, allowed: refusal === null, refusals: [...(refusal?.refusals ?? [])] } }),
      ...(threat === undefined
        ? {}
        : { warning: { rule: threat.rule, message: threat.message, citation: threat.citation } }),
    };
  });
}

function toDocumentViews(loaded: LoadedCase): CaseView['documents'] {
  return loaded.documents.map((document) => ({
    id: document.id,
    kind: document.kind,
    name: document.name,
    version: document.version,
    size: document.size,
    mediaType: document.mediaType,
    sha256: document.sha256,
    sm3: document.sm3,
    uploadedAt: iso(document.uploadedAt),
    ...(isRecorded(loaded.stored) && document.kind !== registerFile ? { attachedLater: true as const } : {}),
  }));
}

function toMaterialViews(definition: Definition, loaded: LoadedCase): CaseView['materials'] {
  // Nothing is asked for of a matter of the past.
  const required = new Set(isRecorded(loaded.stored) ? [] : requiredMaterials(definition, loaded.stored.context));
  const given = new Set(loaded.documents.map(({ kind }) => kind));
  return definition.materials.map((material) => ({
    kind: material.kind,
    label: material.label,
    required: required.has(material),
    given: given.has(material.kind),
    ...(material.condition === undefined ? {} : { condition: material.condition }),
    ...(material.comparedWith === undefined ? {} : { compared: true, ...reviewedIn(material, loaded) }),
  }));
}

function reviewedIn(material: MaterialSpec, loaded: LoadedCase): { comparedWith?: string } {
  const reviewed = reviewedTextFor(material, loaded);
  return reviewed === undefined ? {} : { comparedWith: reviewed.id };
}

function toHistoryView(definition: Definition, body: HistoryBody, hash: string): CaseView['history'][number] {
  return {
    seq: body.seq,
    type: body.type,
    label: historyLabel(definition, body),
    at: body.at,
    actor: body.actor,
    ...(body.onBehalfOf === undefined ? {} : { onBehalfOf: body.onBehalfOf }),
    from: body.from,
    to: body.to,
    payload: body.payload,
    overridden: [...body.overridden],
    numbers: [...body.numbers],
    hash,
  };
}

/** The label of a history row, or of one that a refused event would have written. */
export function historyLabel(definition: Definition, { type, payload }: Pick<HistoryBody, 'type' | 'payload'>): string {
  if (type === settled) {
    const { clock } = payload as { clock: string };
    return definition.clocks[declaredKey(clock)]?.settle?.label ?? ownLabel(type) ?? type;
  }
  return eventSpecOf(definition, type)?.label ?? ownLabel(type) ?? type;
}

/** The database returns instants with an offset, new rows have a Z: the view always has a Z. */
function iso(instant: string): string {
  return instant.endsWith('Z') ? instant : new Date(instant).toISOString();
}
