import { isStorable, ProblemError } from '@lawgate/contracts';

/** Maximum characters (UTF-16 units) of a name, which common file systems can store for a Chinese name. */
const maxLength = 200;

/**
 * The display name of a document, in composed form (NFC). Never used as a path on disk.
 *
 * @throws ProblemError 422 `document.name-invalid` for a path, control characters, no name, or one that is too long
 */
export function displayName(given: string | undefined): string {
  const name = (given ?? '').normalize('NFC').trim();
  if (name === '' || name === '.' || name === '..') throw invalid('文件没有名称，请命名后上传。');
  if (/[/\\]/.test(name)) throw invalid('文件名不能含有路径（“/”“\\”“..”），请改名后上传。');
  if (/\p{Cc}/u.test(name) || !isStorable(name)) throw invalid('文件名含有不可见的控制字符，请改名后上传。');
  if (name.length > maxLength) throw invalid(`文件名不能超过${maxLength}个字符，请改短后上传。`);
  return name;
}

/** The part after the last dot, in lower case; empty when there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot + 1).toLowerCase();
}

function invalid(message: string): ProblemError {
  return new ProblemError(422, 'document.name-invalid', message);
}
