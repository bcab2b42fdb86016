import { ask } from './broker.ts';
import { spentOn } from './spent.ts';

/**
 * Provides a running server of the built product with its demonstration, to one spec file at a time. What other spec
 * files left in its town is there; counting, freezing or configuring needs a server of one's own.
 *
 * @returns its address
 * @throws Error with the server's output when it could not be started
 */
export async function takeServer(): Promise<string> {
  const { base } = await spentOn('server', () => ask<{ base: string }>('/server'));
  return base;
}

/** @param base as `takeServer` answered it */
export async function returnServer(base: string): Promise<void> {
  await ask(`/server/return?base=${encodeURIComponent(base)}`);
}
