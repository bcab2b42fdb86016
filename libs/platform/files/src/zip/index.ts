/**
 * Reads ZIP archives within limits. Also exported as `@lawgate/files/zip`, for worker threads that load nothing else.
 */
export { listZip, type ListedEntry } from './list-zip.ts';
export { openZip, type ZipArchive, type ZipLimits } from './open-zip.ts';
export { ZipError, type ZipProblem } from './zip-error.ts';
