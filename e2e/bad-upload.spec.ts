/** Files that are too large, differ from their type, or have invalid names: a 4xx each, and no row and no file. */
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { boundary, endlessForm, multipart, multipartType, type Part } from './multipart.ts';
import { asOwner, until } from './owner.ts';
import { plainRequest, type PlainAnswer } from './plain-http.ts';
import { everything, expectProblem, expectRefused, Sender } from './refusal.ts';
import type { Server } from './server.ts';
import * as contract from './town.ts';
import { startTown } from './town.ts';

const MIB = 1024 * 1024;

let server: Server;
let clerk: Sender;
let leader: Sender;
let draft: string;
let submitted: string;

beforeAll(async () => {
  const started = await startTown();
  server = started.server;
  clerk = await Sender.login(server, 'clerk');
  leader = await Sender.login(server, 'leader');
  draft = await contract.openCase(started.town, 'draft', []);
  submitted = await contract.openCase(started.town, 'submitted', [contract.submit]);
  await asOwner(server.dataDir, contract.untilDelivered);
}, 240_000);

afterAll(() => server?.remove(), 60_000);

const documents = (id: string): string => `/api/cases/${id}/documents`;
const kind: Part = { field: 'kind', content: 'draft' };
const file = (fileName: string, content: string | Buffer = '正文。\n', more = ''): Part => ({
  field: 'file',
  fileName,
  content,
  more,
});

const upload = (parts: readonly Part[], id = draft, by: Sender = clerk): Promise<PlainAnswer> =>
  by.send({ method: 'POST', path: documents(id), headers: multipartType, body: multipart(parts) });

/** The first bytes of a program for Windows. */
const program = Buffer.concat([
  Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0\xb8\0\0\0\0\0\0\0@', 'latin1'),
  Buffer.alloc(35),
  Buffer.from(
    '\x80\0\0\0\x0e\x1f\xba\x0e\0\xb4\t\xcd!\xb8\x01L\xcd!This program cannot be run in DOS mode.\r\r\n$',
    'latin1',
  ),
  Buffer.from('PE\0\0d\x86', 'latin1'),
  Buffer.alloc(200),
]);

type Refusals = Record<string, readonly [status: number, code: string, request: () => Promise<PlainAnswer>]>;

function eachRefused(refusals: Refusals): void {
  it.each(Object.entries(refusals))('%s', (_, [status, code, request]) => expectRefused(server, status, code, request));
}

describe('a file far over the limit', () => {
  const resident = async (field: string): Promise<number> => {
    const pid = await readFile(path.join(server.dataDir, 'server.pid'), 'utf8');
    const status = await readFile(`/proc/${pid.trim()}/status`, 'utf8');
    return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) * 1024;
  };

  it('is refused when it passes the limit, without being held in memory', async () => {
    const measured = process.platform === 'linux';
    const before = measured ? await resident('VmRSS') : 0;
    const send = (): Promise<PlainAnswer> => {
      const body = endlessForm('draft', '大.txt', 500 * MIB);
      return clerk.send({ method: 'POST', path: documents(draft), headers: multipartType, body });
    };
    await expectRefused(server, 413, 'document.too-large', send);
    // Node frees buffers lazily, so 100 MiB may come and go; 500 MiB would be the whole file.
    if (measured) expect((await resident('VmHWM')) - before).toBeLessThan(250 * MIB);
  }, 60_000);

  it('does not block the server for others', async () => {
    const body = endlessForm('draft', '大.txt', 200 * MIB);
    const refused = clerk.send({ method: 'POST', path: documents(draft), headers: multipartType, body });
    expect((await clerk.get(`/api/cases/${draft}`)).status).toBe(200);
    expect((await refused).status).toBe(413);
    expect((await upload([kind, file('小.txt')])).status).toBe(201);
  }, 60_000);
});

describe('a file that differs from its extension', () => {
  eachRefused({
    'a program named .pdf': [422, 'document.type-not-allowed', () => upload([kind, file('合同.pdf', program)])],
    'a program named .txt': [422, 'document.type-not-allowed', () => upload([kind, file('合同.txt', program)])],
    'a program named .exe': [422, 'document.type-not-allowed', () => upload([kind, file('合同.exe', program)])],
    'a program that says it is a PDF': [
      422,
      'document.type-not-allowed',
      () => upload([kind, file('合同.pdf', program, '\r\ncontent-type: application/pdf')]),
    ],
    'a script of a shell': [
      422,
      'document.type-not-allowed',
      () => upload([kind, file('a.sh', '#!/bin/sh\nrm -rf /\n')]),
    ],
    'a page named .html': [
      422,
      'document.type-not-allowed',
      () => upload([kind, file('a.html', '<script>1</script>')]),
    ],
    'a text named .pdf': [422, 'document.type-mismatch', () => upload([kind, file('a.pdf', '正文')])],
    'a PDF named .docx': [422, 'document.type-mismatch', () => upload([kind, file('a.docx', '%PDF-1.7\n%\xe2\xe3\n')])],
    'a file without extension': [422, 'document.type-not-allowed', () => upload([kind, file('合同')])],
    'an empty file': [422, 'document.empty', () => upload([kind, file('空.txt', '')])],
  });
});

describe('an invalid name', () => {
  const named = (name: string) => () => upload([kind, file(name)]);
  const bad = 'document.name-invalid';
  eachRefused({
    'with a way up': [422, bad, named('../../etc/passwd.txt')],
    'with a way up of another system': [422, bad, named('..\\\\..\\\\boot.txt')],
    'with a root': [422, bad, named('/etc/passwd.txt')],
    'with a drive': [422, bad, named('C:\\\\boot.txt')],
    'with a folder': [422, bad, named('a/b.txt')],
    'with a NUL': [422, bad, named('a\0.txt')],
    'with a bell': [422, bad, named('a\x07.txt')],
    'with a delete character': [422, bad, named('a\x7f.txt')],
    'with a line separator of C1': [422, bad, named('a\u0085b.txt')],
    'of two dots': [422, bad, named('..')],
    'of one dot': [422, bad, named('.')],
    'of blanks': [422, bad, named('   ')],
    'too long': [422, bad, named(`${'长'.repeat(300)}.txt`)],
    'with a way up in the extended form': [
      422,
      bad,
      () => upload([kind, { field: 'file', content: 'x', more: "; filename*=UTF-8''..%2f..%2fa.txt" }]),
    ],
    'with a NUL in the extended form': [
      422,
      bad,
      () => upload([kind, { field: 'file', content: 'x', more: "; filename*=UTF-8''a%00.txt" }]),
    ],
  });
});

describe('an invalid form', () => {
  const raw = (body: string | Buffer, type: string) =>
    clerk.send({ method: 'POST', path: documents(draft), headers: { 'content-type': type }, body });
  const whole = multipart([kind, file('a.txt')]);
  eachRefused({
    'without a file': [422, 'document.file-missing', () => upload([kind])],
    'without anything': [422, 'document.file-missing', () => raw('', multipartType['content-type'])],
    'with its end alone': [
      422,
      'document.file-missing',
      () => raw(`--${boundary}--\r\n`, multipartType['content-type']),
    ],
    'without a kind': [422, 'document.kind-missing', () => upload([file('a.txt')])],
    'with an unknown kind': [
      422,
      'document.kind-unknown',
      () => upload([{ ...kind, content: 'treaty' }, file('a.txt')]),
    ],
    'with a kind named like the prototype': [
      422,
      'document.kind-unknown',
      () => upload([{ ...kind, content: '__proto__' }, file('a.txt')]),
    ],
    'with a kind with a NUL': [
      422,
      'document.kind-unknown',
      () => upload([{ ...kind, content: 'draft\0' }, file('a.txt')]),
    ],
    'with a very long kind': [
      422,
      'document.kind-unknown',
      () => upload([{ ...kind, content: 'x'.repeat(100_000) }, file('a.txt')]),
    ],
    'with two kinds': [422, 'document.kind-repeated', () => upload([kind, kind, file('a.txt')])],
    'with two files': [422, 'document.file-repeated', () => upload([kind, file('a.txt'), file('b.txt')])],
    'with the file in another field': [
      422,
      'document.file-missing',
      () => upload([kind, { ...file('a.txt'), field: 'upload' }]),
    ],
    'with the file as text': [422, 'document.file-missing', () => upload([kind, { field: 'file', content: 'x' }])],
    'with a field __proto__': [
      400,
      'request.malformed',
      () => upload([{ field: '__proto__', content: 'x' }, kind, file('a.txt')]),
    ],
    'with a field constructor': [
      400,
      'request.malformed',
      () => upload([{ field: 'constructor', content: 'x' }, kind, file('a.txt')]),
    ],
    'with a hundred fields': [
      400,
      'request.malformed',
      () => upload([...Array.from({ length: 100 }, (_, i) => ({ field: `f${i}`, content: 'x' })), kind, file('a.txt')]),
    ],
    'that is cut off': [400, 'request.malformed', () => raw(whole.subarray(0, -30), multipartType['content-type'])],
    'that is cut off in a header': [
      400,
      'request.malformed',
      () => raw(whole.subarray(0, 60), multipartType['content-type']),
    ],
    'without a boundary': [400, 'request.malformed', () => raw(whole, 'multipart/form-data')],
    'of another boundary': [400, 'request.malformed', () => raw(whole, 'multipart/form-data; boundary=other')],
    'of another kind': [415, 'request.media-type', () => raw(whole, 'multipart/mixed; boundary=x')],
    'that is JSON': [415, 'request.media-type', () => raw('{"kind":"draft"}', 'application/json')],
  });
});

describe('a file at the wrong place', () => {
  const nobody = '01890000-0000-7000-8000-000000000000';
  eachRefused({
    'for a case that does not exist': [404, 'resource.not-found', () => upload([kind, file('a.txt')], nobody)],
    'for an id with a NUL': [404, 'resource.not-found', () => upload([kind, file('a.txt')], '%00')],
    'after it was handed in': [409, 'document.not-now', () => upload([kind, file('a.txt')], submitted)],
    'by somebody who does not hand in': [403, 'document.forbidden', () => upload([kind, file('a.txt')], draft, leader)],
    'by nobody': [
      401,
      'auth.required',
      () =>
        plainRequest(server.base, {
          method: 'POST',
          path: documents(draft),
          headers: multipartType,
          body: multipart([kind, file('a.txt')]),
        }),
    ],
    'from another site': [
      403,
      'auth.cross-site',
      () =>
        clerk.send({
          method: 'POST',
          path: documents(draft),
          headers: { ...multipartType, origin: 'https://evil.example' },
          body: multipart([kind, file('a.txt')]),
        }),
    ],
  });
});

describe('a sender who disconnects in the middle', () => {
  it('leaves nothing', async () => {
    const before = await everything(server);
    const { hostname, port } = new URL(server.base);
    const head = [`POST ${documents(draft)} HTTP/1.1`, 'host: x', `cookie: ${clerk.cookie}`, 'content-length: 1000000'];
    const begun = multipart([kind, file('半.txt', 'x'.repeat(200_000))]).subarray(0, 150_000);
    const socket = connect(Number(port), hostname);
    socket.write(`${[...head, `content-type: ${multipartType['content-type']}`].join('\r\n')}\r\n\r\n`);
    socket.write(begun);
    // It arrives at the store first, and is removed afterwards.
    await until('the file to arrive', async () =>
      (await everything(server))['files'] === before['files'] ? null : true,
    );
    socket.resetAndDestroy();
    await until('it to be cleared away', async () =>
      (await everything(server))['files'] === before['files'] ? true : null,
    );
    expect(await everything(server)).toEqual(before);
  }, 90_000);

  it('immediately leaves nothing either', async () => {
    const before = await everything(server);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => {
        const { hostname, port } = new URL(server.base);
        const whole = multipart([kind, file(`${i}.txt`, 'x'.repeat(5000))]);
        return new Promise((resolve) => {
          const socket = connect(Number(port), hostname, () => {
            socket.write(
              `POST ${documents(draft)} HTTP/1.1\r\nhost: x\r\ncookie: ${clerk.cookie}\r\ncontent-type: ${multipartType['content-type']}\r\ncontent-length: ${whole.length}\r\n\r\n`,
            );
            socket.write(whole.subarray(0, i * 250), () => socket.resetAndDestroy());
          });
          socket.once('error', () => {});
          socket.once('close', resolve);
        });
      }),
    );
    expect(answers).toHaveLength(20);
    await until('everything to be as before', async () =>
      JSON.stringify(await everything(server)) === JSON.stringify(before) ? true : null,
    );
    const later = await clerk.get(`/api/cases/${draft}`);
    expect(later.status).toBe(200);
    expectProblem(await clerk.get('/api/nothing'));
  }, 60_000);
});
