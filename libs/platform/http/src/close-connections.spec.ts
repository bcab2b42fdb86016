import { Agent, get } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { fastify } from 'fastify';
import { closeConnectionsOnceAnswered } from './close-connections.ts';

it('ends a keep-alive connection with the answer that was under way when the server began to close', async () => {
  const http = fastify({ forceCloseConnections: 'idle', keepAliveTimeout: 60_000 });
  closeConnectionsOnceAnswered(http);
  const { promise: asked, resolve: isAsked } = Promise.withResolvers<void>();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  http.get('/', async () => {
    isAsked();
    await released;
    return 'answered';
  });
  await http.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  try {
    const request = get({ agent, host: '127.0.0.1', port: (http.server.address() as AddressInfo).port });
    const answered = once(request, 'response');
    await asked;
    const closed = http.close();
    // After the moment at which idle connections are closed.
    await new Promise((resolve) => setTimeout(resolve, 100));
    release();
    const [response] = (await answered) as [NodeJS.ReadableStream];
    let body = '';
    for await (const chunk of response) body += String(chunk);
    expect(body).toBe('answered');
    // Without the closing, this waits for the minute for which the connection may be kept.
    await expect(Promise.race([closed, hasPassed(20_000)])).resolves.toBeUndefined();
  } finally {
    agent.destroy();
  }
});

const hasPassed = (ms: number) => new Promise((resolve) => setTimeout(() => resolve('still open'), ms).unref());
