/** A listening app with one feature's module and the people of the town fixture, who are simply believed who they are. */
import type { AddressInfo } from 'node:net';
import { ProblemError } from '@lawgate/contracts';
import {
  Catch,
  Module,
  StandardSchemaValidationPipe,
  type ArgumentsHost,
  type ExecutionContext,
  type ExceptionFilter,
  type ModuleMetadata,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { people } from '../runtime.fixtures.ts';
import type { PrincipalRequest } from '@lawgate/http';
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

@Catch()
class ProblemsAsJson implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<{ status(code: number): { send(body: unknown): void } }>();
    const status = error instanceof ProblemError ? error.status : ((error as { status?: number }).status ?? 500);
    if (status >= 500) process.stderr.write(`${(error as Error).stack}\n`);
    const code = error instanceof ProblemError ? error.code : 'other';
    reply.status(status).send({ code, detail: (error as Error).message });
  }
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
  app.useGlobalPipes(
    new StandardSchemaValidationPipe({
      exceptionFactory: (issues) =>
        new ProblemError(422, 'request.invalid', issues.map(({ message }) => message).join('；')),
    }),
  );
  app.useGlobalFilters(new ProblemsAsJson());
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
