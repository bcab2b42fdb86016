import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { convertOffice, officeProgram } from './convert-office.ts';
import { runAlone } from './run-alone.ts';

const options = { timeoutMs: 10_000, signal: undefined, env: process.env };

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A killed process that nobody has waited for yet is no longer running.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}

/** A program that starts another one, writes its id and waits for it, as LibreOffice does. */
async function startedBy(run: (program: string) => Promise<unknown>): Promise<number> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-run-'));
  try {
    const program = path.join(folder, 'program');
    await writeFile(
      program,
      `#!/bin/sh\nsleep 60 &\necho $! > ${folder}/pid.new\nmv ${folder}/pid.new ${folder}/pid\nwait\n`,
    );
    await chmod(program, 0o755);
    await run(program);
    return Number(await readFile(path.join(folder, 'pid'), 'utf8'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function waitFor(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

const exists = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );

const installed = (await officeProgram()) !== null;

describe('a conversion', () => {
  it('reports that LibreOffice is not installed', async () => {
    expect(await officeProgram('')).toBeNull();
    expect(await officeProgram('/nonexistent:')).toBeNull();
  });

  for (const place of installed ? ['LibreOffice'] : [])
    it(`by ${place} gives the text of an RTF, and fails on what is no document`, async () => {
      const rtf = Buffer.from(String.raw`{\rtf1\ansi\deff0 {\fonttbl{\f0 Arial;}}\u21512?\u21516?\par}`);
      expect((await convertOffice(rtf, 'rtf', 'txt')).toString()).toContain('合同');
      await expect(convertOffice(Buffer.from('PK\x03\x04'), 'docx', 'pdf')).rejects.toMatchObject({
        problem: 'failed',
      });
    }, 120_000);
});

describe('a program that is ended takes what it started with it', () => {
  it('at its time limit', async () => {
    const pid = await startedBy(async (program) => {
      await expect(runAlone(program, [], { ...options, timeoutMs: 500 })).rejects.toMatchObject({
        problem: 'too-slow',
      });
    });
    await waitFor(() => !isAlive(pid));
  });

  it('when it is aborted', async () => {
    const stopping = new AbortController();
    const pid = await startedBy(async (program) => {
      const running = runAlone(program, [], { ...options, signal: stopping.signal });
      await waitFor(() => exists(path.join(path.dirname(program), 'pid')));
      stopping.abort(new Error('stop'));
      await expect(running).rejects.toThrow('stop');
    });
    await waitFor(() => !isAlive(pid));
  });

  it('when the thread that started it is ended', async () => {
    const pid = await startedBy(async (program) => {
      const code = `import(${JSON.stringify(new URL('run-alone.ts', import.meta.url).href)})
        .then(({ runAlone }) => runAlone(${JSON.stringify(program)}, [], { timeoutMs: 60000, env: process.env }))`;
      const thread = new Worker(code, { eval: true });
      await waitFor(() => exists(path.join(path.dirname(program), 'pid')));
      await thread.terminate();
    });
    await waitFor(() => !isAlive(pid));
  });
});

it('waits for the program of another thread', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-run-'));
  const program = path.join(folder, 'program');
  // Fails when it finds the mark of another run.
  await writeFile(program, `#!/bin/sh\nmkdir ${folder}/mark || exit 1\nsleep 0.3\nrmdir ${folder}/mark\n`);
  await chmod(program, 0o755);
  const code = `import(${JSON.stringify(new URL('run-alone.ts', import.meta.url).href)})
    .then(({ runAlone }) => runAlone(${JSON.stringify(program)}, [], { timeoutMs: 60000, env: process.env }))`;
  const ended = [1, 2, 3].map(
    () =>
      new Promise((resolve) => {
        const thread = new Worker(code, { eval: true });
        thread.once('error', resolve);
        thread.once('exit', resolve);
      }),
  );
  expect(await Promise.all(ended)).toEqual([0, 0, 0]);
  await rm(folder, { recursive: true });
});
