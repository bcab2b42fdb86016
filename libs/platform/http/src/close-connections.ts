import type { FastifyInstance } from 'fastify';

/**
 * Ends a connection with the answer that it gets while the server closes. Node closes only connections that are idle
 * when the closing begins; the others would wait for a next request and delay the end.
 */
export function closeConnectionsOnceAnswered(http: FastifyInstance): void {
  let isClosing = false;
  http.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  http.addHook('onResponse', (_request, _reply, done) => {
    // The connection is idle after this turn of the event loop.
    if (isClosing) setImmediate(() => http.server.closeIdleConnections());
    done();
  });
}
