/** One case of each category, from draft to archive, by the demonstration's users over HTTP, on the built server. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { loadDefinitions } from '@lawgate/workflows';
import { Client } from './client.ts';
import { Server } from './server.ts';
import { handInMaterials, payloadOf, walkToEnd, type Cast, type DefinitionView } from './walker.ts';

let server: Server;
let cast: Cast;
let definitions: DefinitionView[];

beforeAll(async () => {
  server = await Server.start();
  const login = (username: string): Promise<Client> => Client.login(server.base, username);
  cast = {
    clerk: await login('clerk'),
    intake: await login('intake'),
    adviser: await login('adviser'),
    director: await login('director'),
    leader: await login('leader'),
    archivist: await login('archivist'),
  };
  const list = await cast.clerk.get<{ items: { key: string }[] }>('/api/definitions');
  definitions = [];
  for (const { key } of list.body.items) {
    definitions.push((await cast.clerk.get<DefinitionView>(`/api/definitions/${key}`)).body);
  }
}, 240_000);

afterAll(() => server.remove(), 30_000);

describe('a case of each category', () => {
  it('is offered for every installed category, in the order of the annual report', async () => {
    // Of a category with several versions the newest.
    const installed = [...new Map((await loadDefinitions()).map((each) => [each.key, each])).values()];
    expect(installed.length).toBeGreaterThanOrEqual(4);
    expect(definitions.map(({ key, label }) => [key, label])).toEqual(installed.map(({ key, label }) => [key, label]));
  });

  it('goes from submission to the archive, with a refusal that gives its citation', async () => {
    for (const definition of definitions) {
      const created = await cast.clerk.post<CaseView>('/api/cases', {
        category: definition.key,
        title: `走查：${definition.label}`,
      });
      expect(created.status).toBe(201);
      expect(created.body.state).toBe('draft');
      const caseId = created.body.id;

      const early = await cast.clerk.send(caseId, 'submit', { vouched: true });
      expect(early.status).toBe(422);
      expect(early.body.code).toBe('event.refused');
      expect(early.body.refusals?.[0]).toMatchObject({ rule: 'materials.complete', citation: expect.any(String) });

      // The act before any review: refused by the article that requires the review.
      expect(definition.acts.length).toBeGreaterThan(0);
      for (const act of definition.acts) {
        const by = definition.events.find((event) => event.type === act)?.by[0] === 'leader' ? cast.leader : cast.clerk;
        const tooSoon = await by.send(caseId, act, payloadOf(definition, act, ''));
        expect(tooSoon.status).toBe(422);
        expect(tooSoon.body.refusals?.some(({ citation }) => /《.+》|〔\d{4}〕/.test(citation ?? ''))).toBe(true);
      }

      await handInMaterials(cast.clerk, caseId, definition);
      const steps = await walkToEnd(cast, caseId, definition);
      const end = await cast.clerk.view(caseId);
      expect(end.status).toBe('done');
      expect(end.state).toBe('archived');
      expect(steps.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['opinion.give', 'sign-off', ...definition.acts, definition.course.at(-1)]),
      );
      expect(end.opinions.map(({ act }) => act)).toEqual(expect.arrayContaining(['adviser', 'reviewer', 'director']));
      expect(end.numbers.map(({ text }) => text).join()).toMatch(/合审〔\d{4}〕\d+号/);
      // Clocks that run on in the archive, such as the validity of a document.
      const ended = end.clocks.filter(({ kept }) => kept !== true);
      expect(ended.every((clock) => clock.status === 'met' || clock.status === 'stopped')).toBe(true);
      expect(end.tasks).toEqual([]);
      expect(end.history.map(({ seq }) => seq)).toEqual(end.history.map((_, index) => index + 1));
    }
  }, 120_000);
});

describe('a supplement to a contract', () => {
  it('is a new review, linked to the contract that it supplements', async () => {
    const category = 'contract';
    const parent = await cast.clerk.post<CaseView>('/api/cases', { category, title: '原合同' });
    const child = await cast.clerk.post<CaseView>('/api/cases', {
      category,
      title: '补充协议',
      parentCase: parent.body.id,
    });
    expect(child.status).toBe(201);
    expect(child.body.fields).toMatchObject({ parentCase: parent.body.id });
  });
});

describe('the demonstration town', () => {
  it('counts 2023 as the town reported it, and lists the cases behind each figure', async () => {
    const report = await cast.leader.get<{
      counts: Record<string, number>;
      sentence: string;
      categories: { category: string; label: string }[];
    }>('/api/reports/annual/2023');
    expect(report.status).toBe(200);
    expect(report.body.sentence).toContain('规范性文件6件、重要合同31份、重大执法决定2个');
    const byLabel = Object.fromEntries(
      report.body.categories.map(({ category, label }) => [label, report.body.counts[category]]),
    );
    expect(byLabel).toMatchObject({ 规范性文件: 6, 重要合同: 31, 重大执法决定: 2 });
    for (const { category } of report.body.categories) {
      const behind = await cast.leader.get<{ items: unknown[] }>(
        `/api/reports/annual/2023/cases?category=${category}&figure=concluded&limit=200`,
      );
      expect(behind.body.items).toHaveLength(report.body.counts[category] ?? 0);
    }
  });

  it('shows neither town the other, and both to the county, which is read-only', async () => {
    const east = await Client.login(server.base, 'east-clerk');
    const county = await Client.login(server.base, 'county');
    const own = await east.get<{ items: { id: string; title: string }[] }>('/api/cases?limit=200');
    expect(own.body.items.length).toBeGreaterThan(0);
    expect(own.body.items.every(({ title }) => title.startsWith('东山镇'))).toBe(true);
    const first = own.body.items[0]?.id ?? '';
    expect((await cast.clerk.get(`/api/cases/${first}`)).status).toBe(404);
    expect((await cast.clerk.send(first, 'submit', { vouched: true })).status).toBe(404);
    expect((await county.get(`/api/cases/${first}`)).status).toBe(200);
    const acted = await county.send(first, 'withdraw', { reason: '试' });
    expect([403, 404]).toContain(acted.status);
  });
});
