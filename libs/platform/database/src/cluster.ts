import { randomBytes } from 'node:crypto';
import { chownSync, linkSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { explainStartFailure } from './database-start-error.ts';
import { ended, spawnAs } from './postgres-programs.ts';
import type { Account, PostgresPrograms } from './postgres-programs.ts';

/**
 * Locales that define which characters are letters. Trigram search uses the C library, not the built-in provider, and
 * in the plain C locale no Chinese character is a letter, so its index would stay empty. The names are those of Linux
 * and of macOS.
 */
const CTYPES = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * initdb works in a temporary folder, which is renamed when complete: a kill in the middle leaves no partial cluster.
 */
export async function makeCluster(at: {
  programs: PostgresPrograms;
  account: Account | undefined;
  dataDir: string;
  clusterDir: string;
  owner: string;
  password: string;
  durable: boolean;
}): Promise<void> {
  const aside = mkdtempSync(path.join(at.dataDir, 'new-'));
  const made = path.join(aside, 'cluster');
  const passwordFile = path.join(aside, 'password');
  try {
    writeFileSync(passwordFile, at.password, { mode: 0o600 });
    for (const ctype of CTYPES) {
      rmSync(made, { recursive: true, force: true });
      mkdirSync(made, { mode: 0o700 });
      if (at.account !== undefined) {
        for (const owned of [aside, made, passwordFile]) {
          chownSync(owned, at.account.uid, at.account.gid);
        }
      }
      const said = await runInitdb({ ...at, clusterDir: made, passwordFile, ctype });
      if (said === undefined) {
        break;
      }
      if (!said.includes('invalid locale name') || ctype === CTYPES.at(-1)) {
        throw explainStartFailure(at.dataDir, said);
      }
    }
    renameSync(made, at.clusterDir);
  } catch (error) {
    // Another process created the cluster meanwhile; its server decides which of them may run.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      throw error;
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** @returns undefined when the cluster was created, otherwise the error output of initdb. */
async function runInitdb(at: {
  programs: PostgresPrograms;
  account: Account | undefined;
  clusterDir: string;
  owner: string;
  passwordFile: string;
  ctype: string;
  durable: boolean;
}): Promise<string | undefined> {
  const child = spawnAs(
    at.account,
    at.programs.initdb,
    [
      `--pgdata=${at.clusterDir}`,
      `--username=${at.owner}`,
      '--auth=scram-sha-256',
      `--pwfile=${at.passwordFile}`,
      '--encoding=UTF8',
      // Sorts by code point, the same on every machine, whatever locales its system has.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      `--lc-ctype=${at.ctype}`,
      ...(at.durable ? [] : ['--no-sync']),
    ],
    { cwd: at.clusterDir, env: { ...process.env, LC_ALL: 'C' }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await ended(child);
  return code === 0 ? undefined : said || `initdb: ${code}`;
}

/**
 * The password of the cluster's owner, generated once. The file appears complete or not at all (link is atomic), so a
 * kill in the middle leaves no empty password, and two processes that start together read the same one.
 */
export function keptPassword(file: string): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}
