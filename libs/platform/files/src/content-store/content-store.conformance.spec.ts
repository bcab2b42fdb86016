/** The contract of every content store, tested on a folder and on a server that speaks S3. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ContentStore, KeptContent } from './content-store.ts';
import { openContentStore } from './open-content-store.ts';
import { startS3Server } from './s3-server.fixtures.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-stores-'));
const server = await startS3Server(path.join(folder, 'buckets'), 'lawgate');
const bucket = (name: string) => `s3://S3RVER:S3RVER@127.0.0.1:${server.port}/${name}/town?tls=off&region=us-east-1`;
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const hash = (algorithm: string, content: string | Buffer) => createHash(algorithm).update(content).digest('hex');
const yesterday = () => new Date(Date.now() - 86_400_000);
const tomorrow = () => new Date(Date.now() + 86_400_000);

async function all(store: ContentStore): Promise<KeptContent[]> {
  const found: KeptContent[] = [];
  for await (const content of store.list()) found.push(content);
  return found;
}

describe.each([
  ['a folder', { folder: path.join(folder, 'plain') }],
  ['a bucket', { folder: path.join(folder, 'arriving'), url: bucket('lawgate') }],
])('%s as content store', (_, settings) => {
  let store: ContentStore;
  beforeAll(async () => {
    store = await openContentStore(settings);
  });
  const incoming = () => readdir(path.join(settings.folder, 'incoming'));
  const receive = (...chunks: (string | Buffer)[]) =>
    store.receive(Readable.from(chunks.map((chunk) => Buffer.from(chunk))));
  const keep = async (...chunks: (string | Buffer)[]) => {
    const content = await receive(...chunks);
    await content.keep();
    return content;
  };
  const readBack = async (sha256: string, size: number) =>
    buffer((await store.read(sha256, size)) ?? Readable.from([Buffer.from('there is none')]));

  it('returns what was kept, and nothing before', async () => {
    const content = await receive('合', '同');
    expect(content).toMatchObject({ size: 6, sha256: hash('sha256', '合同'), sm3: hash('sm3', '合同') });
    expect(await store.read(content.sha256, 6)).toBeNull();
    await content.keep();
    expect((await readBack(content.sha256, 6)).toString()).toBe('合同');
    expect(await incoming()).toEqual([]);
  });

  it('stores megabytes without holding them in memory', async () => {
    const block = Buffer.alloc(1024 * 1024, 7);
    const { sha256, size } = await keep(...Array.from({ length: 12 }, () => block));
    expect(size).toBe(12 * 1024 * 1024);
    expect(hash('sha256', await readBack(sha256, size))).toBe(sha256);
  });

  it('keeps the same bytes once, also when two store them at once', async () => {
    const two = await Promise.all([receive('twice'), receive('twice')]);
    await Promise.all(two.map((content) => content.keep()));
    expect((await all(store)).filter(({ sha256 }) => sha256 === two[0].sha256)).toHaveLength(1);
    expect((await readBack(two[0].sha256, 5)).toString()).toBe('twice');
    expect(await incoming()).toEqual([]);
  });

  it('keeps nothing of a source that breaks, nor of content that is discarded', async () => {
    const broken = new Readable({ read() {} });
    broken.push('half');
    const receiving = store.receive(broken);
    broken.destroy(new Error('cut'));
    await expect(receiving).rejects.toThrow('cut');
    await (await receive('not wanted')).discard();
    expect(await incoming()).toEqual([]);
    expect(await store.read(hash('sha256', 'not wanted'), 10)).toBeNull();
  });

  it('does not return content that is missing, truncated, or requested by a path', async () => {
    const { sha256 } = await keep('whole');
    expect(await store.read(sha256, 4)).toBeNull();
    expect(await store.read('0'.repeat(64), 5)).toBeNull();
    expect(await store.read('../../etc/passwd', 5)).toBeNull();
    expect(await store.remove('../../etc/passwd', tomorrow())).toBe(false);
  });

  it('lists its contents with size and time of the last upload', async () => {
    const { sha256 } = await keep('listed');
    const [found] = (await all(store)).filter((each) => each.sha256 === sha256);
    expect(found?.size).toBe(6);
    expect(Math.abs((found?.keptAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('removes content that was not uploaded again since, and nothing else', async () => {
    const { sha256 } = await keep('to be removed');
    expect(await store.remove(sha256, yesterday())).toBe(false);
    expect((await readBack(sha256, 13)).toString()).toBe('to be removed');
    expect(await store.remove(sha256, tomorrow())).toBe(true);
    expect(await store.read(sha256, 13)).toBeNull();
    expect(await store.remove(sha256, tomorrow())).toBe(false);
  });

  it('accepts bytes again that were removed', async () => {
    const { sha256 } = await keep('again');
    await store.remove(sha256, tomorrow());
    await keep('again');
    expect((await readBack(sha256, 5)).toString()).toBe('again');
  });
});

describe('a bucket that cannot be used', () => {
  const open = (url: string) => openContentStore({ folder: path.join(folder, 'arriving'), url });

  it('stops the start: no such bucket, an unknown key, a wrong secret, no server', async () => {
    await expect(open(bucket('elsewhere'))).rejects.toMatchObject({ code: 'content.unreachable' });
    await expect(open(bucket('lawgate').replace(':S3RVER@', ':wrong@'))).rejects.toMatchObject({
      code: 'content.unreachable',
    });
    await expect(open(bucket('lawgate').replace('S3RVER:', 'NOBODY:'))).rejects.toMatchObject({
      code: 'content.unreachable',
    });
    const nobody: Server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => nobody.once('listening', resolve));
    const { port: free } = nobody.address() as AddressInfo;
    await new Promise((resolve) => nobody.close(resolve));
    await expect(open(`s3://a:b@127.0.0.1:${free}/x?tls=off`)).rejects.toMatchObject({ code: 'content.unreachable' });
  });

  it('is reported by an address without key or bucket', async () => {
    for (const url of ['s3://a:b@host', 's3://host/bucket', 's3://a:b@/bucket']) {
      await expect(open(url)).rejects.toThrow();
    }
  });
});
