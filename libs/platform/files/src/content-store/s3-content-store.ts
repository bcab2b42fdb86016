/** A bucket of any S3-speaking server as content store: `<prefix>/sha256/ab/cd/<hash>`. */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { S3mini } from 's3mini';
import { addressOf, isAddress } from './content-address.ts';
import { ContentStoreError, type ContentStore, type IncomingContent, type KeptContent } from './content-store.ts';
import { IncomingFolder } from './incoming-folder.ts';

/** Objects in one page of a listing. */
const pageSize = 1000;

/** The parsed `CONTENT_URL`. */
export interface Bucket {
  /** `https://host/bucket`. */
  readonly endpoint: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  /** Folders before the addresses, without leading and trailing slashes; empty for none. */
  readonly prefix: string;
}

/**
 * Reads `s3://key:secret@host[:port]/bucket[/prefix][?region=…][&tls=off]`.
 *
 * @throws RangeError for an address without bucket or key; its message does not repeat the address
 */
export function bucketOf(url: string): Bucket {
  const { protocol, username, password, host, pathname, searchParams } = new URL(url);
  const [bucket = '', ...folders] = pathname.split('/').filter((part) => part !== '');
  if (protocol !== 's3:' || host === '' || bucket === '' || username === '' || password === '') {
    throw new RangeError('an address of a bucket is s3://key:secret@host/bucket');
  }
  return {
    endpoint: `${searchParams.get('tls') === 'off' ? 'http' : 'https'}://${host}/${bucket}`,
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    region: searchParams.get('region') ?? 'us-east-1',
    prefix: folders.join('/'),
  };
}

export class S3ContentStore implements ContentStore {
  readonly #incoming: IncomingFolder;
  readonly #s3: S3mini;
  readonly #prefix: string;

  /** @param incoming a folder of this machine for incomplete uploads */
  constructor(bucket: Bucket, incoming: string) {
    this.#incoming = new IncomingFolder(incoming);
    const { prefix, ...server } = bucket;
    this.#prefix = prefix === '' ? '' : `${prefix}/`;
    // `duplex` is required for a streamed body; the types of `fetch` do not have it yet.
    const streaming: typeof fetch = (input, init) => fetch(input, { ...init, duplex: 'half' } as RequestInit);
    this.#s3 = new S3mini({ ...server, fetch: streaming });
  }

  async open(): Promise<void> {
    await this.#incoming.open();
    const there = await asking(() => this.#s3.bucketExists());
    if (!there) throw new ContentStoreError('content.unreachable', new Error('there is no such bucket'));
  }

  async receive(source: Readable): Promise<IncomingContent> {
    const arrived = await this.#incoming.receive(source);
    return { ...arrived, keep: () => this.#keep(arrived) };
  }

  /** Uploaded even if it is already there, because that updates its time before anyone relies on it. */
  async #keep({ path: file, sha256, size, discard }: Omit<IncomingContent, 'keep'>): Promise<void> {
    const body = Readable.toWeb(createReadStream(file)) as unknown as globalThis.ReadableStream;
    // The server compares the received bytes with the hash, where it supports that, and rejects other bytes.
    const checksum = { 'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64') };
    try {
      await this.#s3.putObject(this.#address(sha256), body, 'application/octet-stream', undefined, checksum, size);
    } catch (error) {
      throw new ContentStoreError('content.unwritable', error as Error);
    }
    await discard();
  }

  async read(sha256: string, size: number): Promise<Readable | null> {
    if (!isAddress(sha256)) return null;
    const answer = await asking(() => this.#s3.getObjectResponse(this.#address(sha256)));
    if (answer?.body == null) return null;
    if (Number(answer.headers.get('content-length')) !== size) {
      await answer.body.cancel();
      return null;
    }
    return Readable.fromWeb(answer.body as unknown as ReadableStream);
  }

  async *list(): AsyncIterable<KeptContent> {
    let token: string | undefined;
    do {
      const page = await asking(() => this.#s3.listObjectsPaged('/', `${this.#prefix}sha256/`, pageSize, token));
      for (const { Key, Size, LastModified } of page?.objects ?? []) {
        const sha256 = Key.slice(Key.lastIndexOf('/') + 1);
        if (isAddress(sha256)) yield { sha256, size: Number(Size), keptAt: new Date(LastModified) };
      }
      token = page?.nextContinuationToken;
    } while (token !== undefined);
  }

  /**
   * Checks the time again and then removes. The same bytes may be uploaded between the two, therefore `before` is far
   * in the past: the upload would have to be the first of these bytes for a day, within those milliseconds.
   */
  async remove(sha256: string, before: Date): Promise<boolean> {
    if (!isAddress(sha256)) return false;
    const key = this.#address(sha256);
    const page = await asking(() => this.#s3.listObjectsPaged('/', key, 1));
    const found = page?.objects?.find(({ Key }) => Key === key);
    if (found === undefined || new Date(found.LastModified) >= before) return false;
    return asking(() => this.#s3.deleteObject(key));
  }

  #address(sha256: string): string {
    return `${this.#prefix}${addressOf(sha256).join('/')}`;
  }
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new ContentStoreError('content.unreachable', error as Error);
  }
}
