/** Walks a case to its end using only the public contract: the definition and the case's own `events[]`. */
import type { CaseView } from '@lawgate/contracts';
import type { Client } from './client.ts';
import { handInSealedCopy, lacksSealedCopy } from './sealed-copy.ts';

export interface DefinitionView {
  readonly key: string;
  readonly label: string;
  readonly count: { label: string; unit: string };
  readonly acts: readonly string[];
  readonly course: readonly string[];
  readonly materials: readonly { kind: string; label: string; required: boolean }[];
  readonly events: readonly {
    type: string;
    label: string;
    by: readonly string[];
    /** JSON Schema. */
    payload: { readonly properties?: Readonly<Record<string, { format?: string }>> };
    examples: readonly Record<string, unknown>[];
  }[];
}

export type Cast = Readonly<Record<'clerk' | 'intake' | 'adviser' | 'director' | 'leader' | 'archivist', Client>>;

export interface Step {
  readonly type: string;
  readonly by: string;
  readonly state: string;
}

export async function handInMaterials(clerk: Client, caseId: string, definition: DefinitionView): Promise<void> {
  for (const material of definition.materials.filter((each) => each.required)) {
    const answer = await clerk.upload(caseId, material.kind, `${material.label}.txt`, `${material.label}：正文。\n`);
    if (answer.status !== 201)
      throw new Error(`upload of ${material.kind}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** @param until stop before this event, and leave the case there */
export async function walkToEnd(
  cast: Cast,
  caseId: string,
  definition: DefinitionView,
  until: string | null = null,
): Promise<Step[]> {
  const advisers = await cast.intake.get<{ items: { id: string; username: string }[] }>('/api/people?role=adviser');
  const adviser = advisers.body.items.find((person) => person.username === cast.adviser.username);
  const steps: Step[] = [];
  for (let round = 0; round < 40; round += 1) {
    if (until !== 'file' && lacksSealedCopy(await cast.clerk.view(caseId))) await handInSealedCopy(cast.clerk, caseId);
    const next = await nextEvent(cast, caseId, definition);
    if (next === null || next.type === until) return steps;
    const answer = await next.by.send(caseId, next.type, payloadOf(definition, next.type, adviser?.id ?? ''), {
      overrides: { 'deliberation.floor': '会议日程已定，主要负责人同意提前讨论' },
    });
    if (answer.status !== 200) {
      throw new Error(`${next.type} by ${next.by.username}: ${answer.status} ${JSON.stringify(answer.body)}`);
    }
    steps.push({ type: next.type, by: next.by.username, state: answer.body.state });
  }
  throw new Error('the case does not end');
}

/** The first event of the standard order that somebody may send now. */
async function nextEvent(
  cast: Cast,
  caseId: string,
  { course }: DefinitionView,
): Promise<{ type: string; by: Client } | null> {
  const open: { type: string; by: Client }[] = [];
  for (const by of Object.values(cast)) {
    const seen = await by.get<CaseView>(`/api/cases/${caseId}`);
    // An adviser sees a case only once it is assigned.
    if (seen.status !== 200) continue;
    if (seen.body.status === 'done') return null;
    for (const event of seen.body.events) {
      // The caller may stop before the sealed copy is handed in.
      const passable =
        event.allowed ||
        event.refusals.every(({ overridable, rule }) => overridable || rule.startsWith('sealed-copy.'));
      if (passable) open.push({ type: event.type, by });
    }
  }
  for (const type of course) {
    const found = open.find((candidate) => candidate.type === type);
    if (found !== undefined) return found;
  }
  throw new Error(`nobody can do anything: ${open.map(({ type }) => type).join(', ')}`);
}

/** The definition's own example with today's date and the real adviser. */
export function payloadOf(definition: DefinitionView, type: string, adviserId: string): Record<string, unknown> {
  const event = definition.events.find((each) => each.type === type);
  const payload = { ...event?.examples[0] };
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  const days = Object.entries(event?.payload.properties ?? {}).filter(([, { format }]) => format === 'date');
  for (const [key] of days) if (key in payload) payload[key] = today;
  if ('advisers' in payload) payload['advisers'] = [adviserId];
  return payload;
}
