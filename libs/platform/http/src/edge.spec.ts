import type { AddressInfo } from 'node:net';
import { Controller, Get, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openEdge } from './edge.ts';
import type { AnsweredRequest } from './every-route.ts';

@Controller('items')
class ItemsController {
  @Get(':name')
  read(@Param('name') name: string): { name: string } {
    return { name };
  }

  @Post()
  fail(): never {
    throw new Error('made to fail');
  }
}

@Module({ controllers: [ItemsController] })
class ItemsModule {}

describe('the edge', () => {
  let app: NestFastifyApplication;
  let url: string;
  const answered: AnsweredRequest[] = [];

  beforeAll(async () => {
    app = await openEdge(
      (adapter, edge) => NestFactory.create<NestFastifyApplication>(ItemsModule, adapter, { ...edge, logger: false }),
      { audit: { note: () => {} }, forceCloseConnections: true, onAnswered: (request) => answered.push(request) },
    );
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  });

  afterAll(() => app.close());

  const get = async (path: string, id?: string): Promise<{ status: number; id: string | null }> => {
    const response = await fetch(url + path, { headers: id === undefined ? {} : { 'x-request-id': id } });
    await response.text();
    return { status: response.status, id: response.headers.get('x-request-id') };
  };

  it('keeps the id that a proxy gave the request', async () => {
    expect(await get('/items/a', 'proxy-0001.a')).toEqual({ status: 200, id: 'proxy-0001.a' });
  });

  it.each(['short', 'x'.repeat(65), '{"level":"error"}', 'with a space in it', '-rf-everything'])(
    'does not accept this as an id: %s',
    async (given) => {
      const { id } = await get('/items/a', given);
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
    },
  );

  it('reports the declared route of a request, and nothing that was typed', async () => {
    answered.length = 0;
    const { id } = await get('/items/%E5%BC%A0%E4%B8%89?name=secret');
    expect(answered).toEqual([
      { requestId: id, method: 'GET', route: '/items/:name', status: 200, durationMs: expect.any(Number) },
    ]);
  });

  it('reports requests without a route, and faults', async () => {
    answered.length = 0;
    expect((await get('/nothing/here')).status).toBe(404);
    expect((await fetch(`${url}/items`, { method: 'POST' })).status).toBe(500);
    expect(answered.map(({ route, status }) => [route, status])).toEqual([
      [null, 404],
      ['/items', 500],
    ]);
  });
});
