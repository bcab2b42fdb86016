/** What specs and the test servers use of workspace.mjs. */
export function ensureBuilt(): Promise<void>;
