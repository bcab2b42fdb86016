/** The pages are typed by what the server says of itself: a field that changed and was not generated anew is found here. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';
import { Server } from '../server.ts';

it('the types of the pages are those of the server (npm run generate:api)', async () => {
  const server = await Server.start({ env: { LAWGATE_DEMONSTRATION: 'off' } });
  try {
    const document = (await (await fetch(`${server.base}/api/openapi.json`)).json()) as Parameters<typeof openapiTS>[0];
    const schema = path.resolve(import.meta.dirname, '../../apps/web/src/api/schema.d.ts');
    expect(await readFile(schema, 'utf8')).toBe(astToString(await openapiTS(document)));
  } finally {
    await server.remove();
  }
}, 300_000);
