/** The events that a row of the register describes, with their times. Pure. */
import { addWorkingDays, instantOf, nextWorkingDay, type Calendar, type CivilDate } from '@lawgate/calendar';
import { describeDefinition, type Definition } from '@lawgate/engine';
import type { DefinitionRegistry } from '@lawgate/cases';
import { parseNumber, RegisterError, type RegisterRow } from './register-file.ts';

export type Part = 'clerk' | 'intake' | 'director' | 'adviser' | 'system';

export interface PlannedEvent {
  readonly at: string;
  readonly by: Part;
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

/**
 * The events of a row up to its end or its opinion letter.
 *
 * The register has dates only; the time of day is chosen so that the order is right, and sign-offs of one day follow
 * the order of their numbers.
 *
 * @param adviserId id of the adviser that the row names
 * @param opinion text in the place of the adviser's opinion, which no register contains
 */
export function planRow(
  row: RegisterRow,
  definition: Definition,
  calendar: Calendar,
  adviserId: string | null,
  opinion = '经审阅送审材料，同意报送，意见见审查意见书。',
): PlannedEvent[] {
  const events: PlannedEvent[] = [event(row.receivedOn, '09:30', 'clerk', 'submit', exampleOf(definition, 'submit'))];
  const dayAfter = addWorkingDays(calendar, nextWorkingDay(calendar, row.receivedOn), 1);
  const reason = row.note ?? row.status;
  if (row.acceptedOn === null) {
    if (row.status === '撤回') events.push(event(dayAfter, '10:00', 'clerk', 'withdraw', { reason }));
    else if (row.status === '退回') events.push(event(dayAfter, '10:00', 'intake', 'return', { reason }));
    else if (row.status === '不予审核') events.push(event(dayAfter, '10:00', 'intake', 'decline', { reason }));
    else if (row.status !== '在办') {
      throw new RegisterError('register.row-invalid', row.line, `没有受理日期，状态却是“${row.status}”`);
    }
    return events;
  }
  events.push(event(row.acceptedOn, '10:00', 'intake', 'accept', {}));
  if (row.status === '退回') {
    const askedOn = addWorkingDays(calendar, row.acceptedOn, 1);
    events.push(event(askedOn, '10:00', 'intake', 'supplement.request', { items: ['请补充完整的送审材料'] }));
    // The supplement's own clock ends it; the day comes from the clock, not from the register.
    return events;
  }
  if (row.concludedOn === null) return events;
  return [...events, ...planConclusion(row, row.acceptedOn, row.concludedOn, definition, adviserId, opinion)];
}

function planConclusion(
  row: RegisterRow,
  acceptedOn: CivilDate,
  concludedOn: CivilDate,
  definition: Definition,
  adviserId: string | null,
  opinion: string,
): PlannedEvent[] {
  const events: PlannedEvent[] = [];
  const example = (type: string): Record<string, unknown> => exampleOf(definition, type);
  if (adviserId !== null) {
    events.push(
      event(acceptedOn, '10:30', 'intake', 'advisers.assign', { advisers: [adviserId] }),
      event(concludedOn, '10:45', 'adviser', 'opinion.give', {
        ...example('opinion.give'),
        text: opinion,
      }),
    );
  }
  const number = row.number === null ? null : parseNumber(row.number);
  const order = String(Math.min(number?.number ?? 0, 59)).padStart(2, '0');
  events.push(
    event(concludedOn, '11:15', 'intake', 'findings.record', {
      ...example('findings.record'),
      conclusion: conclusionKey(row, definition),
      text: `经审查，审查结论为：${row.conclusion ?? ''}。`,
    }),
    event(concludedOn, `15:${order}`, 'director', 'sign-off', example('sign-off')),
  );
  return events;
}

/** The first example of an event's payload. */
export function exampleOf(definition: Definition, type: string): Record<string, unknown> {
  return { ...((definition.events[type]?.examples[0] ?? {}) as Record<string, unknown>) };
}

const knownConclusions = new WeakMap<Definition, Readonly<Record<string, string>>>();

/** The conclusions of a category: labels by key. */
export function conclusionLabels(definition: Definition): Readonly<Record<string, string>> {
  const known = knownConclusions.get(definition);
  if (known !== undefined) return known;
  const findings = describeDefinition(definition).events.find((event) => event.type === 'findings.record');
  const schema = findings?.payload as { properties?: { conclusion?: { 'x-labels'?: Record<string, string> } } };
  const labels = schema?.properties?.conclusion?.['x-labels'] ?? {};
  knownConclusions.set(definition, labels);
  return labels;
}

/** The label of a case's conclusion, whichever version of its category it belongs to. */
export function conclusionLabel(
  definitions: DefinitionRegistry,
  { category, conclusion }: { readonly category: string; readonly conclusion: string | null },
): string | null {
  if (conclusion === null) return null;
  return definitions.wordFor(category, (definition) => conclusionLabels(definition)[conclusion]) ?? conclusion;
}

/** The conclusion's key in this category, by the label in the register. */
function conclusionKey(row: RegisterRow, definition: Definition): string {
  const found = Object.entries(conclusionLabels(definition)).find(([, label]) => label === row.conclusion);
  if (found === undefined) {
    throw new RegisterError('register.row-invalid', row.line, `“${row.category}”没有“${row.conclusion ?? ''}”这种结论`);
  }
  return found[0];
}

function event(on: CivilDate, hhmm: string, by: Part, type: string, payload: Record<string, unknown>): PlannedEvent {
  return { at: instantOf(on, hhmm), by, type, payload };
}
