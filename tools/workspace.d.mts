/** The part of workspace.mjs that specs and the test servers use. */
export const root: string;
export function ensureBuilt(): Promise<void>;
/** Node's flags for running from the sources: the packages' `source` condition, and TypeScript through swc. */
export const sourceFlags: readonly string[];
