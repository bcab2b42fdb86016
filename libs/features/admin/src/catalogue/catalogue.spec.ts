import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SimulatedClock } from '@lawgate/database';
import { errand } from '@lawgate/cases/fixtures';
import { serve, type ServedApp } from '@lawgate/cases/http-fixtures';
import { calendarDayLimits, workdayLimits } from '@lawgate/sizes/lawful-dates';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { CatalogueHttpModule } from './index.ts';
import { DefinitionView } from './views.ts';

let db: TestDatabase;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  app = await serve([CatalogueHttpModule], {
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

  it.each(workdayLimits)('%s and %i working days end on %s', async (from, days, end) => {
    const { status, body } = await due(`from=${from}&days=${days}&unit=workday`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ from, days, unit: 'workday', due: end, provisional: false });
    expect(body.counted).toHaveLength(days);
    expect(body.counted.at(-1)).toBe(end);
    expect(body).not.toHaveProperty('rolled');
  });

  it.each(calendarDayLimits)('%s and %i calendar days end on %s, in law on %s', async (from, days, end, rolled) => {
    expect((await due(`from=${from}&days=${days}&unit=day`)).body).toMatchObject({ due: end, rolled });
  });

  it('marks provisional dates', async () => {
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
    expect(body.code).toMatch(/^(request\.invalid|text\.unstorable|calendar\.bad-)/);
  });

  it('lists the years with an official table', async () => {
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

  it('are described completely, machine included', async () => {
    const { body } = await app.get('li', '/api/definitions/errand');
    // The OpenAPI schema agrees exactly with the answer.
    expect(DefinitionView.parse(body)).toEqual(body);
    expect(body.taskEvents.map(({ type }: { type: string }) => type)).toContain('task.transfer');
    expect(body.states.map(({ path }: { path: string }) => path)).toContain('signing');
    expect(body.transitions.length).toBeGreaterThan(5);
    expect(body.clocks).toContainEqual(expect.objectContaining({ key: 'supplement', onDue: 'supplement.expire' }));
    expect(body.events[0]).toHaveProperty('payload');
  });

  it.each(['nothing', '__proto__', 'constructor', 'a%00b', '..%2Ferrand'])('%s is not a category', async (key) => {
    expect((await app.get('li', `/api/definitions/${key}`)).status).toBe(404);
  });
});

describe('OpenAPI', () => {
  it('describes queries and answers by their schemas', () => {
    const { paths, components } = SwaggerModule.createDocument(app.app, new DocumentBuilder().build());
    const due = paths['/api/calendar/due']?.get;
    expect(due?.parameters?.map((parameter) => 'name' in parameter && parameter.name)).toEqual([
      'from',
      'days',
      'unit',
    ]);
    expect(JSON.stringify(due?.responses['200'])).toContain('#/components/schemas/DueDate');
    expect(components?.schemas?.['DueDate']).toHaveProperty('properties.provisional');
    expect(components?.schemas?.['DefinitionSummary']).toHaveProperty('properties.stages');
  });
});
