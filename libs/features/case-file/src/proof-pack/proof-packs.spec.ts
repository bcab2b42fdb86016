/**
 * Proof packs over HTTP: ordered, made, fetched, taken away; and the verifier on a machine that has nothing but Node
 * 20.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreError, type ContentStore } from '@lawgate/files';
import { unzipSync } from 'fflate';
import { openProofTown, type Answered, type ProofTown } from './proof-town.fixtures.ts';

const run = promisify(execFile);
let town: ProofTown;
let caseId: string;
let empty: string;

beforeAll(async () => {
  town = await openProofTown();
  empty = await mkdtemp(path.join(tmpdir(), 'lawgate-elsewhere-'));
  caseId = await town.draft('镇区道路保洁服务合同');
  // Met on the way: taken to the meeting before anybody reviewed it.
  await town.send('east-clerk', caseId, 'contract.sign', { on: '2026-03-02' }).catch(() => {});
  await town.archive(caseId);
});
afterAll(async () => {
  await town?.close();
  await rm(empty, { recursive: true, force: true });
});

const order = (body: unknown, by = 'east-director', more = {}): Promise<Answered> =>
  town.call('POST', '/api/proof-packs', by, body, more);

async function fetched(id: string, by = 'east-director'): Promise<Uint8Array> {
  const response = await town.request('GET', `/api/proof-packs/${id}/content`, by);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function made(body: unknown, by = 'east-director'): Promise<{ id: string; zip: Uint8Array }> {
  const ordered = await order(body, by);
  expect(ordered.status).toBe(202);
  await town.work();
  return { id: ordered.body.id, zip: await fetched(ordered.body.id, by) };
}

/** Lays a pack out in an empty folder, as anyone who received it does. */
async function laidOut(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(path.join(empty, 'pack-'));
  for (const [name, bytes] of Object.entries(files)) {
    const place = path.join(folder, name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  return folder;
}

/** What the verifier says in an environment of its own; the machine's own Node where there is one. */
async function verified(folder: string, target: string[] = []): Promise<{ code: number; said: string }> {
  const node = process.env['LAWGATE_PLAIN_NODE'] ?? process.execPath;
  try {
    const { stdout } = await run(node, [path.join(folder, 'verify.mjs'), ...target], { cwd: folder, env: {} });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout } = error as { code: number; stdout: string };
    return { code, said: stdout };
  }
}

interface Report {
  readonly ok: boolean;
  readonly faults: readonly { readonly where: string; readonly what: string }[];
}
/** The same checks without a process for each: what is tried a hundred times is tried here. */
const { checkPack, canonicalJson } = (await import(new URL('../../verify/checking.mjs', import.meta.url).href)) as {
  checkPack: (files: ReadonlyMap<string, unknown>, inflate: unknown) => Promise<Report>;
  canonicalJson: (value: unknown) => string;
};
const { sha256Of, sm3Of } = (await import(new URL('../../verify/hashes.mjs', import.meta.url).href)) as Record<
  'sha256Of' | 'sm3Of',
  (text: string | Uint8Array) => string
>;

async function checked(files: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
  const inMemory = Object.entries(files).map(([name, bytes]) => {
    const pieces = async function* () {
      yield bytes;
    };
    return [name, { size: bytes.length, pieces }] as const;
  });
  const { faults } = await checkPack(new Map(inMemory), null);
  return faults.map(({ where, what }) => `不符：${where}：${what}`);
}

describe('the pack of a case', () => {
  let files: Record<string, Uint8Array>;
  let zip: Uint8Array;
  beforeAll(async () => {
    ({ zip } = await made({ caseIds: [caseId] }));
    files = unzipSync(zip);
  });
  const text = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8');
  const tampered = (name: string, change: (was: string) => string): Promise<string> =>
    laidOut({ ...files, [name]: Buffer.from(change(text(name))) });

  it('verifies in an empty folder and as the ZIP itself', async () => {
    const folder = await laidOut(files);
    expect(await verified(folder)).toMatchObject({ code: 0, said: expect.stringContaining('核验通过：1个案件') });
    await writeFile(path.join(empty, 'whole.zip'), zip);
    expect(await verified(folder, [path.join(empty, 'whole.zip')])).toMatchObject({ code: 0 });
  });

  it('holds every document, finding, clock, refusal, the rules in force and the history, in words', () => {
    const page = text('index.html');
    for (const words of [
      '卷内目录',
      '办理期限',
      '规则版本',
      '真实性承诺',
      '利益冲突声明',
      '县司法局',
      '合审〔2026〕',
    ]) {
      expect(page).toContain(words);
    }
    expect(page).toContain('同意&lt;b&gt;。');
    expect(page).not.toContain('<b>');
    expect(JSON.parse(text('refusals.json'))).toEqual([
      expect.objectContaining({
        event: 'contract.sign',
        refusals: [expect.objectContaining({ rule: 'review.concluded' })],
      }),
    ]);
    expect(page).toContain('尚未经合法性审查');
    const documents = JSON.parse(text('documents.json')) as { path: string; sha256: string }[];
    expect(documents.length).toBeGreaterThan(1);
    for (const { path: place, sha256 } of documents) {
      expect(
        createHash('sha256')
          .update(files[place] ?? '')
          .digest('hex'),
      ).toBe(sha256);
    }
    const [clock] = JSON.parse(text('clocks.json')) as { counted: string[] }[];
    expect(clock?.counted.length).toBeGreaterThan(0);
    expect(JSON.parse(text('rules.json'))).toMatchObject({ definition: { key: 'contract' }, ruleSet: { version: 1 } });
  });

  it('names the file of which one byte was changed, whichever file it is', async () => {
    for (const name of Object.keys(files)) {
      const bytes = Buffer.from(files[name] ?? []);
      const at = Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      expect((await checked({ ...files, [name]: bytes })).join()).toContain(`不符：${name}`);
    }
    const folder = await tampered('case.json', (was) => was.replace('道路', '公路'));
    expect(await verified(folder)).toMatchObject({
      code: 1,
      said: expect.stringContaining('不符：case.json：文件被改动'),
    });
  });

  it('names a file that is missing and one that was slipped in', async () => {
    const { 'clocks.json': _, ...fewer } = files;
    expect((await verified(await laidOut(fewer))).said).toContain('不符：clocks.json：缺少这个文件');
    const more = { ...files, 'documents/999.txt': Buffer.from('x'), '.DS_Store': Buffer.from('x') };
    const { said } = await verified(await laidOut(more));
    expect(said).toContain('documents/999.txt');
    expect(said).not.toContain('DS_Store');
  });

  it('names the row and the field of the history that was changed', async () => {
    const lines = text('history.jsonl').trim().split('\n');
    for (const [index, line] of lines.entries()) {
      const row = JSON.parse(line) as { body: string };
      const body = JSON.parse(row.body) as Record<string, unknown>;
      for (const field of Object.keys(body)) {
        const changed = { ...row, body: JSON.stringify({ ...body, [field]: 'x' }) };
        const said = await checked({
          ...files,
          'history.jsonl': Buffer.from(`${lines.with(index, JSON.stringify(changed)).join('\n')}\n`),
        });
        expect(said.join()).toContain('不符：history.jsonl：文件被改动');
        // The row and the field, and no other row.
        const rows = said.filter((line) => line.includes('条记录：'));
        expect(rows).toEqual([expect.stringMatching(new RegExp(`第${index + 1}条记录：“[^”]*（${field}）”被改动`))]);
      }
    }
  });

  it.each(['seq', 'prevHash', 'hash'])('names a row whose %s was changed', async (field) => {
    const folder = await tampered('history.jsonl', (was) => {
      const lines = was.trim().split('\n');
      const row = { ...JSON.parse(lines[1] ?? ''), [field]: field === 'seq' ? 9 : '0'.repeat(64) };
      return `${lines.with(1, JSON.stringify(row)).join('\n')}\n`;
    });
    expect((await verified(folder)).said).toMatch(new RegExp(`第2条记录：“[^”]*（${field}）”被改动`));
  });

  it('names a signed opinion that says something else now', async () => {
    const folder = await tampered('opinions.jsonl', (was) => was.replace('同意<b>', '反对<b>'));
    expect((await verified(folder)).said).toContain('opinions.jsonl 第1份意见：签署的意见被改动');
  });

  it('notices a forger who made the list again without the rows that the chain hashed', async () => {
    const manifest = JSON.parse(text('manifest.json')) as { history: unknown[]; seal: unknown };
    const shortened = { ...manifest, history: manifest.history.slice(0, -1) };
    const folder = await tampered('manifest.json', () => JSON.stringify(shortened));
    const { said } = await verified(folder);
    expect(said).toContain('不符：manifest.json：目录文件被改动：封缄值不符');
    expect(said).toContain('目录里没有的记录');
  });

  it('notices a forger who left out the last row and sealed the list again', async () => {
    const { seal: _seal, ...manifest } = JSON.parse(text('manifest.json')) as Record<string, unknown> & {
      history: unknown[];
      files: { path: string }[];
    };
    const history = Buffer.from(text('history.jsonl').trimEnd().split('\n').slice(0, -1).join('\n') + '\n');
    const listed = { size: history.length, sha256: sha256Of(history), sm3: sm3Of(history) };
    const forged = {
      ...manifest,
      history: manifest.history.slice(0, -1),
      files: manifest.files.map((file) => (file.path === 'history.jsonl' ? { ...file, ...listed } : file)),
    };
    const body = canonicalJson(forged);
    const sealed = canonicalJson({ ...forged, seal: { sm3: sm3Of(body), sha256: sha256Of(body) } });
    expect(await checked({ ...files, 'history.jsonl': history, 'manifest.json': Buffer.from(`${sealed}\n`) })).toEqual([
      '不符：history.jsonl：末尾记录与案件的链值不符',
    ]);
  });

  it('is the same to the byte when it is made again', async () => {
    const again = await made({ caseIds: [caseId] }, 'east-archivist');
    expect(Buffer.compare(again.zip, zip)).toBe(0);
  });
});

describe('the pack of many cases', () => {
  it('holds a pack for each and an index over them, and names the inner spot', async () => {
    const others = [await town.draft('食堂食材采购合同'), await town.draft('村级便民服务协议')];
    const { zip, id } = await made({ caseIds: [caseId, ...others] });
    const files = unzipSync(zip);
    expect(Buffer.from(files['index.html'] ?? []).toString()).toContain('食堂食材采购合同');
    const folder = await laidOut(files);
    expect((await verified(folder)).said).toContain('核验通过：3个案件');
    const whole = path.join(empty, 'many.zip');
    await writeFile(whole, zip);
    expect((await verified(folder, [whole])).said).toContain('核验通过：3个案件');
    const inner = Object.keys(files).find((name) => name.includes(others[0] ?? '')) ?? '';
    const bytes = Buffer.from(files[inner] ?? []);
    // In the middle of a stored or deflated file: which one, the inner list says.
    const spot = bytes.indexOf('case.json') + 40;
    bytes[spot] = (bytes[spot] ?? 0) ^ 1;
    const { said } = await verified(await laidOut({ ...files, [inner]: bytes }));
    expect(said).toContain(`不符：${inner}：文件被改动`);
    expect(said).toContain(`不符：${inner} → case.json`);
    const view = await town.get(`/api/proof-packs/${id}`);
    expect(view.body).toMatchObject({ state: 'done', progress: { done: 3, of: 3 }, name: '履职证明包-3件.zip' });
    expect(said).toContain(`封缄值 SM3：${view.body.seal}`);
  });

  it('is chosen by a filter, and refused where nothing or too much fits', async () => {
    const ordered = await order({ filter: { category: 'contract', status: 'done', year: 2026, organisation: 'east' } });
    expect(ordered.body).toMatchObject({ state: 'ordered', progress: { of: 1 } });
    expect((await order({ filter: { year: 2001 } })).body.code).toBe('pack.no-cases');
    expect((await order({ filter: { organisation: 'west' } })).body.code).toBe('pack.no-cases');
    expect((await order({ caseIds: Array.from({ length: 501 }, (_, n) => idOf(n)) })).body.code).toBe(
      'pack.too-many-cases',
    );
    expect((await order({})).body.code).toBe('request.invalid');
    expect((await order({ caseIds: [caseId], filter: {} })).body.code).toBe('request.invalid');
    await town.work();
  });
});

const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('who may', () => {
  it('is the director, the leader, the archivist and the county; nobody else, and nobody of another town', async () => {
    for (const by of ['east-director', 'east-leader', 'east-archivist', 'county-leader']) {
      expect([by, (await order({ caseIds: [caseId] }, by)).status]).toEqual([by, 202]);
    }
    for (const by of ['east-clerk', 'east-reviewer', 'east-adviser', 'east-auditor']) {
      expect([by, (await order({ caseIds: [caseId] }, by)).body.code]).toEqual([by, 'pack.forbidden']);
    }
    expect((await order({ caseIds: [caseId] }, 'west-director')).status).toBe(404);
    await town.work();
    const { body } = await town.get('/api/proof-packs', 'county-leader');
    const [pack] = body.items;
    expect(pack).toMatchObject({ state: 'done' });
    // A county's pack is the county's, a town's is the town's.
    expect((await town.get(`/api/proof-packs/${pack.id}`, 'east-director')).status).toBe(404);
    expect((await town.get(`/api/proof-packs/${pack.id}/content`, 'east-director')).status).toBe(404);
    expect((await town.get(`/api/proof-packs/${pack.id}`, 'east-clerk')).body.code).toBe('pack.forbidden');
  });

  it('leaves a row of each fetching, and orders once however often the same click arrives', async () => {
    const key = { 'idempotency-key': 'once' };
    const [one, two] = [
      await order({ caseIds: [caseId] }, 'east-director', key),
      await order({ caseIds: [caseId] }, 'east-director', key),
    ];
    expect(two.body.id).toBe(one.body.id);
    expect((await order({ filter: {} }, 'east-director', key)).body.code).toBe('idempotency.key-reused');
    expect((await town.get(`/api/proof-packs/${one.body.id}/content`)).body.code).toBe('pack.not-ready');
    await town.work();
    await fetched(one.body.id, 'east-archivist');
    const { body } = await town.get(`/api/proof-packs/${one.body.id}`);
    const all = (await town.get('/api/proof-packs')).body;
    const first = (await town.get('/api/proof-packs?limit=1')).body;
    const rest = (await town.get(`/api/proof-packs?cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(body.downloads).toEqual([
      { person: { id: town.person('east-archivist').id, name: 'east-archivist' }, at: expect.any(String) },
    ]);
  });
});

describe('a pack that cannot be made', () => {
  it('says which document is not what it was, and sends nothing', async () => {
    const broken = await town.draft('绿化养护合同');
    const { rows } = await town.database.ownerPool.query<{ sha256: string; name: string }>(
      'select sha256, name from document where case_id = $1 order by id limit 1',
      [broken],
    );
    const [row] = rows;
    const place = path.join(
      town.folder,
      'documents',
      'sha256',
      row?.sha256.slice(0, 2) ?? '',
      row?.sha256.slice(2, 4) ?? '',
      row?.sha256 ?? '',
    );
    const bytes = await readFile(place);
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await rm(place);
    await writeFile(place, bytes);
    const before = await kept();
    const { body } = await order({ caseIds: [broken, caseId] });
    await town.work();
    expect((await town.get(`/api/proof-packs/${body.id}`)).body).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining(row?.name ?? '?'),
    });
    expect((await town.get(`/api/proof-packs/${body.id}/content`)).status).toBe(409);
    expect(await kept()).toEqual(before);
  });

  const kept = async (): Promise<number> =>
    (await readdir(path.join(town.folder, 'documents'), { recursive: true })).length;

  it('is put back when the worker is asked to stop, and made by the next one', async () => {
    const { body } = await order({ caseIds: [caseId] });
    const stopping = new AbortController();
    const working = town.work(stopping.signal);
    stopping.abort();
    await working;
    expect(['ordered', 'done']).toContain((await town.get(`/api/proof-packs/${body.id}`)).body.state);
    await town.work();
    expect((await town.get(`/api/proof-packs/${body.id}`)).body).toMatchObject({ state: 'done' });
  });

  it('is tried again while the store cannot write, and is no half file meanwhile', async () => {
    const { body } = await order({ caseIds: [caseId] });
    const full = {
      read: (sha256: string, size: number) => town.store.read(sha256, size),
      receive: async (source: AsyncIterable<Buffer>) => {
        for await (const _ of source) break;
        throw new ContentStoreError('content.full', new Error('no space'));
      },
    } as unknown as ContentStore;
    const working = town.work(undefined, full);
    await expect(working).rejects.toMatchObject({ code: 'content.full' });
    expect((await town.get(`/api/proof-packs/${body.id}`)).body).toMatchObject({ state: 'making', sha256: null });
    await town.work();
    expect((await town.get(`/api/proof-packs/${body.id}`)).body).toMatchObject({ state: 'done' });
  });

  it('is given up when the process dies on it again and again', async () => {
    const { body } = await order({ caseIds: [caseId] });
    await town.database.ownerPool.query('update job set attempts = 3 where key = $1', [body.id]);
    await town.work();
    expect((await town.get(`/api/proof-packs/${body.id}`)).body).toMatchObject({ state: 'failed' });
  });
});

describe('a pack whose time is over', () => {
  it('is sent no more, and names no content that would keep its bytes', async () => {
    const last = await town.draft('办公用房租赁合同');
    const { id } = await made({ caseIds: [last] });
    town.letAMonthPass();
    // Also before the worker has looked.
    expect((await town.get(`/api/proof-packs/${id}/content`)).body.code).toBe('pack.expired');
    await town.work();
    const gone = await town.get(`/api/proof-packs/${id}/content`);
    expect([gone.status, gone.body.code]).toEqual([410, 'pack.expired']);
    expect((await town.get(`/api/proof-packs/${id}`)).body).toMatchObject({ state: 'expired', sha256: null });
    expect(await town.rows('proof_pack', `state = 'expired' and sha256 is not null`)).toBe(0);
  });
});

describe('the verification of a case', () => {
  it('counts its rows, and names the first one that was changed behind the back of the system', async () => {
    const id = await town.draft('车辆维修合同');
    await town.send('east-clerk', id, 'submit', { vouched: true });
    const look = (by = 'east-clerk') => town.get(`/api/cases/${id}/verification`, by);
    expect((await look()).body).toMatchObject({ verified: true, count: 2, firstBad: null });
    expect((await look('county-leader')).status).toBe(200);
    for (const by of ['west-director', 'east-adviser', 'east-auditor']) expect((await look(by)).status).toBe(404);
    expect((await town.get('/api/cases/x/verification')).status).toBe(404);
    const owner = town.database.ownerPool;
    await owner.query('alter table history disable trigger history_append_only');
    await owner.query(`update history set body = replace(body, 'submit', 'accept') where case_id = $1 and seq = 2`, [
      id,
    ]);
    await owner.query('alter table history enable trigger history_append_only');
    expect((await look()).body).toMatchObject({ verified: false, firstBad: { seq: 2, reason: '记录内容被改动' } });
  });
});

describe('a refusal that was met', () => {
  it('is kept once for the same person, event and version of the case, and leaves nothing else', async () => {
    const id = await town.draft('广告牌租赁合同');
    const refused = () =>
      town.send('east-clerk', id, 'contract.sign', { on: '2026-03-02' }).catch((error) => error.code);
    expect([await refused(), await refused()]).toEqual(['event.refused', 'event.refused']);
    expect(await town.rows('refusal_met', `case_id = '${id}'`)).toBe(1);
    expect(await town.rows('history', `case_id = '${id}'`)).toBe(1);
    // What is wrong with the form is no rule.
    await town.send('east-clerk', id, 'submit', {}).catch(() => {});
    expect(await town.rows('refusal_met', `case_id = '${id}'`)).toBe(1);
  });
});
