/** The archive over HTTP, on a real database: contents, retention, hand-over, and that nothing can be changed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProofTown, type Answered, type ProofTown } from '../proof-pack/proof-town.fixtures.ts';
import { readWorkbook } from '@lawgate/files';
import { ArchiveHttpModule } from './index.ts';

let town: ProofTown;
let archived: string;
let second: string;
let open: string;

beforeAll(async () => {
  town = await openProofTown([{ module: ArchiveHttpModule }]);
  archived = await town.draft('公厕保洁服务合同');
  await town.archive(archived);
  second = await town.draft('文化站设备采购合同');
  await town.archive(second);
  open = await town.draft('会议室音响采购合同');
});
afterAll(() => town?.close());

const handOver = (caseIds: readonly string[], by = 'east-archivist', more = {}): Promise<Answered> =>
  town.call('POST', '/api/archive/hand-overs', by, { caseIds, receiver: '清河县档案馆' }, more);

describe('the index of a file', () => {
  it('lists its contents, and accepts page counts from the archivist only', async () => {
    const place = `/api/cases/${archived}/file-index`;
    const { body } = await town.get(place, 'east-clerk');
    expect(body).toMatchObject({ case: { id: archived, status: 'done' }, pages: null });
    expect(body.items.length).toBeGreaterThan(1);
    const pages = body.items.map(({ id }: { id: string }, index: number) => ({ id, pages: index + 1 }));
    expect((await town.call('PUT', place, 'east-clerk', { pages })).body.code).toBe('archive.archivist-only');
    expect((await town.call('PUT', place, 'east-archivist', { pages: [{ id: open, pages: 1 }] })).body.code).toBe(
      'archive.item-unknown',
    );
    const counted = await town.call('PUT', place, 'east-archivist', { pages });
    const sum = (body.items.length * (body.items.length + 1)) / 2;
    expect(counted.body).toMatchObject({ pages: sum, missing: 0 });
    expect(counted.body.items.at(-1)).toMatchObject({ to: sum });
    // A wrong count is corrected by a new one: both are stored, the newer one is valid.
    await town.call('PUT', place, 'east-archivist', { pages: [{ id: pages[0].id, pages: 5 }] });
    expect((await town.get(place)).body).toMatchObject({ pages: sum + 4 });
    expect(await town.rows('page_count', `item_id = '${pages[0].id}'`)).toBe(2);
    expect((await town.get(place, 'west-director')).status).toBe(404);
  });
});

describe('a document whose pages its reader counted', () => {
  it('needs no count by the archivist, but the archivist’s own count takes precedence', async () => {
    const place = `/api/cases/${second}/file-index`;
    const found = (await town.get(place)).body.items.find(({ source }: { source: string }) => source === 'documents');
    const pagesNow = async () =>
      (await town.get(place)).body.items.find(({ id }: { id: string }) => id === found.id).pages;
    expect(found.pages).toBeNull();
    await town.database.ownerPool.query('update document_text set pages = 7 where document_id = $1', [found.id]);
    expect(await pagesNow()).toBe(7);
    await town.call('PUT', place, 'east-archivist', { pages: [{ id: found.id, pages: 8 }] });
    expect(await pagesNow()).toBe(8);
  });
});

describe('the list of the archive', () => {
  it('shows the retention of each file, its citation, and the date of disposal', async () => {
    const { body } = await town.get('/api/archive?year=2026&category=contract', 'county-leader');
    expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual([archived, second].sort());
    expect(body.items[0]).toMatchObject({
      categoryLabel: '重要合同',
      number: expect.stringMatching(/^合审〔2026〕\d+号$/),
      archivedOn: '2026-03-02',
      retention: { years: 30, label: '30年', disposableOn: '2057-01-01', due: false },
      handedOver: null,
    });
    expect(body.items[0].retention.citation).toContain('国家档案局令第8号');
    expect((await town.get('/api/archive?year=2025')).body.items).toEqual([]);
    expect((await town.get('/api/archive', 'east-adviser')).status).toBe(404);
    expect((await town.get('/api/archive', 'west-director')).body.items).toEqual([]);
  });

  it('pages without losing or repeating a file', async () => {
    const first = await town.get('/api/archive?limit=1');
    const rest = await town.get(`/api/archive?limit=1&cursor=${first.body.next}`);
    expect([first.body.items[0].id, rest.body.items[0].id].sort()).toEqual([archived, second].sort());
    expect(rest.body.next).toBeNull();
  });
});

describe('a hand-over', () => {
  it('refuses cases that are not archived or belong to another organisation, and people other than the archivist', async () => {
    expect((await handOver([open])).body.code).toBe('archive.not-archived');
    expect((await handOver([archived, '01900000-0000-7000-8000-000000000001'])).status).toBe(404);
    expect((await handOver([archived], 'east-director')).body.code).toBe('archive.archivist-only');
    expect(await town.rows('archive_hand_over')).toBe(0);
  });

  it('is done once, however often the request is repeated, and its list shows the cases', async () => {
    const key = { 'idempotency-key': 'hand-over' };
    const [one, two] = await Promise.all([
      handOver([archived], 'east-archivist', key),
      handOver([archived], 'east-archivist', key),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body.id).toBe(one.body.id);
    expect((await handOver([archived, second])).body.code).toBe('archive.handed-over');
    const list = await town.get('/api/archive/hand-overs', 'east-director');
    expect(list.body.items).toEqual([expect.objectContaining({ receiver: '清河县档案馆', cases: 1 })]);
    const found = await town.get('/api/archive');
    expect(found.body.items.find(({ id }: { id: string }) => id === archived).handedOver).toMatchObject({
      receiver: '清河县档案馆',
    });
    const response = await town.request('GET', `/api/archive/hand-overs/${one.body.id}/content`, 'east-archivist');
    const { rows } = await readWorkbook(Buffer.from(await response.arrayBuffer()));
    expect(rows[0]?.cells[0]).toContain('接收单位：清河县档案馆');
    expect(rows[2]?.cells[2]).toBe('公厕保洁服务合同');
    expect(rows[2]?.cells[6]).toBe('30年');
    expect((await town.get(`/api/archive/hand-overs/${one.body.id}/content`, 'west-director')).status).toBe(404);
  });

  it('cannot be changed, not even by the owner of the tables', async () => {
    const owner = town.database.ownerPool;
    for (const table of ['archive_hand_over', 'archive_hand_over_case', 'page_count', 'refusal_met']) {
      await expect(owner.query(`delete from ${table}`)).rejects.toMatchObject({ code: 'LG001' });
    }
  });
});

describe('an archived case', () => {
  it('accepts no event and no document from anybody', async () => {
    const before = await state();
    const view = await town.parts.runtime.read(town.person('east-clerk'), archived);
    const definition = town.parts.definitions.newest('contract');
    for (const by of ['east-clerk', 'east-reviewer', 'east-director', 'east-leader', 'east-archivist']) {
      for (const [type, { examples }] of Object.entries(definition.events)) {
        await expect(town.send(by, archived, type, examples[0])).rejects.toMatchObject({ status: expect.any(Number) });
      }
    }
    expect(view.case.status).toBe('done');
    await expect(town.handIn(archived, 'draft', '改.txt', '另一份合同')).rejects.toMatchObject({ code: 'LG423' });
    expect(await state()).toEqual(before);
  });

  const state = async (): Promise<unknown> =>
    (
      await town.database.ownerPool.query(
        `select version, state, documents, last_hash, (select count(*)::int from history where case_id = $1) as rows
           from review_case where id = $1`,
        [archived],
      )
    ).rows[0];
});
