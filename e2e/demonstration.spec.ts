/**
 * The demonstration is true: what its register of 2023 does not say is nowhere, and every act on its live cases was sent
 * by a person of the demonstration in the past days.
 */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { Client } from './client.ts';
import { asOwner, until } from './owner.ts';
import { Server } from './server.ts';

let server: Server;
let director: Client;

beforeAll(async () => {
  server = await Server.start();
  director = await Client.login(server.base, 'director');
}, 240_000);
afterAll(() => server?.remove(), 30_000);

const rows = <T extends object>(text: string): Promise<T[]> =>
  asOwner(server.dataDir, async (pool) => (await pool.query<T>(text)).rows);

const concluded = async (year: number): Promise<Record<string, number | null>> => {
  const { status, body } = await director.get<{ figures: { key: string; value: number | null }[] }>(
    `/api/reports/annual/${year}/draft`,
  );
  expect(status).toBe(200);
  const counted = body.figures.flatMap(({ key, value }) => {
    const category = /^reviews\.(.+)\.concluded$/.exec(key)?.[1];
    return category === undefined ? [] : [[category, value] as const];
  });
  return Object.fromEntries(counted);
};

describe('the register of 2023', () => {
  it('is counted by the year of conclusion', async () => {
    const none = { 'normative-document': 0, contract: 0, 'enforcement-decision': 0, 'major-decision': 0 };
    expect(await concluded(2023)).toEqual({
      'normative-document': 6,
      contract: 31,
      'enforcement-decision': 2,
      'major-decision': 0,
    });
    expect(await concluded(2022)).toEqual({ ...none, contract: 1 });
  });

  it('left nothing but the lines of the file', async () => {
    const tables = await rows<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id'`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const found: Record<string, number> = {};
    for (const { name } of tables) {
      const [counted] = await rows<{ n: number }>(
        `select count(*)::int as n from ${name}
          where case_id in (select id from review_case where state = 'recorded')`,
      );
      if (counted !== undefined && counted.n > 0) found[name] = counted.n;
    }
    // The file has 45 lines. A fact is an outcome that a line names; a number is one that it gives.
    expect(Object.keys(found).sort()).toEqual([
      'document_number',
      'fact',
      'history',
      // What the one commit wrote: these facts, this number and the case itself.
      'history_write',
      'register_entry',
      'register_import_line',
    ]);
    expect(found).toMatchObject({ history: 45, register_entry: 45, register_import_line: 45 });
    const history = await rows(
      `select distinct h.type, p.username
         from history h join review_case c on c.id = h.case_id join person p on p.id = h.actor_id
        where c.state = 'recorded'`,
    );
    expect(history).toEqual([{ type: 'register.record', username: 'intake' }]);
  });

  it('has only facts that a cell of their line states, on its day', async () => {
    const facts = await rows<{ kind: string; on: string; cells: string[] }>(
      `select f.kind, f.on_date::text as on, l.cells
         from fact f join register_import_line l on l.case_id = f.case_id`,
    );
    expect(facts.length).toBeGreaterThan(100);
    for (const { kind, on, cells } of facts) {
      const column = columnOf[kind];
      if (column !== undefined) expect({ kind, cell: cells[column] }).toEqual({ kind, cell: on });
      else expect({ kind, status: cells[statusColumn] }).toEqual({ kind, status: statusOf[kind] });
    }
  });
});

/** Columns of the register, from 0. */
const columnOf: Readonly<Record<string, number>> = { received: 1, accepted: 5, concluded: 10, filed: 11 };
const statusColumn = 12;
const statusOf: Readonly<Record<string, string>> = { returned: '退回', declined: '不予审核', withdrawn: '撤回' };

describe('the live cases', () => {
  it('were worked on by people of the demonstration, in the past days', async () => {
    const people = await rows<{ id: string }>('select id from person');
    const ids = new Set(people.map(({ id }) => id));
    const cases = await rows<{ id: string; org: string }>(
      `select c.id, o.code as org from review_case c join organisation o on o.id = c.org_id
        where c.state <> 'recorded'`,
    );
    expect(cases.length).toBeGreaterThan(10);
    const east = await Client.login(server.base, 'east-intake');
    const categories = new Set<string>();
    const stages = new Set<string>();
    for (const { id, org } of cases) {
      const view = await (org === 'dongshan' ? east : director).view(id);
      categories.add(view.category);
      stages.add(view.stage);
      const sent = view.history.filter(({ type, actor }) => actor !== null || view.events.some((e) => e.type === type));
      expect(sent.length).toBeGreaterThan(0);
      for (const { type, actor, at, label } of sent) {
        expect({ type, label, known: ids.has(actor?.id ?? '') }).toEqual({ type, label, known: true });
        const age = Date.now() - Date.parse(at);
        expect(age).toBeGreaterThan(0);
        expect(age).toBeLessThan(60 * 86_400_000);
      }
      expectRealPapers(view);
    }
    expect([...categories].sort()).toEqual([
      'contract',
      'enforcement-decision',
      'major-decision',
      'normative-document',
    ]);
    expect(stages.size).toBeGreaterThan(7);
  });

  it('show an opinion letter on those that are concluded, its number from the series of this year', async () => {
    const letters = await until('three letters', async () => {
      const found = await rows<{ title: string; text: string; state: string }>(
        `select c.title, n.text, c.state from paper p
           join review_case c on c.id = p.case_id
           join document_number n on n.case_id = c.id and n.purpose = '审查意见书'
          where p.kind = 'opinion-letter' order by n.taken_at`,
      );
      return found.length >= 3 ? found : null;
    });
    expect(letters.map(({ text }) => /〔\d{4}〕(\d+)号$/.exec(text)?.[1])).toEqual(['1', '2', '3']);
    expect(letters.some(({ state }) => state.includes('archived'))).toBe(true);
  });
});

/** Each case has all materials that its stage needs, as Word documents with different contents. */
function expectRealPapers({ title, materials, documents }: CaseView): void {
  const missing = materials.filter(({ required, given }) => required && !given);
  expect({ title, missing }).toEqual({ title, missing: [] });
  expect(new Set(documents.map(({ sha256 }) => sha256)).size).toBe(documents.length);
  for (const { name, mediaType, size } of documents) {
    expect(name).toMatch(/\.docx$/);
    expect(mediaType).toContain('wordprocessingml');
    expect(size).toBeGreaterThan(5_000);
  }
}
