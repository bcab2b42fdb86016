/**
 * Reasons why a database cannot be brought to the schema of this program. The codes are stable and listed in the
 * manual's error appendix.
 */
export type SchemaErrorCode = 'database.migration-changed' | 'database.migration-unknown' | 'database.version-unknown';

/** Thrown by `migrate`, which has then changed nothing. */
export class SchemaError extends Error {
  readonly code: SchemaErrorCode;

  constructor(code: SchemaErrorCode, message: string) {
    super(message);
    this.name = 'SchemaError';
    this.code = code;
  }
}
