// npm run generate:api: writes apps/web/src/api/schema.d.ts from what the built server says of itself.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { root } from './workspace.mjs';

const dataDir = await mkdtemp(path.join(os.tmpdir(), 'lawgate-api-'));
const server = spawn(process.execPath, [path.join(root, 'apps', 'server', 'dist', 'main.js')], {
  env: { ...process.env, LAWGATE_DATA: dataDir, LAWGATE_DEMONSTRATION: 'off', PORT: '0' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const answer = await fetch(`${await addressOf(server)}/api/openapi.json`);
  const types = astToString(await openapiTS(await answer.json()));
  writeFileSync(path.join(root, 'apps', 'web', 'src', 'api', 'schema.d.ts'), types);
} finally {
  if (server.exitCode === null) {
    server.kill('SIGINT');
    await once(server, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
}

async function addressOf({ stdout }) {
  let said = '';
  for await (const chunk of stdout.iterator({ destroyOnReturn: false })) {
    said += chunk;
    const address = /\(ready\): (\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the server did not start:\n${said}`);
}
