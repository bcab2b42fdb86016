import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import type { DocumentView } from '@lawgate/contracts';
import { openTestApp } from '@lawgate/cases/test-app-fixtures';
import { errand } from '@lawgate/cases/fixtures';
import { DocumentsHttpModule } from './index.ts';
import * as samples from './samples.fixtures.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-documents-'));
const largest = 1024 * 1024;
const town = await openTestApp({
  definitions: [{ ...errand(), materials: [{ kind: 'draft', label: '送审稿', required: false }] }],
  modules: [ContentStoreModule.forRoot(await openContentStore({ folder })), { module: DocumentsHttpModule }],
  maxUploadBytes: largest,
});
afterAll(async () => {
  await town.close();
  await rm(folder, { recursive: true });
});

const cookies = Object.fromEntries(
  await Promise.all(Object.keys(town.people).map(async (name) => [name, await town.cookieOf(name)] as const)),
);

type Step = { type: string; payload?: unknown; by?: string };
async function caseAt(...steps: Step[]): Promise<string> {
  const { runtime } = town.parts;
  const principal = (name = 'east-clerk') => {
    const found = town.people[name];
    if (found === undefined) throw new Error(`there is no ${name}`);
    return found;
  };
  const made = await runtime.create(principal(), { category: 'errand', title: '采购合同', fields: {} }, ({ id }) => id);
  for (const { type, payload = {}, by } of steps) {
    await runtime.send(principal(by), { caseId: made.body, event: { type, payload } }, () => null);
  }
  return made.body;
}

interface Upload {
  readonly name?: string;
  readonly kind?: string | null;
  readonly content?: Buffer | string;
  readonly as?: string;
  readonly fileFirst?: boolean;
}

function upload(
  caseId: string,
  { name = '合同.pdf', kind = 'draft', content = samples.pdf, as, fileFirst }: Upload = {},
) {
  const form = new FormData();
  if (kind !== null && fileFirst !== true) form.append('kind', kind);
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  if (kind !== null && fileFirst === true) form.append('kind', kind);
  return send(caseId, form, as);
}

function send(caseId: string, body: FormData | string, as = 'east-clerk', headers: Record<string, string> = {}) {
  return fetch(`${town.url}/api/cases/${caseId}/documents`, {
    method: 'POST',
    headers: { cookie: cookies[as] ?? '', ...headers },
    body,
  });
}

async function codeOf(response: Response | Promise<Response>): Promise<[number, string]> {
  const answer = await response;
  return [answer.status, ((await answer.json()) as { code: string }).code];
}

const viewOf = async (response: Promise<Response>) => (await (await response).json()) as DocumentView;
const incoming = () => readdir(path.join(folder, 'incoming'));
const kept = async () =>
  (await readdir(path.join(folder, 'sha256'), { recursive: true })).filter((name) => path.basename(name).length === 64);
const rows = async () => (await town.database.ownerPool.query('select 1 from document')).rowCount;

let draft = '';
beforeEach(async () => {
  draft = await caseAt();
});

describe('an upload', () => {
  it('becomes version 1 with the hashes of its bytes, and is downloaded unchanged', async () => {
    const name = '㐀𠮷🌾عقد (最终版) "甲".pdf'.replaceAll('"', '”');
    const response = await upload(draft, { name });
    expect(response.status).toBe(201);
    const view = (await response.json()) as DocumentView;
    expect(view).toMatchObject({
      id: expect.any(String),
      kind: 'draft',
      name: name.normalize('NFC'),
      version: 1,
      size: samples.pdf.length,
      mediaType: 'application/pdf',
      sha256: createHash('sha256').update(samples.pdf).digest('hex'),
      sm3: createHash('sm3').update(samples.pdf).digest('hex'),
      uploadedAt: town.clock.now().toISOString(),
    });
    const { case: loaded } = await town.parts.runtime.read(town.people['east-clerk']!, draft);
    expect(loaded.documents).toHaveLength(1);
    const content = await fetch(`${town.url}/api/cases/${draft}/documents/${view.id}/content`, {
      headers: { cookie: cookies['east-clerk'] ?? '' },
    });
    expect(Buffer.from(await content.arrayBuffer())).toEqual(samples.pdf);
    expect(content.headers.get('content-type')).toBe('application/pdf');
    expect(content.headers.get('x-content-type-options')).toBe('nosniff');
    const disposition = content.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name);
  });

  it('may send the kind after the file', async () => {
    expect((await upload(draft, { fileFirst: true })).status).toBe(201);
  });

  it('of other bytes is the next version, of the latest bytes the same one, of older bytes again the next', async () => {
    const other = Buffer.concat([samples.pdf, Buffer.from('\n')]);
    const views = [];
    for (const content of [samples.pdf, samples.pdf, other, samples.pdf])
      views.push(await viewOf(upload(draft, { content })));
    expect(views.map(({ version }) => version)).toEqual([1, 1, 2, 3]);
    expect(views[1]).toEqual(views[0]);
  });

  it('gets a version of its own when several run concurrently', async () => {
    const views = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        viewOf(upload(draft, { content: Buffer.concat([samples.pdf, Buffer.from(`${n}`)]) })),
      ),
    );
    expect(views.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, n) => n + 1),
    );
  });
});

describe('an upload that is refused leaves nothing and says why', () => {
  const refusals: [string, Upload, string][] = [
    ['a program called a PDF', { content: samples.exe }, 'document.type-not-allowed'],
    ['a picture called a PDF', { content: samples.png }, 'document.type-mismatch'],
    ['a path', { name: '../../etc/passwd.pdf' }, 'document.name-invalid'],
    ['a path of Windows', { name: 'C:\\合同.pdf' }, 'document.name-invalid'],
    ['a control character', { name: 'a\u0007.pdf' }, 'document.name-invalid'],
    ['a name of 300 characters', { name: `${'长'.repeat(300)}.pdf` }, 'document.name-invalid'],
    ['no bytes', { content: '' }, 'document.empty'],
    ['no kind', { kind: null }, 'document.kind-missing'],
    ['an unknown kind', { kind: 'nonsense' }, 'document.kind-unknown'],
    ['an unknown kind after the file', { kind: 'nul\0', fileFirst: true }, 'document.kind-unknown'],
  ];
  it.each(refusals)('%s', async (_, change, code) => {
    const before = [await rows(), (await kept()).length];
    expect(await codeOf(upload(draft, change))).toEqual([422, code]);
    expect([await rows(), (await kept()).length]).toEqual(before);
    expect(await incoming()).toEqual([]);
  });

  it('lists the known kinds', async () => {
    expect(await (await upload(draft, { kind: 'nonsense' })).text()).toContain('draft（送审稿）');
  });

  it('a NUL in the name, sent by hand', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a\0.pdf"\r\n\r\n%PDF-1.7\r\n--b--\r\n';
    const answer = send(draft, part, 'east-clerk', { 'content-type': 'multipart/form-data; boundary=b' });
    expect(await codeOf(answer)).toEqual([422, 'document.name-invalid']);
  });

  it('two files, no file, no form, a broken form', async () => {
    const two = new FormData();
    two.append('kind', 'draft');
    for (const name of ['a.pdf', 'b.pdf']) two.append('file', new Blob([new Uint8Array(samples.pdf)]), name);
    expect(await codeOf(send(draft, two))).toEqual([422, 'document.file-repeated']);
    const none = new FormData();
    none.append('kind', 'draft');
    expect(await codeOf(send(draft, none))).toEqual([422, 'document.file-missing']);
    const json = { 'content-type': 'application/json' };
    expect(await codeOf(send(draft, '{}', 'east-clerk', json))).toEqual([415, 'request.media-type']);
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=b']) {
      expect(await codeOf(send(draft, 'nonsense', 'east-clerk', { 'content-type': type }))).toEqual([
        400,
        'request.malformed',
      ]);
    }
    const half = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
    const broken = send(draft, half, 'east-clerk', { 'content-type': 'multipart/form-data; boundary=b' });
    expect(await codeOf(broken)).toEqual([400, 'request.malformed']);
    expect(await incoming()).toEqual([]);
  });

  it('200 MB: the answer arrives, also where the kind comes after the file, and the next upload works', async () => {
    const before = (await kept()).length;
    const content = Buffer.concat([samples.pdf, Buffer.alloc(200 * 1024 * 1024)]);
    expect(await codeOf(upload(draft, { content, fileFirst: true }))).toEqual([413, 'document.too-large']);
    expect(await incoming()).toEqual([]);
    expect((await kept()).length).toBe(before);
    const exact = Buffer.concat([samples.pdf, Buffer.alloc(largest - samples.pdf.length)]);
    expect((await upload(draft, { content: exact })).status).toBe(201);
    expect(await codeOf(upload(draft, { content: Buffer.concat([exact, Buffer.alloc(1)]) }))).toEqual([
      413,
      'document.too-large',
    ]);
  });

  it('one whose connection is cut', async () => {
    const { port } = new URL(town.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/cases/${draft}/documents HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookies['east-clerk']}\r\n` +
        `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 900000\r\n\r\n` +
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n',
    );
    while ((await incoming()).length === 0) await new Promise((resolve) => setImmediate(resolve));
    socket.destroy();
    while ((await incoming()).length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await rows()).not.toBeNull();
  });
});

describe('who may upload, and when', () => {
  const submitted = () => caseWithDraft({ type: 'submit' });
  async function caseWithDraft(...steps: Step[]): Promise<string> {
    const id = await caseAt();
    await upload(id);
    for (const { type, payload = {}, by = 'east-clerk' } of steps) {
      const principal = town.people[by]!;
      await town.parts.runtime.send(principal, { caseId: id, event: { type, payload } }, () => null);
    }
    return id;
  }
  const changed = { content: Buffer.concat([samples.pdf, Buffer.from('changed')]) };

  it('nobody from another town, nor into an unknown case', async () => {
    for (const id of [draft, '0198c5a0-0000-7000-8000-000000000000', 'nonsense', '%00']) {
      expect(await codeOf(upload(id, { as: 'west-clerk' }))).toEqual([404, 'resource.not-found']);
    }
  });

  it('not the county, which may only read', async () => {
    expect(await codeOf(upload(draft, { as: 'county' }))).toEqual([403, 'case.read-only']);
  });

  it('not an adviser or an auditor, who cannot see the draft', async () => {
    expect(await codeOf(upload(draft, { as: 'east-adviser' }))).toEqual([404, 'resource.not-found']);
    expect(await codeOf(upload(draft, { as: 'east-auditor' }))).toEqual([404, 'resource.not-found']);
  });

  it('a submitter not after submission, a reviewer while a task of a reviewer is open', async () => {
    const id = await submitted();
    expect(await codeOf(upload(id, changed))).toEqual([409, 'document.not-now']);
    expect((await upload(id, { ...changed, as: 'east-reviewer' })).status).toBe(201);
  });

  it('a submitter again while a supplement is asked for', async () => {
    const id = await caseWithDraft({ type: 'submit' }, { type: 'supplement.request', by: 'east-reviewer' });
    expect((await upload(id, changed)).status).toBe(201);
  });

  it('nobody after the end', async () => {
    const id = await caseWithDraft(
      { type: 'submit' },
      { type: 'return', payload: { reason: '不属于范围' }, by: 'east-reviewer' },
    );
    expect(await codeOf(upload(id, { ...changed, as: 'east-reviewer' }))).toEqual([409, 'document.not-now']);
  });

  it('nobody without a session', async () => {
    expect(await codeOf(upload(draft, { as: 'nobody' }))).toEqual([401, 'auth.required']);
  });
});

describe('a download', () => {
  const get = (id: string, document: string, as: string) =>
    fetch(`${town.url}/api/cases/${id}/documents/${document}/content`, { headers: { cookie: cookies[as] ?? '' } });

  it('is for those who may see the case, and only through it', async () => {
    const { id } = await viewOf(upload(draft));
    const other = await caseAt();
    expect((await get(draft, id, 'county')).status).toBe(200);
    expect(await codeOf(get(draft, id, 'west-clerk'))).toEqual([404, 'resource.not-found']);
    expect(await codeOf(get(draft, id, 'east-auditor'))).toEqual([404, 'resource.not-found']);
    expect(await codeOf(get(other, id, 'east-clerk'))).toEqual([404, 'resource.not-found']);
    expect(await codeOf(get(draft, 'nonsense', 'east-clerk'))).toEqual([404, 'resource.not-found']);
  });
});
