/** Named crash points: the process dies there, is started again, and the guarantees of the runtime hold. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addCalendarDays, civilDateOf } from '@lawgate/calendar';
import type { CaseView } from '@lawgate/contracts';
import type { CrashPoint } from '@lawgate/process';
import { sizes } from '@lawgate/sizes';
import { asOwner, until } from '../e2e/owner.ts';
import type { Server } from '../e2e/server.ts';
import { deliverAgain, noticesOf, outboxOf, timerOf } from './case-rows.ts';
import { CrashOrders } from './crash-orders.ts';
import { emptyQueue, faultsIn, letTimePass, untold, waiting } from './soundness.ts';
import * as contract from '../e2e/town.ts';
import { send, setClock, startTown, surroundings, type Command, type Town } from '../e2e/town.ts';

let server: Server;
let town: Town;
let orders: CrashOrders;
let environment: Record<string, string>;

async function open(): Promise<void> {
  orders = await CrashOrders.open();
  // Work that is rescued after a death is enqueued by a poll.
  environment = { ...surroundings, ...orders.environment, LAWGATE_POLL_MS: '100' };
  ({ server, town } = await startTown(environment));
}

/** A test that failed half-way must not affect the next one. */
async function restore(): Promise<void> {
  await orders.withdraw();
  if (server.exited) server = await server.restart(environment);
}

async function close(): Promise<void> {
  await server?.remove();
  await orders.close();
}

type Drive = (armed: Armed) => Promise<void>;

/** One kind of work at one crash point. */
class Armed {
  /** Title of the case and prefix of its keys. */
  readonly name: string;

  constructor(
    readonly point: CrashPoint,
    work: string,
  ) {
    this.name = `${point}-${work}`.replaceAll(' ', '-');
  }

  /** Makes the server exit at the point, runs `what` until it has exited, and starts another one. */
  async dieDuring(what: () => Promise<unknown>): Promise<void> {
    await quiet();
    await orders.dieDuring(server, this.point, what);
    await asOwner(server.dataDir, letTimePass);
    server = await server.restart(environment);
  }
}

/** Waits until nothing is under way, neither in the rows nor in the queue. */
async function quiet(): Promise<void> {
  await asOwner(server.dataDir, async (pool) => {
    await until('rows to be delivered', async () => ((await waiting(pool)) === null ? true : null));
  });
  await emptyQueue(server.dataDir);
}

async function expectSound(): Promise<void> {
  await quiet();
  expect(await asOwner(server.dataDir, faultsIn)).toEqual([]);
  expect(await asOwner(server.dataDir, untold)).toEqual([]);
}

const typesOf = (view: Pick<CaseView, 'history'>): string[] => view.history.map(({ type }) => type);

/**
 * A person's command: written at most once before it is repeated, exactly once after, and unchanged by a third time.
 */
function personSends(last: Command, before: readonly Command[], written: boolean): Drive {
  return async (armed) => {
    const caseId = await contract.openCase(town, armed.name, before);
    const earlier = await town.clerk.view(caseId);
    await armed.dieDuring(() => send(town, caseId, last, armed.name));

    const found = await town.clerk.view(caseId);
    expect(typesOf(found)).toEqual([...typesOf(earlier), ...(written ? [last.type] : [])]);
    expect(await asOwner(server.dataDir, faultsIn)).toEqual([]);

    const repeated = contract.expectStatus(await send(town, caseId, last, armed.name), 200);
    expect(typesOf(repeated.body)).toEqual([...typesOf(earlier), last.type]);
    const again = contract.expectStatus(await send(town, caseId, last, armed.name), 200);
    expect(again.body).toEqual(repeated.body);
    expect((await town.clerk.view(caseId)).history).toEqual(repeated.body.history);
    await expectSound();
  };
}

const sendsPlain = (written: boolean): Drive => personSends(contract.submit, [], written);
const takesNumber = (written: boolean): Drive => personSends(contract.accept, [contract.submit], written);

/** A new case whose answer was lost: repeating the request gives the same case and no second one. */
const createsCase: Drive = async (armed) => {
  const title = armed.name;
  await armed.dieDuring(() => contract.create(town, title, 'ordinary', title));
  const answer = contract.expectStatus(await contract.create(town, title, 'ordinary', title), 201);
  const same = await asOwner(server.dataDir, (pool) =>
    pool.query('select id from review_case where title = $1', [title]),
  );
  expect(same.rows).toEqual([{ id: answer.body.id }]);
  await expectSound();
};

/** Background work of a commit: each recipient is notified once, however often it is delivered. */
const sendsNotices: Drive = async (armed) => {
  const caseId = await contract.openCase(town, armed.name, []);
  await armed.dieDuring(() => send(town, caseId, contract.submit, armed.name));
  contract.expectStatus(await send(town, caseId, contract.submit, armed.name), 200);
  await expectSound();
  const rows = await outboxOf(server.dataDir, caseId);
  expect(rows.length).toBeGreaterThan(0);
  await deliverAgain(
    server.dataDir,
    rows.map((id) => ({ kind: 'outbox', id, token: 0 })),
  );
  await expectSound();
  expect((await noticesOf(server.dataDir, caseId, 'task-opened')).map(({ username }) => username)).toEqual([
    'clerk',
    'intake',
    'intake2',
  ]);
};

/** A due reminder: shown once to each person, at its own stage and no other. */
const remindsPeople: Drive = async (armed) => {
  const caseId = await contract.openCase(town, armed.name, [contract.submit]);
  await setClock(server.base, (await timerOf(server.dataDir, caseId, 'reminder', 'T-2')).fireAt);
  await quiet();
  const next = await timerOf(server.dataDir, caseId, 'reminder', 'T-1');
  await armed.dieDuring(() => setClock(server.base, next.fireAt));
  await expectSound();
  await deliverAgain(server.dataDir, [{ kind: 'timer', id: next.id, token: next.token }]);
  const shown = async (): Promise<string[]> =>
    (await noticesOf(server.dataDir, caseId, 'reminder.%')).map(({ kind, username }) => `${kind} ${username}`);
  const early = ['reminder.T-1 intake', 'reminder.T-1 intake2', 'reminder.T-2 intake', 'reminder.T-2 intake2'];
  expect(await shown()).toEqual(early);
  expect(await timerOf(server.dataDir, caseId, 'reminder', 'T-1')).toMatchObject({ status: 'fired' });
  await withdraw(caseId, armed.name);
};

/** A due date sends its event: once, in one commit with the mark on its timer. */
const fallsDue: Drive = async (armed) => {
  const caseId = await contract.openCase(town, armed.name, [contract.submit, contract.requestSupplement]);
  const due = await timerOf(server.dataDir, caseId, 'clock-due', 'due');
  // Earlier timers are handled first, so that this delivery is the one that dies.
  await setClock(server.base, new Date(Date.parse(due.fireAt) - 1000).toISOString());
  await quiet();
  expect(typesOf(await town.clerk.view(caseId)).at(-1)).toBe('supplement.request');
  await armed.dieDuring(() => setClock(server.base, due.fireAt));
  await expectSound();
  await deliverAgain(server.dataDir, [{ kind: 'timer', id: due.id, token: due.token }]);
  const ended = await town.clerk.view(caseId);
  expect(typesOf(ended)).toEqual(['create', 'submit', 'supplement.request', 'supplement.expire']);
  expect(ended.history.at(-1)).toMatchObject({ actor: null });
  expect(await timerOf(server.dataDir, caseId, 'clock-due', 'due')).toMatchObject({ status: 'fired' });
  await expectSound();
};

/** An archived contract whose payment, or whose end, is in twenty days. */
async function archived(armed: Armed, dates: (day: string) => Record<string, unknown>): Promise<string> {
  const response = await fetch(`${server.base}/api/test/clock`);
  const { at } = (await response.json()) as { at: string };
  const today = civilDateOf(at);
  const inDays = addCalendarDays(today, 20);
  const way = contract.ordinaryWay.map((each): Command =>
    each.type === 'contract.sign' || each.type === 'file'
      ? {
          ...each,
          payload: () => ({
            on: today,
            ...(each.type === 'file' ? { target: '县司法局' } : dates(inDays)),
          }),
        }
      : each,
  );
  return contract.openCase(town, armed.name, way);
}

/**
 * A payment that is nearly due: the drafter is notified once, at its own stage and no other, and never after it was
 * made.
 */
const remindsOfPayment: Drive = async (armed) => {
  const caseId = await archived(armed, (on) => ({ payments: [{ on }] }));
  await setClock(server.base, (await timerOf(server.dataDir, caseId, 'clock-reminder', 'window')).fireAt);
  await quiet();
  const next = await timerOf(server.dataDir, caseId, 'clock-reminder', 'T-2');
  await armed.dieDuring(() => setClock(server.base, next.fireAt));
  await expectSound();
  await deliverAgain(server.dataDir, [{ kind: 'timer', id: next.id, token: next.token }]);
  const shown = await noticesOf(server.dataDir, caseId, 'clock-reminder.%');
  expect(shown.map(({ kind, username }) => `${kind} ${username}`)).toEqual([
    'clock-reminder.T-2 clerk',
    'clock-reminder.window clerk',
  ]);
  expect(await timerOf(server.dataDir, caseId, 'clock-reminder', 'T-2')).toMatchObject({ status: 'fired' });
  const path = `/api/cases/${caseId}/clocks/payment.1/settle`;
  contract.expectStatus(await town.clerk.post(path, { on: civilDateOf(next.fireAt) }), 200);
  await expectSound();
};

/** The end of a contract: written once, by the system, and each person notified once. */
const lapses: Drive = async (armed) => {
  const caseId = await archived(armed, (expiresOn) => ({ expiresOn }));
  const due = await timerOf(server.dataDir, caseId, 'clock-due', 'due');
  await setClock(server.base, new Date(Date.parse(due.fireAt) - 1000).toISOString());
  await quiet();
  await armed.dieDuring(() => setClock(server.base, due.fireAt));
  await expectSound();
  await deliverAgain(server.dataDir, [{ kind: 'timer', id: due.id, token: due.token }]);
  await expectSound();
  const ended = await town.clerk.view(caseId);
  expect(typesOf(ended).filter((type) => type === 'clock.lapsed')).toEqual(['clock.lapsed']);
  expect(ended.history.at(-1)).toMatchObject({ type: 'clock.lapsed', actor: null });
  expect(await timerOf(server.dataDir, caseId, 'clock-due', 'due')).toMatchObject({ status: 'fired' });
  expect((await noticesOf(server.dataDir, caseId, 'clock.lapsed')).map(({ username }) => username)).toEqual([
    'clerk',
    'intake',
    'intake2',
  ]);
};

/** A pack during which the worker dies: started again or found done, and never sent incomplete. */
const packs: Drive = async (armed) => {
  const caseId = await contract.openCase(town, armed.name, [contract.submit]);
  const order = () =>
    town.director.post<{ id: string }>('/api/proof-packs', { caseIds: [caseId] }, { 'idempotency-key': armed.name });
  await armed.dieDuring(order);
  const { id } = (await order()).body;
  const view = await until('the pack to be made', async () => {
    const { body } = await town.director.get<{ state: string; size: number }>(`/api/proof-packs/${id}`);
    return body.state === 'done' ? body : null;
  });
  expect(view.size).toBeGreaterThan(0);
  // A pack that is reported as done can be downloaded completely.
  const content = await fetch(`${server.base}/api/proof-packs/${id}/content`, {
    headers: { cookie: town.director.cookieHeader },
  });
  expect([content.status, (await content.arrayBuffer()).byteLength]).toEqual([200, view.size]);
  const orders = await asOwner(server.dataDir, (pool) =>
    pool.query('select id from proof_pack where case_ids = $1', [[caseId]]),
  );
  expect(orders.rows).toHaveLength(1);
  await expectSound();
};

async function withdraw(caseId: string, key: string): Promise<void> {
  contract.expectStatus(
    await town.clerk.send(caseId, 'withdraw', { reason: '不再办理' }, { key: `${key}:withdraw` }),
    200,
  );
}

const drives: Readonly<Record<CrashPoint, Readonly<Record<string, Drive>>>> = {
  'commit.before-load': { 'a plain event': sendsPlain(false), 'a due date': fallsDue },
  'commit.after-step': { 'an event with a number': takesNumber(false), 'a due date': fallsDue },
  'commit.after-number': { 'an event with a number': takesNumber(false), 'a due date': fallsDue },
  'commit.after-write': {
    'a new case': createsCase,
    'a plain event': sendsPlain(true),
    'an event with a number': takesNumber(true),
    'a due date': fallsDue,
    'a lapse': lapses,
  },
  'dispatch.after-enqueue': { 'a notice': sendsNotices },
  'timer.after-enqueue': {
    'a reminder': remindsPeople,
    'a reminder of a payment': remindsOfPayment,
    'a due date': fallsDue,
  },
  'delivery.before-write': {
    'a notice': sendsNotices,
    'a reminder': remindsPeople,
    'a reminder of a payment': remindsOfPayment,
    'a due date': fallsDue,
    'a lapse': lapses,
  },
  'delivery.after-write': {
    'a notice': sendsNotices,
    'a reminder': remindsPeople,
    'a reminder of a payment': remindsOfPayment,
    'a due date': fallsDue,
    'a lapse': lapses,
  },
  'pack.before-keep': { 'a proof pack': packs },
  'pack.after-keep': { 'a proof pack': packs },
};

/** Each point, and each kind of work at least once; all pairs in the soak run. */
const shortPairs: Readonly<Record<CrashPoint, readonly string[]>> = {
  'commit.before-load': ['a due date'],
  'commit.after-step': ['a due date'],
  // Reached only by a process that has not taken a number of this series before; so the pair above takes none.
  'commit.after-number': ['an event with a number'],
  'commit.after-write': ['a new case', 'a plain event', 'a due date'],
  'dispatch.after-enqueue': ['a notice'],
  'timer.after-enqueue': ['a reminder'],
  'delivery.before-write': ['a lapse'],
  'delivery.after-write': ['a notice', 'a reminder of a payment'],
  'pack.before-keep': ['a proof pack'],
  'pack.after-keep': ['a proof pack'],
};

function pairsAt(point: CrashPoint): [work: string, drive: Drive][] {
  const all = Object.entries(drives[point]);
  return sizes({ short: all.filter(([work]) => shortPairs[point].includes(work)), full: all });
}

/** Registers the tests of these points, on one server that is restarted after each death. */
export function dieAtEach(points: readonly CrashPoint[]): void {
  beforeAll(open, 240_000);
  afterEach(restore, 120_000);
  afterAll(close, 60_000);

  it('uses each kind of work in the short form too', () => {
    const kinds = (works: readonly (readonly string[])[]): string[] => [...new Set(works.flat())].sort();
    expect(kinds(Object.values(shortPairs))).toEqual(kinds(Object.values(drives).map((each) => Object.keys(each))));
  });

  describe.each(points)('a process that dies at %s', (point) => {
    it.each(pairsAt(point))(
      'during %s loses nothing and doubles nothing',
      (work, drive) => drive(new Armed(point, work)),
      // Two starts of a server on a busy machine; a hanging test still ends.
      240_000,
    );
  });
}
