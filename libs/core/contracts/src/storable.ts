/** Values that no part of the system accepts from outside. */
import { ProblemError } from './problem.ts';

/** True when a string can be stored and read back unchanged: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The path of the first string (or key) in a JSON value that cannot be stored, or null. */
export function unstorablePath(value: unknown, path: readonly string[] = []): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path.join('.') || '(正文)';
  if (value === null || typeof value !== 'object') return null;
  for (const [key, child] of Object.entries(value)) {
    if (!isStorable(key)) return [...path, '(键名)'].join('.');
    const found = unstorablePath(child, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** Maximum nesting of lists and objects; no form needs more. */
const maxDepth = 64;

function isTooDeep(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return levels === 0 || Object.values(value).some((child) => isTooDeep(child, levels - 1));
}

/**
 * Refuses a value from outside that cannot be stored.
 *
 * @throws ProblemError 422 `request.too-deep`, `text.unstorable`
 */
export function refuseUnstorable(value: unknown): void {
  // Checked first, so that later code may recurse over the value.
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
