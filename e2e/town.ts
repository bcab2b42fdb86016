/**
 * A separate town on a server with a simulated clock: its people, and the commands that take a contract through its
 * tasks.
 */
import { hashPassword, IdentityWriter } from '@lawgate/cases';
import { Client, demonstrationPassword, type Answer, type EventAnswer } from './client.ts';
import type pg from 'pg';
import { asOwner, until } from './owner.ts';
import { Server, type ServerOptions } from './server.ts';

/** A Monday in a year with an official table, without days off nearby; before the hour of reminders. */
export const firstMorning = '2026-03-02T08:00:00+08:00';
export const firstDay = '2026-03-02';

/** Settings of every start; a crash point may be added for one of them. */
export const surroundings = { LAWGATE_DEMONSTRATION: 'off', LAWGATE_CLOCK: 'simulated' };

const roles = {
  clerk: ['submitter'],
  intake: ['reviewer'],
  // A second reviewer, so that a notice to the role has two recipients.
  intake2: ['reviewer'],
  adviser: ['adviser'],
  director: ['director'],
  leader: ['leader'],
  archivist: ['archivist'],
} as const;
const administrator = 'administrator';
export type Who = keyof typeof roles;
export type Town = Readonly<Record<Who, Client>> & { readonly adviserId: string };

/** @returns a server on an empty database with one town, its clock at the first morning, and everybody logged in */
export async function startTown(
  env: Record<string, string> = surroundings,
  postgres: ServerOptions['postgres'] = 'shared',
): Promise<{ server: Server; town: Town }> {
  const server = await Server.start({ env, postgres });
  const adviserId = await asOwner(server.dataDir, async (pool) => {
    const writer = new IdentityWriter(pool);
    await writer.createOrganisation({ code: 'north', name: '北山镇', kind: 'town', parent: null });
    const passwordHash = await hashPassword(demonstrationPassword);
    for (const [username, own] of Object.entries(roles)) {
      await writer.createPerson({ org: 'north', username, name: username, roles: own, passwordHash });
    }
    const ruler = { org: 'north', username: administrator, name: administrator, roles: ['administrator'] as const };
    await writer.createPerson({ ...ruler, passwordHash });
    const found = await pool.query<{ id: string }>(`select id from person where username = 'adviser'`);
    return found.rows[0]?.id ?? '';
  });
  await setClock(server.base, firstMorning);
  await fileWithoutSealedCopies(await Client.login(server.base, administrator));
  const people = Object.keys(roles) as Who[];
  const clients = await Promise.all(people.map((username) => Client.login(server.base, username)));
  const cast = Object.fromEntries(clients.map((client) => [client.username, client])) as Record<Who, Client>;
  return { server, town: { ...cast, adviserId } };
}

/** This town's rule set: its contracts are filed without their sealed copies, so that their ways consist of events alone. */
async function fileWithoutSealedCopies(by: Client): Promise<void> {
  const values = [{ category: 'contract', key: 'filing.sealed-copy', value: 0 }];
  const entered = { effectiveFrom: firstDay, documentNumber: '北政发〔2026〕1号', values };
  expectStatus(await by.post('/api/rulesets', entered), 201);
}

/** @throws TypeError when the server is down, Error when it refuses */
export async function setClock(base: string, at: string): Promise<void> {
  const response = await fetch(`${base}/api/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at }),
  });
  if (response.status !== 200) throw new Error(`the clock refused ${at}: ${response.status} ${await response.text()}`);
  await response.text();
}

export type CaseAnswer = Answer<EventAnswer>;

/** One command on a case. Repeating it changes nothing: it has an idempotency key, or the same bytes. */
export interface Command {
  readonly type: string;
  readonly by: Who;
  readonly payload: (town: Town) => Record<string, unknown>;
}

const command = (type: string, by: Who, payload: Command['payload'] | Record<string, unknown> = {}): Command => ({
  type,
  by,
  payload: typeof payload === 'function' ? payload : () => payload,
});

const questions = ['parties', 'authority', 'content', 'rights-and-duties', 'liability', 'dispute', 'public-interest'];
const findings = {
  conclusion: 'may-sign',
  text: '经审查，可以签订。',
  points: questions.map((point) => ({ point, finding: 'ok' })),
};

export const submit = command('submit', 'clerk', { vouched: true });
export const accept = command('accept', 'intake');
export const requestSupplement = command('supplement.request', 'intake', { items: ['请补充资信证明'] });
const assign = command('advisers.assign', 'intake', (town) => ({ advisers: [town.adviserId] }));
const advise = command('opinion.give', 'adviser', { noConflict: true, conclusion: 'agree', text: '同意。' });

export const acceptedSoFar = [submit, accept];
const toTheEnd = [
  command('findings.record', 'intake', findings),
  command('sign-off', 'director'),
  command('contract.sign', 'clerk', { on: firstDay }),
  command('file', 'intake', { on: firstDay, target: '县司法局' }),
  command('archive', 'archivist'),
];
/** An ordinary contract needs no adviser, a large one does. */
export const ordinaryWay = [...acceptedSoFar, ...toTheEnd];
export const largeWay = [...acceptedSoFar, assign, advise, ...toTheEnd];

export const ordinaryMaterials = ['draft', 'counterparty-standing'];
export const largeMaterials = [...ordinaryMaterials, 'risk-paper'];

export function create(town: Town, title: string, scale: 'ordinary' | 'large', key: string): Promise<CaseAnswer> {
  return town.clerk.post('/api/cases', { category: 'contract', title, scale }, { 'idempotency-key': key });
}

export function send(town: Town, caseId: string, { type, by, payload }: Command, key: string): Promise<CaseAnswer> {
  return town[by].send(caseId, type, payload(town), { key });
}

/** A new ordinary contract with its materials and the given events, without any crash. */
export async function openCase(town: Town, title: string, commands: readonly Command[]): Promise<string> {
  const created = expectStatus(await create(town, title, 'ordinary', `${title}:create`), 201);
  const { id } = created.body;
  for (const kind of ordinaryMaterials) {
    expectStatus(await town.clerk.upload(id, kind, `${kind}.txt`, `${title}：${kind}\n`), 201);
  }
  for (const each of commands) expectStatus(await send(town, id, each, `${title}:${each.type}`), 200);
  return id;
}

export function expectStatus<T extends Answer<unknown>>(answer: T, status: number): T {
  if (answer.status === status) return answer;
  throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`);
}

/** The error of fetch when no server answers. Not checked by class, because a test has its own globals. */
export function isConnectionLost(error: unknown): boolean {
  return (error as Error).name === 'TypeError' && /fetch failed|terminated/.test((error as Error).message);
}

/** Resolves when nothing is left to deliver. */
export async function untilDelivered(pool: pg.Pool): Promise<void> {
  await until('deliveries', async () => {
    const left = await pool.query('select 1 from outbox where delivered_at is null limit 1');
    return left.rows.length === 0 ? true : null;
  });
}
