/** A server that speaks S3, on a folder. Its one account has the key and the secret `S3RVER`. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// @ts-expect-error The package ships no types; what is used of it is written down below.
import S3rver from '@20minutes/s3rver';

interface FakeServer {
  readonly httpServer: Server;
  /** Middleware of Koa, on which the package is built. */
  readonly middleware: ((context: { readonly path: string }, next: () => Promise<void>) => Promise<void>)[];
  allowMismatchedSignatures: boolean;
  run(): Promise<AddressInfo>;
}

const Fake = S3rver as new (options: Record<string, unknown>) => FakeServer;

export interface S3Server {
  readonly port: number;
  close(): Promise<void>;
}

export async function startS3Server(directory: string, bucket: string): Promise<S3Server> {
  const options = { address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: [{ name: bucket }] };
  const server = new Fake(options);
  // The package drops the slash after the bucket's name when it checks a signature; real servers do not.
  server.middleware.unshift((context, next) => {
    server.allowMismatchedSignatures = context.path === `/${bucket}/`;
    return next();
  });
  const { port } = await server.run();
  return {
    port,
    close: async () => {
      // Clients keep their connections open for the next request.
      server.httpServer.closeAllConnections();
      await new Promise((resolve) => server.httpServer.close(resolve));
    },
  };
}
