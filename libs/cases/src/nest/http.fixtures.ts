/** A listening app with the module of one feature and the people of the town fixture, who need no login. */
import type { AddressInfo } from 'node:net';
import { openEdge, type PrincipalRequest } from '@lawgate/http';
import { Module, type CanActivate, type ModuleMetadata } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { people } from '../runtime.fixtures.ts';
import { openRuntime, type OpenRuntime, type RuntimeOptions } from './open-runtime.ts';
import { RuntimeModule } from './runtime.module.ts';

export type PersonName = keyof typeof people;

export interface Answered {
  readonly status: number;
  // Whatever the route answers; each spec knows its own.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface ServedApp {
  readonly app: NestFastifyApplication;
  readonly url: string;
  readonly parts: OpenRuntime;
  get(by: PersonName, path: string): Promise<Answered>;
  post(by: PersonName, path: string): Promise<Answered>;
  close(): Promise<void>;
}

class Root {}

export const personHeader = 'x-person';

const believingGuard: CanActivate = {
  canActivate: (context) => {
    const request = context.switchToHttp().getRequest<PrincipalRequest & { headers: Record<string, string> }>();
    request.principal = people[request.headers[personHeader] as PersonName];
    return true;
  },
};

export async function serve(
  modules: NonNullable<ModuleMetadata['imports']>,
  {
    maxUploadBytes,
    ...options
  }: Omit<RuntimeOptions, 'role'> & {
    /** Maximum bytes of an upload. */
    readonly maxUploadBytes?: number;
  },
): Promise<ServedApp> {
  const parts = await openRuntime({ ...options, role: 'lawgate_app' });
  Module({
    imports: [RuntimeModule.forRoot(parts), ...modules],
    providers: [{ provide: APP_GUARD, useValue: believingGuard }],
  })(Root);
  const app = await openEdge(
    (adapter, edge) => NestFactory.create<NestFastifyApplication>(Root, adapter, { ...edge, logger: ['error'] }),
    { audit: parts.audit, maxUploadBytes, forceCloseConnections: true },
  );
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const call = async (method: string, by: PersonName, path: string): Promise<Answered> => {
    const response = await fetch(url + path, { method, headers: { [personHeader]: by } });
    return { status: response.status, body: await response.json() };
  };
  return {
    app,
    url,
    parts,
    get: (by, path) => call('GET', by, path),
    post: (by, path) => call('POST', by, path),
    close: async () => {
      await app.close();
      await parts.close();
    },
  };
}
