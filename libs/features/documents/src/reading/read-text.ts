/** What is read out of a document, and why it could not be. */
import type { ReadProblem } from '@lawgate/database';

export type { ReadProblem };

/** Reasons that are shown to people; the row keeps the first word. */
export const readProblems: Readonly<Record<ReadProblem, string>> = {
  encrypted: '文件已加密，无法读取。请解除密码后重新上传。',
  damaged: '文件已损坏，无法读取。请在原软件中打开并另存后重新上传。',
  'too-large': '文件展开后过大，不予打开。请拆分后重新上传。',
  'too-slow': '文件过于复杂，读取超时。请另存为较简单的版本后重新上传。',
};

export interface ReadText {
  /** Without those that are blank. What was inserted and deleted under tracking is marked. */
  readonly paragraphs: readonly string[];
  /** Null where the format has none before it is printed. */
  readonly pages: number | null;
  readonly insertions: number;
  readonly deletions: number;
  readonly macros: boolean;
  readonly externalLinks: number;
}

// Written without short forms: the thread runs the sources as they are in tests, and only types are taken off there.
export class ReadError extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'ReadError';
    this.problem = problem;
  }
}

/** Characters of a text at most; a novel of ten volumes has fewer. */
export const maxCharacters = 5_000_000;

/** Plain text as paragraphs, and nothing else to report of it. */
export function textOnly(paragraphs: readonly string[], pages: number | null = null): ReadText {
  return { paragraphs, pages, insertions: 0, deletions: 0, macros: false, externalLinks: 0 };
}

/** The lines of a text that are not blank. @throws ReadError `too-large` */
export function linesOf(text: string): string[] {
  if (text.length > maxCharacters) throw new ReadError('too-large');
  return text
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/u)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
}
