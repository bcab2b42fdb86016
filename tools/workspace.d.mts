/** What specs and the test servers use of workspace.mjs. */
export function ensureBuilt(): Promise<void>;
export const startFlags: readonly string[];
