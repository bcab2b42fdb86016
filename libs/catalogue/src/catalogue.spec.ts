import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '@lawgate/runtime';
import { errand } from '@lawgate/runtime/fixtures';
import { serve, type ServedApp } from '@lawgate/runtime/http-fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { CatalogueModule } from './index.ts';

let db: TestDatabase;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  app = await serve([CatalogueModule], {
    databaseUrl: db.url,
    clock: new SimulatedClock(new Date('2024-02-08T01:00:00Z')),
    definitions: [errand('second', { label: '大事项', unit: '个', order: 2 }), errand()],
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
});

describe('the calendar', () => {
  const due = async (query: string) => app.get('li', `/api/calendar/due?${query}`);

  it.each([
    ['2022-12-30', 5, '2023-01-09'],
    ['2023-01-17', 5, '2023-01-29'],
    ['2023-06-21', 5, '2023-06-29'],
    ['2023-09-28', 5, '2023-10-11'],
    ['2023-09-28', 15, '2023-10-25'],
    ['2024-02-08', 1, '2024-02-09'],
    ['2024-02-08', 5, '2024-02-21'],
    ['2024-04-25', 10, '2024-05-11'],
    ['2024-06-06', 2, '2024-06-11'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2025-09-30', 7, '2025-10-16'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-09-18', 5, '2026-09-24'],
  ])('%s and %i working days end on %s', async (from, days, end) => {
    const { status, body } = await due(`from=${from}&days=${days}&unit=workday`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ from, days, unit: 'workday', due: end, provisional: false });
    expect(body.counted).toHaveLength(days);
    expect(body.counted.at(-1)).toBe(end);
    expect(body).not.toHaveProperty('rolled');
  });

  it.each([
    ['2024-09-02', 90, '2024-12-01', '2024-12-02'],
    ['2023-09-18', 15, '2023-10-03', '2023-10-07'],
  ])('%s and %i calendar days end on %s, in law on %s', async (from, days, end, rolled) => {
    expect((await due(`from=${from}&days=${days}&unit=day`)).body).toMatchObject({ due: end, rolled });
  });

  it('says so where a date is a guess', async () => {
    expect((await due('from=2048-12-28&days=5&unit=workday')).body).toMatchObject({ provisional: true });
  });

  it.each([
    ['a day that does not exist', 'from=2023-02-30&days=5&unit=workday'],
    ['a date written otherwise', 'from=2023-2-3&days=5&unit=workday'],
    ['no date', 'days=5&unit=workday'],
    ['two dates', 'from=2023-02-03&from=2023-02-04&days=5&unit=workday'],
    ['negative days', 'from=2024-02-08&days=-1&unit=workday'],
    ['too many days', 'from=2024-02-08&days=3651&unit=workday'],
    ['half a day', 'from=2024-02-08&days=1.5&unit=workday'],
    ['days that are no number', 'from=2024-02-08&days=five&unit=workday'],
    ['empty days', 'from=2024-02-08&days=&unit=workday'],
    ['another unit', 'from=2024-02-08&days=5&unit=week'],
    ['a date past all years', 'from=9999-12-31&days=5&unit=workday'],
    ['a date past all years in calendar days', 'from=9999-12-31&days=5&unit=day'],
    ['a NUL', 'from=2024-02-08%00&days=5&unit=workday'],
  ])('refuses %s', async (_, query) => {
    const { status, body } = await due(query);
    expect(status).toBe(422);
    expect(body.code).toMatch(/^(request\.invalid|calendar\.bad-)/);
  });

  it('tells which years have an official table', async () => {
    const { body } = await app.get('li', '/api/calendar/years');
    expect(body.years).toEqual(expect.arrayContaining([2022, 2023, 2024, 2025, 2026]));
    expect(body.latest).toBe(body.years.at(-1));
  });
});

describe('definitions', () => {
  it('are listed in their order with what a submission page needs', async () => {
    const { status, body } = await app.get('li', '/api/definitions');
    expect(status).toBe(200);
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual(['errand', 'second']);
    expect(body.items[0]).toMatchObject({ version: 1, label: '小事项', count: { label: '小事项', unit: '件' } });
    expect(body.items[0].stages[0]).toEqual({ path: 'draft', label: '起草', final: false });
    expect(body.items[0].events).toContainEqual({ type: 'submit', label: '送审', by: ['submitter'] });
  });

  it('are described whole, machine included', async () => {
    const { body } = await app.get('li', '/api/definitions/errand');
    expect(body.states.map(({ path }: { path: string }) => path)).toContain('signing');
    expect(body.transitions.length).toBeGreaterThan(5);
    expect(body.clocks).toContainEqual(expect.objectContaining({ key: 'supplement', onDue: 'supplement.expire' }));
    expect(body.events[0]).toHaveProperty('payload');
  });

  it.each(['nothing', '__proto__', 'constructor', 'a%00b', '..%2Ferrand'])('%s is no category', async (key) => {
    expect((await app.get('li', `/api/definitions/${key}`)).status).toBe(404);
  });
});

describe('OpenAPI', () => {
  it('shows queries and answers by their schemas', () => {
    const { paths } = SwaggerModule.createDocument(app.app, new DocumentBuilder().build());
    const due = paths['/api/calendar/due']?.get;
    expect(due?.parameters?.map((parameter) => 'name' in parameter && parameter.name)).toEqual([
      'from',
      'days',
      'unit',
    ]);
    expect(JSON.stringify(due?.responses['200'])).toContain('provisional');
    expect(JSON.stringify(paths['/api/definitions']?.get?.responses['200'])).toContain('stages');
  });
});
