import { ask } from './broker.ts';
import { spentOn } from './spent.ts';

/**
 * Provides a running server of the built product with its demonstration, to one spec file at a time. Data of earlier
 * spec files is still in its town; specs that count, freeze or configure need a separate server.
 *
 * @returns its address
 * @throws Error with the server's output when it could not be started
 */
export async function takeServer(): Promise<string> {
  const { base } = await spentOn('server', () => ask<{ base: string }>('/server'));
  return base;
}

/** @param base the address that `takeServer` returned */
export async function returnServer(base: string): Promise<void> {
  await ask(`/server/return?base=${encodeURIComponent(base)}`);
}
