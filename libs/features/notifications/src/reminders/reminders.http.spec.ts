/** The inbox and the live updates over HTTP. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CalendarStore, Deliverer, BackgroundWork, RuleSetStore } from '@lawgate/cases';
import { newId } from '@lawgate/database';
import { openQueue, type DeliveryQueue } from '@lawgate/jobs';
import { errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import { deliveryHandlers, LiveUpdates, RemindersHttpModule } from './index.ts';

const { li, zhao, wu, feng } = people;
const definitions = [errand()];

let db: TestDatabase;
let town: Town;
let app: ServedApp;
let queue: DeliveryQueue;
let worker: BackgroundWork;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  app = await serve([RemindersHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions,
  });
  const onError = (error: Error): void => void process.stderr.write(`${error.stack}\n`);
  queue = openQueue({ url: db.url, onError });
  const ruleSets = new RuleSetStore(db.workerPool);
  const parts = { definitions: town.definitions, calendars: new CalendarStore(db.workerPool), ruleSets };
  const deliverer = new Deliverer(db.workerPool, town.workerRuntime, deliveryHandlers(parts), town.clock);
  // Acts as another process: the app gets these deliveries from PostgreSQL only.
  worker = new BackgroundWork(db.workerPool, queue, deliverer, town.clock, {
    pollMs: 50,
    rescueAfterMs: 60_000,
    concurrency: 4,
    onError,
  });
  await worker.start();
}, 120_000);
afterAll(async () => {
  await worker.stop();
  await queue.close();
  await app.close();
  await db.drop();
});

const delivered = async (): Promise<void> => {
  worker.wake();
  await eventually(
    () => db.ownerPool.query<{ n: number }>('select count(*)::int as n from outbox where delivered_at is null'),
    ({ rows }) => rows[0]?.n === 0,
  );
};

describe('the inbox', () => {
  it('belongs to the person, newest first, in pages, with the number of unread ones', async () => {
    for (let index = 0; index < 5; index += 1) {
      town.clock.set(new Date(town.clock.now().getTime() + (index % 2) * 60_000));
      await town.submitted();
    }
    await delivered();
    const ids: string[] = [];
    let cursor = '';
    for (;;) {
      const { status, body } = await app.get('zhao', `/api/notifications?limit=2${cursor}`);
      expect(status).toBe(200);
      expect(body.unread).toBe(5);
      ids.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.next === null) break;
      cursor = `&cursor=${body.next}`;
    }
    expect(new Set(ids).size).toBe(5);
    const whole = await app.get('zhao', '/api/notifications');
    expect(whole.body.items.map(({ id }: { id: string }) => id)).toEqual(ids);
    const times = whole.body.items.map(({ createdAt }: { createdAt: string }) => createdAt);
    expect(times).toEqual([...times].sort().reverse());
    expect((await app.get('feng', '/api/notifications')).body).toEqual({ items: [], unread: 0, next: null });
  });

  it('is marked as read one by one and all at once, by its owner only', async () => {
    const { body } = await app.get('zhao', '/api/notifications');
    const [first] = body.items;
    expect(first.readAt).toBeNull();
    for (const other of ['sun', 'feng', 'county', 'admin'] as const) {
      expect((await app.post(other, `/api/notifications/${first.id}/read`)).status).toBe(404);
    }
    const read = await app.post('zhao', `/api/notifications/${first.id}/read`);
    expect(read).toMatchObject({ status: 200, body: { id: first.id, readAt: town.clock.now().toISOString() } });
    town.clock.set(new Date(town.clock.now().getTime() + 60_000));
    const again = await app.post('zhao', `/api/notifications/${first.id}/read`);
    expect(again.body.readAt).toBe(read.body.readAt);
    expect((await app.get('zhao', '/api/notifications')).body.unread).toBe(4);
    expect((await app.get('zhao', '/api/notifications?unread=true')).body.items).toHaveLength(4);
    expect((await app.get('zhao', '/api/notifications?unread=false')).body.items).toHaveLength(1);
    expect((await app.post('zhao', '/api/notifications/read-all')).body).toEqual({ read: 4, unread: 0 });
    expect((await app.get('zhao', '/api/notifications')).body.unread).toBe(0);
    expect((await app.get('sun', '/api/notifications')).body.unread).toBe(5);
  });

  it.each(['cursor=x', 'limit=0', 'limit=1000', 'unread=maybe'])('refuses %s', async (query) => {
    expect((await app.get('zhao', `/api/notifications?${query}`)).status).toBe(422);
  });

  it.each([newId(), 'x', 'a%00b', '..%2f'])('has no message %s', async (id) => {
    expect((await app.post('zhao', `/api/notifications/${id}/read`)).status).toBe(404);
  });
});

interface Page {
  readonly events: { type: string; data: Record<string, unknown> }[];
  readonly ended: Promise<void>;
  close(): void;
}

const leavings: AbortController[] = [];
/** One test that fails leaves no page open for the next. */
afterEach(() => {
  for (const leaving of leavings.splice(0)) leaving.abort();
});

/** Opens a stream as a browser does. */
async function listen(by: PersonName, at: ServedApp = app): Promise<Page> {
  const leaving = new AbortController();
  leavings.push(leaving);
  const response = await fetch(`${at.url}/api/events/stream`, {
    headers: { [personHeader]: by },
    signal: leaving.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: Page['events'] = [];
  const read = async (): Promise<void> => {
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const type = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (type !== undefined && data !== undefined) events.push({ type, data: JSON.parse(data) });
      }
    }
  };
  const ended = read().catch(() => {});
  return { events, ended, close: () => leaving.abort() };
}

const live = (): LiveUpdates => app.app.get(LiveUpdates);
const noPages = (): Promise<number> =>
  eventually(
    () => live().open,
    (open) => open === 0,
  );
const cases = (page: Page): unknown[] => page.events.flatMap(({ type, data }) => (type === 'case' ? [data['id']] : []));
const notices = (page: Page): unknown[] =>
  page.events.flatMap(({ type, data }) => (type === 'notification' ? [data['case']] : []));

describe('live updates', () => {
  it('report deliveries of another process, to each person their own and to another town nothing', async () => {
    const pages = Object.fromEntries(
      await Promise.all(
        (['zhao', 'li', 'county', 'feng', 'admin', 'wu'] as const).map(
          async (name) => [name, await listen(name)] as const,
        ),
      ),
    );
    const page = (name: string): Page => pages[name] as Page;
    await eventually(
      () => live().open,
      (open) => open === 6,
    );
    const { id } = await town.submitted();
    worker.wake();
    await eventually(
      () => notices(page('zhao')),
      (seen) => seen.includes(id),
    );
    await eventually(
      () => cases(page('county')),
      (seen) => seen.includes(id),
    );
    await eventually(
      () => cases(page('li')),
      (seen) => seen.includes(id),
    );
    await delivered();
    // The other town's own case is reported through the same channel afterwards: everything before it has arrived.
    const { id: other } = await town.submitted(feng);
    worker.wake();
    await eventually(
      () => cases(page('feng')),
      (seen) => seen.includes(other),
    );
    await eventually(
      () => notices(page('feng')),
      (seen) => seen.includes(other),
    );
    expect(new Set(cases(page('feng')))).toEqual(new Set([other]));
    expect(new Set(notices(page('feng')))).toEqual(new Set([other]));
    expect(cases(page('zhao'))).not.toContain(other);
    expect(notices(page('county'))).toEqual([]);
    expect(page('admin').events).toEqual([]);
    expect(page('wu').events).toEqual([]);
    for (const one of Object.values(pages)) one.close();
    await noPages();
  });

  it('notify an adviser of assigned cases, until recusal', async () => {
    const page = await listen('wu');
    const { id } = await town.submitted();
    const { id: never } = await town.submitted();
    await town.send(zhao, id, 'advisers.assign', { advisers: [wu.id] });
    worker.wake();
    await eventually(
      () => cases(page),
      (seen) => seen.includes(id),
    );
    expect(cases(page)).not.toContain(never);
    await delivered();
    await town.send(wu, id, 'recuse', { reason: '近亲属' });
    const { id: later } = await town.submitted();
    await town.send(zhao, later, 'advisers.assign', { advisers: [wu.id] });
    await delivered();
    await eventually(
      () => cases(page),
      (seen) => seen.includes(later),
    );
    expect(cases(page).slice(cases(page).indexOf(later))).not.toContain(id);
    page.close();
    await noPages();
  });

  it('report a commit of this process at once, with its version', async () => {
    const page = await listen('zhao');
    await eventually(
      () => live().open,
      (open) => open === 1,
    );
    const { id } = await town.draft();
    await app.parts.runtime.send(li, { caseId: id, event: { type: 'note', payload: { text: '注' } } }, () => null);
    const seen = await eventually(
      () => page.events,
      (events) => events.some(({ data }) => data['version'] === 2),
    );
    expect(seen).toContainEqual({ type: 'case', data: { id, version: 2 } });
    page.close();
    await noPages();
  });

  it('continue after the connection to the database was cut', async () => {
    const page = await listen('zhao');
    await eventually(
      () => live().open,
      (open) => open === 1,
    );
    await db.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen%' and datname = current_database()`,
    );
    // Whether or not something was missed, the page reloads once the channel is back.
    await eventually(
      () => notices(page),
      (seen) => seen.includes(null),
    );
    const { id } = await town.submitted();
    worker.wake();
    await eventually(
      () => notices(page),
      (seen) => seen.includes(id),
    );
    page.close();
    await noPages();
  });

  it('release their resources when pages come and go', async () => {
    for (let index = 0; index < 20; index += 1) (await listen('zhao')).close();
    await noPages();
  });

  it('end when the process stops', async () => {
    const other = await serve([RemindersHttpModule], {
      databaseUrl: db.url,
      clock: town.clock,
      definitions,
    });
    const pages = await Promise.all([listen('zhao', other), listen('feng', other)]);
    await other.close();
    await Promise.all(pages.map(({ ended }) => ended));
  });
});
