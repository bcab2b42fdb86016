/** What no part of the system takes from outside, whatever it is about. */
import { ProblemError } from './problem.ts';
import { unstorablePath } from './text.ts';

/** Levels of lists and objects within each other, at most: no form that a person fills in has more. */
const maxDepth = 64;

function isTooDeep(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((child) => isTooDeep(child, levels - 1));
}

/**
 * Refuses what came from outside and cannot be kept.
 *
 * @throws ProblemError 422 `request.too-deep`, `text.unstorable`
 */
export function refuseUnstorable(value: unknown): void {
  // Asked first: everything that looks at a value later may do so level by level.
  if (isTooDeep(value, maxDepth)) {
    throw new ProblemError(422, 'request.too-deep', `请求内容嵌套过深（超过${maxDepth}层），请检查后重试。`);
  }
  const path = unstorablePath(value);
  if (path === null) return;
  throw new ProblemError(
    422,
    'text.unstorable',
    '文字中含有无法保存的字符（空字符或不完整的字符），请删除后重新填写。',
    { issues: [{ path, message: '含有无法保存的字符' }] },
  );
}
