/**
 * Uploads files to a real server, and checks what it reads, previews and compares against another program's reading:
 * small made files here, 400 public ones in `npm run soak -- files`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isSoak, timeoutMs } from '@lawgate/sizes';
import type { Client } from '../client.ts';
import type { Server } from '../server.ts';
import { create, expectStatus, startTown } from '../town.ts';
import { changedCopies, type Changed } from './change-one.ts';
import { FileCheck } from './file-check.ts';
import { Findings } from './findings.ts';
import { otherText } from './other-readers.ts';
import { ownFiles } from './own-files.ts';
import { bytesOf, publicFiles, uploadNameOf } from './public-files.ts';

/** Files under way at a time; the server has two cores. */
const atOnce = 3;
/** Largest share of the files of which a part is named as not read and lacks a line. */
const maxNamed = 0.1;

/** The report, also when the run is ended early. */
const reportFile = process.env['LAWGATE_FILES_REPORT'] ?? '';

let server: Server;
let clerk: Client;
let caseId: string;
let folder: string;
const findings = new Findings();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lawgate-files-'));
  const started = await startTown();
  server = started.server;
  clerk = started.town.clerk;
  caseId = expectStatus(await create(started.town, '公开文件', 'ordinary', 'files'), 201).body.id;
}, timeoutMs(240_000));

afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** Every file as a function, so that no more than some are in memory. */
async function files(): Promise<(() => Promise<{ name: string; bytes: Buffer; witnessed: string | null }>)[]> {
  if (!isSoak) return (await ownFiles()).map((file) => () => Promise.resolve(file));
  const formats = (process.env['LAWGATE_FILES_FORMATS'] ?? '').split(',').filter((each) => each !== '');
  const wanted = (await publicFiles()).filter(
    (file) => formats.length === 0 || formats.includes(path.extname(file.path).slice(1).toLowerCase()),
  );
  return wanted.map((file) => async () => {
    const [name, bytes] = [uploadNameOf(file), await bytesOf(file)];
    return { name, bytes, witnessed: await otherText(name, bytes, folder) };
  });
}

/** Without copies that other programs read as before: the changed byte may be one of the properties of the file. */
async function shown(name: string, witnessed: string | null, copies: readonly Changed[]): Promise<Changed[]> {
  const found: Changed[] = [];
  for (const copy of copies) {
    const isPackage = copy.bytes.subarray(0, 2).toString('latin1') === 'PK';
    const text = isPackage ? null : await otherText(`changed-${name}`, copy.bytes, folder);
    if (isPackage || (text !== null && text !== witnessed)) found.push(copy);
  }
  return found;
}

describe('every file', () => {
  it(
    'is read as another program reads it, or its parts are named; a changed character is found',
    async () => {
      const waiting = await files();
      const total = waiting.length;
      const check = new FileCheck(clerk, caseId, findings);
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          const { name, bytes, witnessed } = await next();
          const extension = path.extname(name).slice(1).toLowerCase();
          const copies = witnessed === null ? [] : changedCopies(extension, bytes, witnessed);
          await check.file(name, bytes, witnessed, await shown(name, witnessed, copies));
          // After each file, so that a run that is ended early has said what it found.
          if (reportFile) await writeFile(reportFile, findings.report());
        }
      };
      await Promise.all(Array.from({ length: atOnce }, work));
      if (isSoak) {
        process.stdout.write(findings.report());
      }
      expect(findings.files).toBe(total);
      expect(findings.wrong).toEqual([]);
      expect(findings.named / total).toBeLessThanOrEqual(maxNamed);
    },
    timeoutMs(120_000),
  );
});
