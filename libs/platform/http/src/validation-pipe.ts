import { ProblemError } from '@lawgate/contracts';
import { StandardSchemaValidationPipe } from '@nestjs/common';

/**
 * Validates input against the schema of a route; throws ProblemError 422 `request.invalid` with each issue and its
 * path.
 */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ProblemError(422, 'request.invalid', '请求内容不完整或不正确，请按提示修改。', {
        issues: issues.map((issue) => ({
          path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          message: issue.message,
        })),
      }),
  });
}
