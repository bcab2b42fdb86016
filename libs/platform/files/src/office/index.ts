/**
 * Converts documents with LibreOffice. Also exported as `@lawgate/files/office`, for worker threads that load nothing
 * else.
 */
export { convertFiles, convertOffice, officeProgram, type OfficeOptions, type OfficeTarget } from './convert-office.ts';
export { OfficeError, type OfficeProblem } from './office-error.ts';
