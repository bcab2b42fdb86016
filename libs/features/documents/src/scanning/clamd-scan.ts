/** Scanner that uses clamd's command INSTREAM: the bytes are sent in chunks, each preceded by its length. */
import { connect } from 'node:net';
import type { Readable } from 'node:stream';
import type { ScanFinding, VirusScan } from './virus-scan.ts';

/** Milliseconds without data from clamd after which it counts as down. */
const timeoutMs = 60_000;

/** @param url `tcp://host:port` */
export function clamdScan(url: string, silenceMs = timeoutMs): VirusScan {
  const { hostname, port } = new URL(url);
  return {
    scan: (content, signal) => scan({ host: hostname, port: Number(port || 3310) }, content, signal, silenceMs),
  };
}

async function scan(
  server: { readonly host: string; readonly port: number },
  content: Readable,
  signal: AbortSignal,
  silenceMs: number,
): Promise<ScanFinding> {
  const socket = connect({ ...server, signal });
  socket.setTimeout(silenceMs, () => socket.destroy(new Error('clamd does not answer')));
  const answered = new Promise<string>((resolve, reject) => {
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece: string) => (answer += piece));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
  // It may fail while the bytes are still being sent; the await below then fails.
  answered.catch(() => {});
  try {
    socket.write('zINSTREAM\0');
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      socket.write(length);
      // A clamd that has found something answers at once and closes.
      if (!socket.write(chunk) && !socket.destroyed) await drained(socket);
      if (socket.destroyed) break;
    }
    if (!socket.destroyed) socket.write(Buffer.alloc(4));
    return verdictOf(await answered);
  } finally {
    socket.destroy();
    content.destroy();
  }
}

function drained(socket: ReturnType<typeof connect>): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
  });
}

/** `stream: OK`, `stream: <name> FOUND`, or `… ERROR`. */
function verdictOf(answer: string): ScanFinding {
  const line = answer.replaceAll('\0', '').trim();
  const found = /^stream: (.+) FOUND$/u.exec(line);
  if (found?.[1] !== undefined) return { state: 'infected', finding: found[1].slice(0, 200) };
  if (line === 'stream: OK') return { state: 'clean' };
  throw new Error(`clamd gave no verdict: ${line.slice(0, 200)}`);
}
