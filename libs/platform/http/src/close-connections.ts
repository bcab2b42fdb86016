import type { FastifyInstance } from 'fastify';

/**
 * A connection that is answered while the server closes ends with its answer. Node closes only those that are idle when
 * the closing begins; the others would be kept for the next request and hold up the end for as long as that may take.
 */
export function closeConnectionsOnceAnswered(http: FastifyInstance): void {
  let isClosing = false;
  http.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  http.addHook('onResponse', (_request, _reply, done) => {
    // The connection is idle once this turn is over.
    if (isClosing) setImmediate(() => http.server.closeIdleConnections());
    done();
  });
}
