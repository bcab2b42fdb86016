import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errand, openTown, people, type Town } from '../runtime.fixtures.ts';
import { serve, type ServedApp } from '../nest/http.fixtures.ts';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { CasesHttpModule } from './index.ts';

let db: TestDatabase;
let town: Town;
let app: ServedApp;
const { li, zhao, wu, feng, qian } = people;
const definitions = [errand(), errand('second', { label: '大事项', unit: '个', order: 2 })];

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions });
  app = await serve([CasesHttpModule], { databaseUrl: db.url, clock: town.clock, definitions });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

interface Item {
  readonly id: string;
  readonly title: string;
}

async function pages(by: keyof typeof people, path: string, limit: number): Promise<string[]> {
  const seen: string[] = [];
  let cursor = '';
  do {
    const { status, body } = await app.get(by, `${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`);
    expect(status).toBe(200);
    seen.push(...body.items.map(({ id }: Item) => id));
    cursor = body.next === null ? '' : `&cursor=${body.next}`;
  } while (cursor !== '');
  return seen;
}

describe('the lists of a small town', () => {
  let working: string;
  let advising: string;
  let draft: string;
  let concluded: string;
  let elsewhere: string;

  beforeAll(async () => {
    draft = (await town.draft(li, 'errand', '修路的草稿')).id;
    working = (await town.submitted(li, 'second')).id;
    const toAdvise = await town.submitted(li);
    await town.send(zhao, toAdvise.id, 'advisers.assign', { advisers: [wu.id] });
    advising = toAdvise.id;
    const toConclude = await town.submitted(li);
    await town.send(zhao, toConclude.id, 'finish');
    await town.send(qian, toConclude.id, 'sign-off', { conclusion: 'agree' });
    concluded = toConclude.id;
    elsewhere = (await town.submitted(feng)).id;
    // A week later the review of the submitted case is overdue.
    town.clock.set(new Date('2024-02-28T01:00:00Z'));
  });

  const idsOf = async (by: keyof typeof people, query: string): Promise<string[]> => {
    const { status, body } = await app.get(by, `/api/cases${query}`);
    expect(status).toBe(200);
    return body.items.map(({ id }: Item) => id).sort();
  };
  const ids = (...some: string[]): string[] => [...some].sort();

  it('show who has a case, since when it is overdue and which organisation it belongs to', async () => {
    const { body } = await app.get('zhao', '/api/cases?late=true&sort=due');
    expect(body.items.map(({ id }: Item) => id).sort()).toEqual(ids(working, advising));
    expect(body.items.find(({ id }: Item) => id === working)).toMatchObject({
      categoryLabel: '大事项',
      holders: [{ id: null, name: '审查人', role: 'reviewer', task: '提出审查意见' }],
      dueOn: '2024-02-21',
      remaining: -5,
      late: true,
      provisional: false,
      submittingUnit: null,
    });
    expect(body.items.find(({ id }: Item) => id === advising)).toMatchObject({
      holders: [{ id: wu.id, name: wu.name }],
    });
  });

  it('find the cases that a person created, acted in, and holds', async () => {
    expect(await idsOf('li', '?mine=submitted')).toEqual(ids(draft, working, advising, concluded));
    expect(await idsOf('zhao', '?mine=handled')).toEqual(ids(advising, concluded));
    expect(await idsOf('qian', '?mine=handled')).toEqual(ids(concluded));
    expect(await idsOf('sun', '?mine=handled')).toEqual([]);
    expect(await idsOf('li', `?holder=${wu.id}`)).toEqual(ids(advising));
    expect(await idsOf('li', `?holder=${li.id}&stage=${encodeURIComponent('起草')}`)).toEqual(ids(draft));
  });

  it('find by due date and by the year of the letter', async () => {
    expect(await idsOf('li', '?dueFrom=2024-02-21&dueBefore=2024-02-22')).toEqual(ids(working, advising));
    expect(await idsOf('li', '?dueBefore=2024-02-21')).toEqual([]);
    expect(await idsOf('li', '?late=false')).toEqual(ids(draft, concluded));
    expect(await idsOf('li', '?concludedIn=2024')).toEqual(ids(concluded));
    expect(await idsOf('li', '?concludedIn=2023')).toEqual([]);
    expect(await idsOf('li', `?q=${encodeURIComponent('修路')}`)).toEqual(ids(draft));
    expect(await idsOf('li', '?q=%25')).toEqual([]);
  });

  it('show an adviser the assigned cases, and nobody those of another town', async () => {
    for (const sort of ['due', 'created', 'updated']) expect(await idsOf('wu', `?sort=${sort}`)).toEqual([advising]);
    expect(await idsOf('wu', `?mine=submitted`)).toEqual([]);
    expect(await idsOf('feng', '')).toEqual([elsewhere]);
    expect(await idsOf('county', '?organisation=lake')).toEqual([elsewhere]);
    expect(await idsOf('county', '')).toHaveLength(5);
    expect(await idsOf('admin', '')).toEqual([]);
  });

  it.each(['due', 'created', 'updated'])('page by %s without losing or repeating a case', async (sort) => {
    const { body } = await app.get('county', `/api/cases?sort=${sort}`);
    const all = body.items.map(({ id }: Item) => id);
    expect(await pages('county', `/api/cases?sort=${sort}`, 1)).toEqual(all);
    expect(await pages('county', `/api/cases?sort=${sort}`, 2)).toEqual(all);
    expect(new Set(all)).toEqual(new Set([draft, working, advising, concluded, elsewhere]));
  });

  it('sort recently changed cases first, and cases without a due date last', async () => {
    await town.send(zhao, working, 'note', { text: '再看一次' });
    const updated = await app.get('li', '/api/cases?sort=updated');
    expect(updated.body.items[0].id).toBe(working);
    const due = await app.get('li', '/api/cases?sort=due');
    expect(due.body.items.map(({ dueOn }: { dueOn: string | null }) => dueOn)).toEqual([
      '2024-02-21',
      '2024-02-21',
      null,
      null,
    ]);
  });

  it.each([
    ['a holder that is nobody', 'holder=li'],
    ['a year that is none', 'concludedIn=24'],
    ['a sort that is not offered', 'sort=title'],
    ['a date that does not exist', 'dueBefore=2024-02-30'],
    ['a list of somebody else', 'mine=theirs'],
    [
      'a cursor of another sort',
      `sort=due&cursor=${Buffer.from('["2024-02-08T00:00:00Z","x"]').toString('base64url')}`,
    ],
    ['a cursor made up', 'cursor=abc'],
  ])('refuse %s', async (_, query) => {
    expect(await app.get('li', `/api/cases?${query}`)).toMatchObject({ status: 422 });
  });

  it('count the queue in figures that agree with its lists', async () => {
    const { status, body } = await app.get('zhao', '/api/tasks/counts');
    expect(status).toBe(200);
    expect(body).toEqual({
      open: 1,
      dueToday: 0,
      late: 1,
      byCategory: [{ category: 'second', label: '大事项', open: 1, late: 1 }],
      byKey: [{ key: 'handle', label: '提出审查意见', open: 1 }],
    });
    const tasks = async (query: string): Promise<string[]> =>
      (await app.get('li', `/api/tasks?${query}`)).body.items.map((task: { case: Item }) => task.case.id).sort();
    expect(await tasks('')).toEqual(ids(draft, concluded));
    expect(await tasks('key=draft')).toEqual([draft]);
    expect(await tasks('category=second')).toEqual([]);
    expect(await tasks('late=true')).toEqual([]);
    expect(await tasks(`q=${encodeURIComponent('修路')}`)).toEqual([draft]);
    const { body: queue } = await app.get('zhao', '/api/tasks?late=true');
    expect(queue.items).toMatchObject([
      { remaining: -5, case: { id: working, categoryLabel: '大事项', submittingUnit: null, stage: '办理' } },
    ]);
    expect((await app.get('sun', '/api/tasks/counts')).body.open).toBe(1);
    expect((await app.get('chen', '/api/tasks')).body.items).toMatchObject([{ case: { id: elsewhere } }]);
  });

  it('give an overview in which each figure opens exactly its cases', async () => {
    for (const by of ['qian', 'county'] as const) {
      const { status, body } = await app.get(by, '/api/overview');
      expect(status).toBe(200);
      const figures: { count: number; list: string }[] = [
        body.open,
        body.late,
        body.dueThisWeek,
        body.concludedThisYear,
        ...[...body.byCategory, ...body.byTown, ...body.byStage].flatMap(({ open, late }) => [open, late]),
      ];
      for (const { count, list } of figures) {
        expect([list, (await app.get(by, `/api${list}`)).body.items.length]).toEqual([list, count]);
      }
      expect(body.lateCases).toHaveLength(body.late.count);
    }
    const { body } = await app.get('county', '/api/overview');
    expect(body).toMatchObject({ open: { count: 5 }, late: { count: 3 }, concludedThisYear: { count: 1 } });
    expect(body.byTown.map(({ name, open }: { name: string; open: { count: number } }) => [name, open.count])).toEqual([
      ['山前镇', 4],
      ['湖畔镇', 1],
    ]);
  });

  it('give no overview to people who see single cases or none', async () => {
    for (const by of ['wu', 'admin'] as const) {
      expect(await app.get(by, '/api/overview')).toMatchObject({ status: 403, body: { code: 'overview.forbidden' } });
    }
  });

  it('give a case as the template of a new one to everybody who sees it', async () => {
    const { status, body } = await app.get('li', `/api/cases/${working}/template`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ category: 'second', title: '一件小事', fields: {}, materials: [] });
    expect((await app.get('feng', `/api/cases/${working}/template`)).status).toBe(404);
    expect((await app.get('li', '/api/cases/none/template')).status).toBe(404);
  });
});
