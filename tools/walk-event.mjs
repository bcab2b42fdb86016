// npm run walk-event [-- CATEGORY [EVENT]]: lists the files and functions of the project that run for one event
// (default: accept of a contract), from the request to its answer, and until its notice is delivered. On a real
// database, from the sources.
//
// Uses two processes, so that the path to the answer contains nothing else: the api answers the request, the all-in-one
// server next to it has the database and delivers. Functions of the server's loops, which also run without an event,
// are counted separately.
import { File } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { ensureInstalled, PROJECT_NODE, root, sourceFlags } from './workspace.mjs';

const [category = 'contract', event = 'accept'] = process.argv.slice(2);
const password = 'Lawgate-2026';
/** Milliseconds in which every loop of the server runs at least once. */
const idleMs = 3_000;
/** From the request down; other folders come last. */
const layers = [
  'apps',
  'libs/platform/http',
  'libs/cases',
  'libs/core/engine',
  'libs/core/calendar',
  'libs/core/contracts',
  'workflows',
  'libs/platform',
  'libs/features',
];

await ensureInstalled();
const folder = mkdtempSync(path.join(os.tmpdir(), 'lawgate-walk-'));
const processes = [];
try {
  await walk();
} finally {
  for (const each of processes.reverse()) await each.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function walk() {
  const server = await start('server', { LAWGATE_DATA: folder });
  const read = (name) => readFileSync(path.join(folder, 'postgres', name), 'utf8').trim();
  const DATABASE_URL = `postgres://lawgate_owner:${read('password')}@127.0.0.1:${read('port')}/lawgate`;
  const api = await start('api', { LAWGATE_DATA: folder, DATABASE_URL });
  const [clerk, intake] = await Promise.all(['clerk', 'intake'].map((name) => login(api.base, name)));
  const caseId = await submitted(clerk);
  const owner = new pg.Client({ connectionString: DATABASE_URL });
  await owner.connect();
  try {
    await untilDelivered(owner);
    await server.ask({ start: true });
    await pause(idleMs);
    const idle = (await server.ask({ take: true })).later;
    // Like a page, which shows the case before somebody acts on it.
    await intake('GET', `/api/cases/${caseId}`);
    await api.ask({ watch: `/api/cases/${caseId}/events` });
    await server.ask({ take: true });
    await intake('POST', `/api/cases/${caseId}/events`, { type: event, payload: {} });
    const { answered, later } = await api.ask({ take: true });
    await untilDelivered(owner);
    const delivered = (await server.ask({ take: true })).later;
    const isIdle = (one) => idle.some((each) => idOf(each) === idOf(one));
    print(`${event} of ${category}: until its answer`, answered);
    print(
      `${event} of ${category}: with its notice delivered`,
      united(
        answered,
        later,
        delivered.filter((each) => !isIdle(each)),
      ),
    );
    print('the loops of the server, which run without an event as well', idle);
  } finally {
    await owner.end();
  }
}

/** Starts an app from its sources, with the counter loaded. */
async function start(app, settings) {
  const preload = pathToFileURL(path.join(root, 'tools', 'walk-event-preload.ts')).href;
  const main = path.join(root, 'apps', app, 'src', 'main.ts');
  const child = spawn(PROJECT_NODE, [...sourceFlags, `--import=${preload}`, main], {
    cwd: root,
    env: { ...process.env, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  processes.push({ stop: () => stop(child) });
  let output = '';
  const base = await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const ready = /\(ready\): (http:\S+)/.exec(output);
      if (ready !== null) resolve(ready[1]);
    });
    child.once('exit', () => reject(new Error(`${app} did not start: ${output}`)));
  });
  const ask = async (question) => {
    child.send(question);
    const [answer] = await once(child, 'message');
    return answer;
  };
  return { base, ask };
}

async function stop(child) {
  if (child.exitCode !== null) return;
  child.kill('SIGINT');
  await once(child, 'exit');
}

/** @returns a function that sends requests with the person's session and throws for every refusal */
async function login(base, username) {
  const response = await fetch(`${base}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return async (method, url, body) => {
    const isForm = body instanceof FormData;
    const answer = await fetch(base + url, {
      method,
      headers: { cookie, ...(isForm || body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: isForm || body === undefined ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url} by ${username}: ${answer.status} ${text}`);
    return JSON.parse(text);
  };
}

/** @returns the id of a new case of the category that was submitted with its materials */
async function submitted(clerk) {
  const definition = await clerk('GET', `/api/definitions/${category}`);
  const { id } = await clerk('POST', '/api/cases', { category, title: '一次受理' });
  for (const { kind } of definition.materials.filter(({ required }) => required)) {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new File([`${kind}\n`], `${kind}.txt`));
    await clerk('POST', `/api/cases/${id}/documents`, form);
  }
  await clerk('POST', `/api/cases/${id}/events`, { type: 'submit', payload: { vouched: true } });
  return id;
}

async function untilDelivered(owner) {
  const left = 'select 1 from outbox where delivered_at is null limit 1';
  while ((await owner.query(left)).rows.length > 0) await pause(50);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function idOf({ file, line, name }) {
  return `${file}:${line} ${name}`;
}

function united(...lists) {
  return [...new Map(lists.flat().map((each) => [idOf(each), each])).values()];
}

/** Files by layer, each with its functions and the longest of them. */
function print(title, functions) {
  const layerOf = (file) => {
    const at = layers.findIndex((layer) => file.startsWith(`${layer}/`));
    return at === -1 ? layers.length : at;
  };
  const byFile = [...Map.groupBy(functions, ({ file }) => file)].sort(
    ([a], [b]) => layerOf(a) - layerOf(b) || (a < b ? -1 : 1),
  );
  const lengths = functions.map(({ lines }) => lines).sort((a, b) => a - b);
  console.log(`\n${title}: ${byFile.length} files, ${functions.length} functions`);
  console.log(`lines of a function: median ${lengths[Math.floor(lengths.length / 2)]}, longest ${lengths.at(-1)}`);
  for (const [file, own] of byFile) {
    const largest = own.reduce((a, b) => (b.lines > a.lines ? b : a));
    const name = largest.name || `line ${largest.line}`;
    console.log(`  ${file.padEnd(62)} ${String(own.length).padStart(3)}   ${name} (${largest.lines})`);
    if (process.env.LAWGATE_WALK === 'functions') {
      for (const one of own) console.log(`      ${one.line}: ${one.name || '(no name)'} (${one.lines}) ×${one.calls}`);
    }
  }
}
