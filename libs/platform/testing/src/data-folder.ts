import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { ask } from './broker.ts';

/** What shapes the first start of a server, and so what is in its data folder afterwards. */
export interface FirstStart {
  readonly demonstration: boolean;
  readonly clock: 'system' | 'simulated';
}

/**
 * A data folder of its own, as the first start of the built server left one. The first start itself is made once in a
 * run; it takes longer than most of what is tested after it.
 *
 * @throws Error when that first start failed, with what the server said
 */
export async function usedDataFolder({ demonstration, clock }: FirstStart): Promise<string> {
  const { folder } = await ask<{ folder: string }>(
    `/data-folder?demonstration=${demonstration ? 'on' : 'off'}&clock=${clock}`,
  );
  const own = await mkdtemp(path.join(tmpdir(), 'lawgate-e2e-'));
  // With owner and modes, also of the folder itself: the database's account may be another than that of this process.
  await promisify(execFile)('cp', ['-a', `${folder}/.`, own]);
  return own;
}
