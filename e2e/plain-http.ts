/** Sends requests exactly as written: paths, names and headers are not normalised, as fetch would do. */
import { request } from 'node:http';
import { connect } from 'node:net';
import type { Readable } from 'node:stream';

export interface PlainRequest {
  readonly method?: string;
  /** Path and query as they go over the wire. */
  readonly path: string;
  readonly headers?: Record<string, string>;
  /** An object is sent as JSON; text and bytes are sent unchanged. */
  readonly body?: unknown;
}

export interface PlainAnswer {
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export function plainRequest(
  base: string,
  { method = 'GET', path, headers = {}, body }: PlainRequest,
): Promise<PlainAnswer> {
  const bytes = bytesOf(body);
  const kind =
    body !== undefined && typeof body === 'object' && !isBytes(body) ? { 'content-type': 'application/json' } : {};
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const sent = request({ hostname, port, method, path, headers: { ...kind, ...headers } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        const type = answered['content-type'] ?? '';
        resolve({ status, type, headers: answered, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.once('error', reject);
    if (isStream(bytes)) bytes.pipe(sent);
    else sent.end(bytes);
  });
}

/**
 * Sends bytes that no client library would send. @returns everything received until the server closed the connection
 */
export function plainBytes(base: string, bytes: string | Buffer): Promise<PlainAnswer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    // A refusing server may close before it has read everything; an answer before that counts.
    socket.once('error', (error) => chunks.length === 0 && reject(error));
    socket.once('close', () => {
      const [head = '', ...rest] = Buffer.concat(chunks).toString().split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = Object.fromEntries(
        lines.map((line) => [line.split(':', 1)[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
      );
      const status = Number(first.split(' ')[1] ?? 0);
      resolve({ status, type: headers['content-type'] ?? '', headers, text: rest.join('\r\n\r\n') });
    });
  });
}

function bytesOf(body: unknown): Readable | Buffer | string | undefined {
  if (body === undefined || typeof body === 'string' || isBytes(body)) return body as string | Buffer | undefined;
  return JSON.stringify(body);
}

function isBytes(body: unknown): body is Buffer | Readable {
  return Buffer.isBuffer(body) || isStream(body);
}

function isStream(body: unknown): body is Readable {
  return typeof (body as Readable | undefined)?.pipe === 'function';
}
