import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from '@jest/globals';
import { FolderContentStore } from './folder-content-store.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-content-'));
const store = new FolderContentStore(folder);
await store.open();
afterAll(() => rm(folder, { recursive: true }));

const incoming = () => readdir(path.join(folder, 'incoming'));
const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex');
const receive = (...chunks: string[]) => store.receive(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));

describe('a folder as content store', () => {
  it('keeps content under its own hash, read-only, and gives it back', async () => {
    const content = await receive('合', '同');
    expect(content).toMatchObject({ size: 6, sha256: hash('sha256', '合同'), sm3: hash('sm3', '合同') });
    await content.keep();
    const { sha256 } = content;
    const file = path.join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect(await readFile(file, 'utf8')).toBe('合同');
    expect((await stat(file)).mode & 0o222).toBe(0);
    expect((await buffer((await store.read(sha256, 6)) ?? Readable.from([]))).toString()).toBe('合同');
    expect(await incoming()).toEqual([]);
  });

  it('keeps the same bytes once', async () => {
    for (const content of await Promise.all([receive('twice'), receive('twice')])) await content.keep();
    expect((await buffer((await store.read(hash('sha256', 'twice'), 5)) ?? Readable.from([]))).toString()).toBe(
      'twice',
    );
    expect(await incoming()).toEqual([]);
  });

  it('leaves nothing of a source that breaks, nor of content that is discarded', async () => {
    const broken = new Readable({ read() {} });
    broken.push('half');
    const receiving = store.receive(broken);
    broken.destroy(new Error('cut'));
    await expect(receiving).rejects.toThrow('cut');
    await (await receive('not wanted')).discard();
    expect(await incoming()).toEqual([]);
    expect(await store.read(hash('sha256', 'not wanted'), 10)).toBeNull();
  });

  it('does not give out content that is missing, cut short, or asked for by a path', async () => {
    const content = await receive('whole');
    await content.keep();
    expect(await store.read(content.sha256, 4)).toBeNull();
    expect(await store.read('0'.repeat(64), 5)).toBeNull();
    expect(await store.read('../../etc/passwd', 5)).toBeNull();
  });

  it('clears away at start what dead processes left, and lets the living be', async () => {
    const host = encodeURIComponent(hostname());
    const left = {
      [`${host}~${process.pid}~before`]: 'dead',
      [`${host}~2147483646~gone`]: 'dead',
      [`${host}~${process.ppid}~alive`]: 'alive',
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
