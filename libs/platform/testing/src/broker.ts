/**
 * Requests one of the servers that Jest's main process provides. @throws Error when Jest runs without the global set-up
 */
export async function ask<T>(what: string): Promise<T> {
  const broker = process.env.LAWGATE_TEST_BROKER;
  if (broker === undefined) {
    throw new Error('no test servers: run the tests with the jest.config.mjs of the project');
  }
  const response = await fetch(broker + what);
  if (!response.ok) {
    throw new Error(await response.text());
  }
  return (await response.json()) as T;
}

/** Resolves when everything is built. For spec files that start built processes, or read what is built. */
export async function built(): Promise<void> {
  await ask('/built');
}
