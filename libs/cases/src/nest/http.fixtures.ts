/** A listening app with one feature's module and the people of the town fixture, who need no login. */
import type { AddressInfo } from 'node:net';
import { ProblemFilter, validationPipe, type PrincipalRequest } from '@lawgate/http';
import { Module, type ExecutionContext, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
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

export async function serve(
  modules: NonNullable<ModuleMetadata['imports']>,
  {
    prepare,
    ...options
  }: Omit<RuntimeOptions, 'role'> & {
    /** Registers what the modules want of Fastify. */
    readonly prepare?: (app: NestFastifyApplication) => unknown;
  },
): Promise<ServedApp> {
  const parts = await openRuntime({ ...options, role: 'lawgate_app' });
  Module({ imports: [RuntimeModule.forRoot(parts), ...modules] })(Root);
  const app = await NestFactory.create<NestFastifyApplication>(
    Root,
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: ['error'] },
  );
  await prepare?.(app);
  app.useGlobalGuards({
    canActivate: (context: ExecutionContext) => {
      const request = context.switchToHttp().getRequest<PrincipalRequest & { headers: Record<string, string> }>();
      request.principal = people[request.headers[personHeader] as PersonName];
      return true;
    },
  });
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ProblemFilter(parts.audit));
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
