/** Verification of a case: its rows and bytes against its chains. */
export * from './content-check.ts';
export * from './coverage.ts';
export * from './evidence.ts';
export * from './verify-case.ts';
export * from './written-row.ts';
export { signedTexts } from './earlier-rows.ts';
