/**
 * Plays the year: sets the clock from instant to instant, sends the events of people, and waits each time until nothing
 * is left to do.
 */
import type { CaseView } from '@lawgate/contracts';
import type { DeliveryQueue } from '@lawgate/jobs';
import type pg from 'pg';
import { Client, type Answer } from '../client.ts';
import { until } from '../owner.ts';
import { handInSealedCopy, lacksSealedCopy } from '../sealed-copy.ts';
import { setClock } from '../town.ts';
import type { DefinitionView } from '../walker.ts';
import { untilQuiet } from './quiet.ts';
import { cases, firstDay, lastDay, leaves, type Act, type Leave, type ScriptedCase, type Who } from './script.ts';

export interface YearPlace {
  /** Address of the api. */
  readonly base: string;
  /** The owner's pool. */
  readonly pool: pg.Pool;
  /** Must be empty too before the year continues; left out where workers are killed, whose jobs stay for a while. */
  readonly queue?: Pick<DeliveryQueue, 'depth'>;
  /** Last day that is played; by default that of the script. */
  readonly until?: string;
  /** Called after each move of the clock and after each group of acts, before waiting. */
  readonly disturb?: (at: string) => Promise<void>;
}

interface ScriptedAct {
  readonly at: string;
  readonly subject: ScriptedCase | Leave;
  readonly act: Act | null;
}

/** Beijing time in the format of the script. Sorts chronologically. */
const instant = (local: string): string => `${local.replace(' ', 'T')}:00+08:00`;

/** All acts of the script by time; those of the same time in the order of the script. */
function scriptInOrder(): ScriptedAct[] {
  const all: ScriptedAct[] = [
    ...leaves.map((subject) => ({ at: subject.at, subject, act: null })),
    ...cases.flatMap((subject) => subject.acts.map((act) => ({ at: act[0], subject, act }))),
  ];
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * Midnight, when due dates pass, and the opening hour of each day; on the first of January also the time of the freeze.
 */
function ticks(): string[] {
  const found: string[] = [];
  for (let day = firstDay; day <= lastDay; day = dayAfter(day)) {
    found.push(`${day} 00:00`, ...(day.endsWith('-01-01') ? [`${day} 00:30`] : []), `${day} 08:30`);
  }
  return found;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export async function playYear(place: YearPlace): Promise<void> {
  const { base, pool, until: end = lastDay } = place;
  const acts = scriptInOrder();
  await setClock(base, instant(`${firstDay} 00:00`));
  const town = await Town.enter(base, pool, new Set(cases.flatMap(({ acts: own }) => own.map(([, by]) => by))));
  const days = ticks();
  for (let at = firstDay; ;) {
    const next = [acts[0]?.at, days[0], await nextTimer(pool, at)].flatMap((each) => each ?? []).sort()[0];
    if (next === undefined || next > `${end} 23:59`) break;
    at = next;
    await setClock(base, instant(at));
    await settle(place, at);
    while (days[0] === at) days.shift();
    const later = acts.findIndex((each) => each.at !== at);
    for (const group of apart(acts.splice(0, later === -1 ? acts.length : later))) {
      for (const each of group) await town.perform(each);
      await settle(place, at);
    }
  }
}

async function settle({ pool, queue, disturb }: YearPlace, at: string): Promise<void> {
  await disturb?.(at);
  await untilQuiet(pool, at);
  if (queue !== undefined) await until(`an empty queue at ${at}`, async () => (await queue.depth()) === 0 || null);
}

/** Acts of one instant on different cases run concurrently; those on one case, and leaves, run one after another. */
function apart(acts: readonly ScriptedAct[]): ScriptedAct[][] {
  const groups: ScriptedAct[][] = [];
  let seen = new Set<unknown>();
  for (const each of acts) {
    if (groups.length === 0 || seen.has(each.subject) || each.act === null) {
      groups.push([]);
      seen = new Set();
    }
    groups.at(-1)?.push(each);
    seen.add(each.subject);
  }
  return groups;
}

/** The next instant at which a row is due, in the format of the script; rounded up to the minute. */
async function nextTimer(pool: pg.Pool, after: string): Promise<string | null> {
  const found = await pool.query<{ at: string | null }>({
    name: 'next-timer',
    text: `select to_char(date_trunc('minute', min(fire_at) + interval '59.999999 seconds') at time zone 'Asia/Shanghai',
                    'YYYY-MM-DD HH24:MI') as at
             from timer where status in ('pending', 'enqueued')`,
  });
  const at = found.rows[0]?.at ?? null;
  return at !== null && at > after ? at : null;
}

/** The logged-in people, and the known cases. */
class Town {
  readonly #cases = new Map<string, string>();

  private constructor(
    private readonly people: Readonly<Record<string, { readonly id: string; readonly client: Client }>>,
    private readonly definitions: ReadonlyMap<string, DefinitionView>,
  ) {}

  static async enter(base: string, pool: pg.Pool, names: ReadonlySet<Who>): Promise<Town> {
    const ids = await pool.query<{ username: string; id: string }>('select username, id from person');
    const people: Record<string, { id: string; client: Client }> = {};
    for (const { username, id } of ids.rows) {
      if (names.has(username as Who)) people[username] = { id, client: await Client.login(base, username) };
    }
    const someone = Object.values(people)[0]?.client;
    const definitions = new Map<string, DefinitionView>();
    for (const key of new Set(cases.map(({ category }) => category))) {
      const found = await someone?.get<DefinitionView>(`/api/definitions/${key}`);
      if (found?.status !== 200) throw new Error(`definition ${key}: ${found?.status}`);
      definitions.set(key, found.body);
    }
    return new Town(people, definitions);
  }

  async perform({ at, subject, act }: ScriptedAct): Promise<void> {
    if (act === null) return this.#goOnLeave(subject as Leave);
    const scripted = subject as ScriptedCase;
    const answer = await this.#answer(scripted, act);
    const expected = (act[3]?.['refused'] as string | undefined) ?? null;
    const refused = answer.status < 300 ? null : ((answer.body as { code?: string }).code ?? String(answer.status));
    if (refused === expected) return;
    const said = expected === null ? JSON.stringify(answer.body) : `expected ${expected}, got ${answer.status}`;
    throw new Error(`${at} ${scripted.name}: ${act[2]} by ${act[1]} was refused: ${said}`);
  }

  async #answer(scripted: ScriptedCase, [at, by, what, given = {}]: Act): Promise<Answer<unknown>> {
    const { client } = this.#person(by);
    const { refused: _refused, overrides, ...more } = given;
    const payload = this.#withIds(more) as Record<string, unknown>;
    if (what === 'create') return this.#create(client, scripted);
    const caseId = this.#caseId(scripted);
    switch (what) {
      case 'copy':
        return client.post(`/api/cases/${caseId}/copies`, payload);
      case 'urge': {
        const task = (await client.view(caseId)).tasks[0];
        return client.post(`/api/tasks/${task?.id}/urge`, payload);
      }
      case 'submit':
        await this.#handIn(client, caseId, scripted);
        break;
      case 'file':
        if (lacksSealedCopy(await client.view(caseId))) await handInSealedCopy(this.#clerkOf(scripted), caseId);
    }
    const example = this.#example(scripted.category, what, payload, at.slice(0, 10));
    return client.send(caseId, what, example, overrides === undefined ? {} : { overrides: overrides as never });
  }

  async #create(client: Client, { category, name, fields }: ScriptedCase): Promise<Answer<unknown>> {
    const created = await client.post<CaseView>('/api/cases', { category, title: name, ...fields });
    if (created.status === 201) this.#cases.set(name, created.body.id);
    return created;
  }

  /** Uploads the required and additional materials that were not uploaded before. */
  async #handIn(client: Client, caseId: string, { name, category, materials = [] }: ScriptedCase): Promise<void> {
    const there = new Set((await client.view(caseId)).documents.map(({ kind }) => kind));
    const asked = (this.definitions.get(category)?.materials ?? []).filter(({ required }) => required);
    for (const kind of [...asked.map((material) => material.kind), ...materials]) {
      if (there.has(kind)) continue;
      const answer = await client.upload(caseId, kind, `${kind}.txt`, `${name}：${kind}\n`);
      if (answer.status !== 201) throw new Error(`${name}: ${kind} was refused: ${JSON.stringify(answer.body)}`);
    }
  }

  /** The definition's example with the same conclusion and the present day, overridden by the payload of the script. */
  #example(category: string, type: string, given: Record<string, unknown>, day: string): Record<string, unknown> {
    const examples = this.definitions.get(category)?.events.find((event) => event.type === type)?.examples ?? [];
    const like = examples.find((each) => !('conclusion' in given) || each['conclusion'] === given['conclusion']);
    const example: Record<string, unknown> = { ...like };
    for (const key of ['on', 'heldOn']) if (key in example) example[key] = day;
    if ('advisers' in example) example['advisers'] = [this.#person('adviser').id];
    return { ...example, ...given };
  }

  async #goOnLeave({ at, away, standIn, from, to }: Leave): Promise<void> {
    const { client } = this.#person(away);
    const answer = await client.put('/api/standins', { standIn: this.#person(standIn).id, from, to });
    if (answer.status !== 200) throw new Error(`${at} leave of ${away} was refused: ${JSON.stringify(answer.body)}`);
  }

  #withIds(value: unknown): unknown {
    if (typeof value === 'string') return value.startsWith('@') ? this.#person(value.slice(1)).id : value;
    if (Array.isArray(value)) return value.map((each) => this.#withIds(each));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#withIds(each)]));
  }

  /** Who opened the case. */
  #clerkOf({ acts }: ScriptedCase): Client {
    return this.#person(acts[0]?.[1] ?? '').client;
  }

  #person(username: string): { readonly id: string; readonly client: Client } {
    const found = this.people[username];
    if (found === undefined) throw new Error(`nobody is called ${username}`);
    return found;
  }

  #caseId({ name }: ScriptedCase): string {
    const id = this.#cases.get(name);
    if (id === undefined) throw new Error(`${name} has not been created`);
    return id;
  }
}
