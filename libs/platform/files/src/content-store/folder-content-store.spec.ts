import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FolderContentStore } from './folder-content-store.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-content-'));
const store = new FolderContentStore(folder);
await store.open();
afterAll(() => rm(folder, { recursive: true }));

const incoming = () => readdir(path.join(folder, 'incoming'));
const receive = (...chunks: string[]) => store.receive(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
const placeOf = (sha256: string) => path.join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
const longAgo = new Date('2020-01-01T00:00:00Z');

describe('a folder as content store', () => {
  it('keeps content under its own hash, read-only', async () => {
    const content = await receive('合', '同');
    await content.keep();
    const file = placeOf(content.sha256);
    expect(await readFile(file, 'utf8')).toBe('合同');
    expect((await stat(file)).mode & 0o222).toBe(0);
  });

  it('does not remove old bytes that were just uploaded again', async () => {
    const first = await receive('old');
    await first.keep();
    await utimes(placeOf(first.sha256), longAgo, longAgo);
    await (await receive('old')).keep();
    expect(await store.remove(first.sha256, new Date(Date.now() - 60_000))).toBe(false);
    expect(await readFile(placeOf(first.sha256), 'utf8')).toBe('old');
  });

  it('removes what a killed cleaner had renamed', async () => {
    const content = await receive('moved aside');
    await content.keep();
    await (await receive('other')).discard();
    const file = placeOf(content.sha256);
    await writeFile(`${file}.going`, 'moved aside');
    await rm(file);
    await utimes(`${file}.going`, longAgo, longAgo);
    const listed: string[] = [];
    for await (const { sha256 } of store.list()) listed.push(sha256);
    expect(listed).toContain(content.sha256);
    expect(await store.remove(content.sha256, new Date(Date.now() - 60_000))).toBe(true);
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  it('removes at start what dead processes left, and keeps files of living ones', async () => {
    const host = encodeURIComponent(hostname());
    const left: Record<string, string> = {
      [`${host}~${process.pid}.1~before`]: 'dead',
      [`${host}~2147483646.1~gone`]: 'dead',
      [`${host}~${process.ppid}.${await startOf(process.ppid)}~alive`]: 'alive',
      // Its process id was given to another process since.
      ...((await startOf(process.ppid)) === '' ? {} : { [`${host}~${process.ppid}.1~followed`]: 'dead' }),
      'elsewhere~1~new': 'alive',
      'elsewhere~1~old': 'dead',
    };
    for (const name of Object.keys(left)) await writeFile(path.join(folder, 'incoming', name), 'half');
    await utimes(path.join(folder, 'incoming', 'elsewhere~1~old'), new Date(0), new Date(0));
    await new FolderContentStore(folder).open();
    const alive = Object.keys(left).filter((name) => left[name] === 'alive');
    expect((await incoming()).sort()).toEqual(alive.sort());
    for (const name of alive) await rm(path.join(folder, 'incoming', name));
  });
});

/** Start time of a process in the unit of the system; empty where it is unknown. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat === '' ? '' : (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '');
}
