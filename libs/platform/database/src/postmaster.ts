import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** Content of `postmaster.pid` in the cluster folder. */
export interface Postmaster {
  pid: number;
  /** True once the server accepts connections (pg_ctl reads the same line). */
  ready: boolean;
}

/**
 * A setting without meaning to PostgreSQL: it stores the process id of the parent in `postmaster.opts`. When that is no
 * longer the parent of the running server, the parent has ended (an orphan gets another parent).
 */
export const OWNER_SETTING = 'lawgate.owner';

const POLL_MS = 20;

export function readPostmaster(clusterDir: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
}

/**
 * Frees the cluster for a new server. A parent that was killed with SIGKILL leaves its server running as an orphan,
 * which nothing else would stop, so it is shut down here with its commits intact. A server whose parent lives is not
 * touched.
 *
 * @returns 'free' when a new server may start, 'in-use' when a living process owns the running one.
 */
export async function clearOrphan(clusterDir: string): Promise<'free' | 'in-use'> {
  const found = readPostmaster(clusterDir);
  if (found === undefined) {
    return 'free';
  }
  if (!exists(found.pid)) {
    return 'free';
  }
  if (!runsIn(found.pid, clusterDir)) {
    // After a reboot or a container restart the process id may belong to any other process, and PostgreSQL would refuse
    // to start because of it.
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
    return 'free';
  }
  if (parentOf(found.pid) === ownerOf(clusterDir)) {
    return 'in-use';
  }
  // Fast shutdown first (a checkpoint, clients cut); if it hangs, immediate shutdown, after which PostgreSQL recovers
  // at the next start.
  for (const [signal, timeoutMs] of [['SIGINT', 10_000] as const, ['SIGQUIT', 10_000] as const]) {
    process.kill(found.pid, signal);
    if (await goneWithin(found.pid, timeoutMs)) {
      return 'free';
    }
  }
  return 'in-use';
}

export function isAlive(pid: number): boolean {
  return exists(pid) && !isZombie(pid);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In a container whose init process reaps no children, an ended server stays as a zombie with its process id. */
function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/** State, parent and so on, as in proc(5) from the third field on. The second field, the name, may contain blanks. */
function statFields(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
  } catch {
    return [];
  }
}

/** A server's working directory is its cluster folder; on systems without /proc only its name is checked. */
function runsIn(pid: number, clusterDir: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === path.resolve(clusterDir);
    } catch {
      return false;
    }
  }
  return processColumn(pid, 'comm').includes('postgres');
}

function ownerOf(clusterDir: string): number | undefined {
  try {
    const options = readFileSync(path.join(clusterDir, 'postmaster.opts'), 'utf8');
    return Number(/lawgate\.owner=(\d+)/.exec(options)?.[1]);
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number {
  if (process.platform === 'linux') {
    return Number(statFields(pid)[1]);
  }
  return Number(processColumn(pid, 'ppid'));
}

function processColumn(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

async function goneWithin(pid: number, timeoutMs: number): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += POLL_MS) {
    if (!isAlive(pid)) {
      return true;
    }
    await delay(POLL_MS);
  }
  return !isAlive(pid);
}
