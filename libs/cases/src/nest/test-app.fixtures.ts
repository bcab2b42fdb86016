/** A listening app behind the session guard, on a real database, with a county and its two towns. */
import type { AddressInfo } from 'node:net';
import type { Principal } from '@lawgate/contracts';
import type { Role } from '@lawgate/engine';
import { openRuntime, type OpenRuntime, type RuntimeOptions } from './open-runtime.ts';
import { RuntimeModule } from './runtime.module.ts';
import { newId, SimulatedClock } from '@lawgate/database';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { Controller, Get, Post, type ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { hashPassword } from '../people/password.ts';
import { IdentityWriter } from '../people/identity-writer.ts';
import { openEdge, sessionCookie, SessionHttpModule, Sessions, WALL_TIME } from '@lawgate/http';

/** A route that needs a session, and one that changes something. */
@Controller('api/probe')
class ProbeController {
  @Get()
  read(): { ok: true } {
    return { ok: true };
  }

  @Post()
  change(): { ok: true } {
    return { ok: true };
  }
}

/** The payload by which a contract's sealed copy is accepted that is equal to its reviewed text. */
export function acceptanceOf(documents: readonly { readonly kind: string; readonly sha256: string }[]) {
  const hashOf = (of: string) => documents.findLast(({ kind }) => kind === of)?.sha256;
  return { comparison: newId(), left: hashOf('draft'), right: hashOf('sealed-copy'), basis: 'text', differences: 0 };
}

export const password = 'Lawgate-2026';

export interface TestAppOptions {
  readonly modules?: NonNullable<ModuleMetadata['imports']>;
  readonly definitions?: RuntimeOptions['definitions'];
  /** Maximum bytes of an upload. */
  readonly maxUploadBytes?: number;
}

export interface TestApp {
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  readonly parts: OpenRuntime;
  readonly url: string;
  /** By user name: `county`, and `east-` and `west-` with `clerk`, `reviewer`, `adviser` and `auditor`. */
  readonly people: Readonly<Record<string, Principal>>;
  /** The clock of legal time, of sessions and of the throttle. */
  readonly clock: SimulatedClock;
  /** A second process on the same database. */
  another(): Promise<{ url: string; close(): Promise<void> }>;
  /** Opens a session and returns the value of a `Cookie` header. */
  cookieOf(username: string): Promise<string>;
  close(): Promise<void>;
}

const townRoles: readonly [string, Role][] = [
  ['clerk', 'submitter'],
  ['reviewer', 'reviewer'],
  ['adviser', 'adviser'],
  ['auditor', 'auditor'],
];

export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await testDatabase();
  const writer = new IdentityWriter(database.ownerPool);
  const passwordHash = await hashPassword(password);
  const people: Record<string, Principal> = {};
  const person = async (org: string, username: string, role: Role) => {
    people[username] = await writer.createPerson({ org, username, name: username, passwordHash, roles: [role] });
  };
  await writer.createOrganisation({ code: 'county', name: '示例县', kind: 'county', parent: null });
  await person('county', 'county', 'submitter');
  for (const [code, name] of [
    ['east', '东镇'],
    ['west', '西镇'],
  ] as const) {
    await writer.createOrganisation({ code, name, kind: 'town', parent: 'county' });
    for (const [username, role] of townRoles) await person(code, `${code}-${username}`, role);
  }
  const clock = new SimulatedClock(new Date('2026-03-02T01:00:00Z'));
  const first = await openApp(database.url, clock, options);
  const cookieOf = async (username: string) => {
    const found = await database.ownerPool.query<{ id: string }>('select id from person where username = $1', [
      username,
    ]);
    const id = found.rows[0]?.id;
    if (id === undefined) throw new Error(`there is no ${username}`);
    return `${sessionCookie}=${await first.app.get(Sessions, { strict: false }).open(id)}`;
  };
  return {
    database,
    people,
    clock,
    cookieOf,
    ...first,
    another: () => openApp(database.url, clock, options),
    close: async () => {
      await first.close();
      await database.drop();
    },
  };
}

async function openApp(databaseUrl: string, clock: SimulatedClock, options: TestAppOptions) {
  const parts = await openRuntime({
    databaseUrl,
    definitions: options.definitions ?? [],
    clock,
    role: 'lawgate_app',
  });
  const testing = await Test.createTestingModule({
    imports: [RuntimeModule.forRoot(parts), SessionHttpModule, ...(options.modules ?? [])],
    controllers: [ProbeController],
  })
    .overrideProvider(WALL_TIME)
    .useValue(clock)
    .compile();
  const app = await openEdge(
    (adapter, edge) => testing.createNestApplication<NestFastifyApplication>(adapter, edge),
    // An answer that a test did not read to its end would keep the app open for minutes.
    { audit: parts.audit, maxUploadBytes: options.maxUploadBytes, forceCloseConnections: true },
  );
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const close = async () => {
    await app.close();
    await parts.close();
  };
  return { app, parts, url, close };
}
