/** Runs a program one at a time on this machine, and ends it with everything it started. */
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { OfficeError } from './office-error.ts';

export interface RunOptions {
  /** Time limit in milliseconds, from the moment at which the program starts. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Programs with the same name run one at a time; default `office`. */
  readonly lock?: string;
}

/** Maximum address space of the program, in KiB. An empty LibreOffice takes 1.5 GiB of it, most of that never used. */
const maxMemoryKiB = 6 * 1024 * 1024;

/**
 * The input of this shell stays open while its caller lives. When it is closed, also because the thread or the process
 * of the caller has ended, the whole process group is killed: a thread that is ended does not end its child processes.
 * The lock is held by file, because threads and processes of the server share the machine; the kernel releases it.
 */
const script = `
exec 3<&0
( read -r _ <&3; kill -KILL 0 ) > /dev/null 2>&1 &
if command -v flock > /dev/null; then exec 9> "$1" && flock 9; fi
shift
ulimit -v ${maxMemoryKiB}
echo started
"$@" < /dev/null > /dev/null 2>&1 3<&-
`;

const turns = new Map<string, Promise<unknown>>();

/** @throws OfficeError `failed`, `too-slow`; the signal's reason when it was aborted */
export function runAlone(program: string, args: readonly string[], options: RunOptions): Promise<void> {
  const { lock = 'office' } = options;
  const mine = (turns.get(lock) ?? Promise.resolve()).then(() => run(program, args, options));
  turns.set(
    lock,
    mine.catch(() => {}),
  );
  return mine;
}

function run(
  program: string,
  args: readonly string[],
  { timeoutMs, signal, env, lock: name = 'office' }: RunOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const lock = path.join(tmpdir(), `lawgate-${name}-${process.getuid?.() ?? 0}.lock`);
    const child = spawn('/bin/sh', ['-c', script, 'sh', lock, program, ...args], {
      // A process group of its own.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      env,
    });
    let timer: NodeJS.Timeout | undefined;
    const stop = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      child.stdin.destroy();
    };
    const fail = (error: unknown): void => {
      stop();
      reject(error as Error);
    };
    const aborted = (): void => fail(signal?.reason);
    signal?.addEventListener('abort', aborted);
    child.stdout.once('data', () => {
      timer = setTimeout(() => fail(new OfficeError('too-slow')), timeoutMs);
    });
    child.once('error', (error) => fail(new OfficeError('failed', error)));
    child.once('exit', (code) => {
      if (code !== 0) return fail(new OfficeError('failed', new Error(`exit code ${code}`)));
      stop();
      resolve();
    });
  });
}
