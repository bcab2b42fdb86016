/**
 * A small server that implements clamd's INSTREAM over TCP: it detects the test signature of EICAR, and can be set to
 * give other answers.
 */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** In two parts, so that no scanner reports this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export interface Clamd {
  readonly url: string;
  /** The contents that were received completely. */
  readonly received: Buffer[];
  /** Answer instead of a verdict; `silence` for no answer. */
  answer: string | null;
  close(): Promise<void>;
}

export async function startClamd(): Promise<Clamd> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
    let pending = Buffer.alloc(0);
    let begun = false;
    const content: Buffer[] = [];
    socket.on('data', (piece: Buffer) => {
      pending = Buffer.concat([pending, piece]);
      if (!begun) {
        if (pending.length < 10) return;
        if (pending.toString('latin1', 0, 10) !== 'zINSTREAM\0') return void socket.end('UNKNOWN COMMAND\0');
        pending = pending.subarray(10);
        begun = true;
      }
      while (pending.length >= 4 && pending.length >= 4 + pending.readUInt32BE(0)) {
        const length = pending.readUInt32BE(0);
        if (length === 0) return finish();
        content.push(pending.subarray(4, 4 + length));
        pending = pending.subarray(4 + length);
      }
    });
    const finish = (): void => {
      const whole = Buffer.concat(content);
      clamd.received.push(whole);
      if (clamd.answer === 'silence') return;
      const verdict = whole.includes(eicar) ? 'stream: Eicar-Signature FOUND' : 'stream: OK';
      socket.end(`${clamd.answer ?? verdict}\0`);
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const clamd: Clamd = {
    url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    answer: null,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return clamd;
}
