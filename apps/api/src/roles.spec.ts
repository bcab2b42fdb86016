/** Every route that declares roles, over HTTP with the session guard, called by a person without these roles. */
import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openTestApp } from '@lawgate/cases/test-app-fixtures';
import { ContentStoreModule, FolderContentStore } from '@lawgate/files';
import { roleRule, SessionModule, type RoleRule } from '@lawgate/http';
import { RequestMethod } from '@nestjs/common';
import { ModulesContainer, Reflector } from '@nestjs/core';
import { featureModules } from './api.module.ts';
import { QUEUE_PARTS } from './queue/queue-parts.ts';
import { QueueController } from './queue/queue.controller.ts';

class QueueRoutes {}

const town = await openTestApp({
  modules: [
    ContentStoreModule.forRoot(new FolderContentStore(tmpdir())),
    ...featureModules({ webhookAllow: [], publicUrl: undefined }),
    {
      module: QueueRoutes,
      imports: [SessionModule],
      controllers: [QueueController],
      providers: [{ provide: QUEUE_PARTS, useValue: {} }],
    },
  ],
});
const cookie = await town.cookieOf('east-adviser');

interface Guarded {
  readonly route: string;
  readonly rule: RoleRule;
}

function guardedRoutes(): Guarded[] {
  const reflector = town.app.get(Reflector);
  const controllers = [...town.app.get(ModulesContainer).values()].flatMap((each) => [...each.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    if (metatype === null) return [];
    const methods = Object.values(Object.getOwnPropertyDescriptors(metatype.prototype)).map(
      ({ value }) => value as unknown,
    );
    return methods.flatMap((handler) => {
      if (typeof handler !== 'function') return [];
      const rule = reflector.getAllAndOverride<RoleRule | undefined>(roleRule, [handler, metatype as () => unknown]);
      const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
      if (rule === undefined || method === undefined) return [];
      const place = [Reflect.getMetadata('path', metatype), Reflect.getMetadata('path', handler)].join('/');
      const path = place
        .replaceAll(/\/+/g, '/')
        .replaceAll(/:\w+/g, '2026')
        .replace(/^\/|\/$/g, '');
      return [{ route: `${RequestMethod[method]} /${path}`, rule }];
    });
  });
}

afterAll(() => town.close());

describe('a route with @Roles() refuses people who have none of them', () => {
  const guarded = guardedRoutes();

  it('finds these routes', () => {
    expect(guarded.length).toBeGreaterThan(35);
    expect(guarded.map(({ route }) => route)).toContain('GET /api/audit/entries');
  });

  it.each(guarded)('$route', async ({ route, rule }) => {
    const [method, path] = route.split(' ');
    const answer = await fetch(`${town.url}${path}`, { method, headers: { cookie } });
    const { code, detail } = (await answer.json()) as { code: string; detail: string };
    expect({ status: answer.status, code, detail }).toEqual({ status: 403, code: rule.code, detail: rule.detail });
  });

  it('refuses also before the whole form was sent', async () => {
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(3_000_000)]), 'register.xlsx');
    const answer = await fetch(`${town.url}/api/register/imports`, { method: 'POST', headers: { cookie }, body: form });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 403,
      body: { code: 'register.keeper-only' },
    });
  });
});
