import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ask } from './broker.ts';

/** Settings of the first start of a server, on which the content of its data folder depends. */
export interface FirstStart {
  readonly demonstration: boolean;
  readonly clock: 'system' | 'simulated';
}

/**
 * A copy of the data folder that the first start of the built server left. The first start is made once in a run,
 * because it takes longer than most tests.
 *
 * @throws Error with the server's output when that first start failed
 */
export async function usedDataFolder({ demonstration, clock }: FirstStart): Promise<string> {
  const { folder } = await ask<{ folder: string }>(
    `/data-folder?demonstration=${demonstration ? 'on' : 'off'}&clock=${clock}`,
  );
  const own = await mkdtemp(path.join(tmpdir(), 'lawgate-e2e-'));
  // With owner and modes, also of the folder itself: the database's account may differ from that of this process.
  await promisify(execFile)('cp', ['-a', `${folder}/.`, own]);
  return own;
}
