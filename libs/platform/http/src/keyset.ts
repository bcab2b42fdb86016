/** Cursors of keyset pages: the sort values of the last row, opaque to the caller. */
import { ProblemError } from '@lawgate/contracts';
import type { ZodType } from 'zod';

export function encodeCursor(values: readonly (string | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * @param shape schema of the values
 * @throws ProblemError 422 `request.cursor-invalid` for a cursor that this list did not issue
 */
export function decodeCursor<T>(cursor: string, shape: ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw new ProblemError(422, 'request.cursor-invalid', '翻页标记无效，请从第一页重新开始。');
  }
}
