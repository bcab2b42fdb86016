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

/** Where in a document a text is, with the word that is shown to people. */
export const partLabels = {
  body: '正文',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注',
  endnote: '尾注',
  comment: '批注',
  'text-box': '文本框',
  diagram: '图示',
  chunk: '嵌入的文档',
  form: '表单域',
  annotation: '注释',
} as const;
export type PartKind = keyof typeof partLabels;

/** Why a part has no text here; the words are shown to people. */
export const unreadReasons = {
  picture: '是图片，没有文字层',
  drawing: '是图形，其中可能有以线条绘出的文字',
  glyphs: '字体没有文字编码，文字无法还原',
  object: '是嵌入的对象，没有读取',
  encoding: '文字编码无法识别',
  direction: '从右向左书写，读出的先后次序可能不对',
  damaged: '已损坏，无法读取',
  'not-installed': '本机没有安装能读取这种格式的程序',
  unsupported: '这种内容没有读取',
  'not-recognised': '没有文字层，文字识别（OCR）没有读出文字',
  'recognition-limit': '没有文字层，超出文字识别（OCR）的页数、大小或时间限制',
  'recognition-failed': '没有文字层，文字识别（OCR）没有成功',
  unsure: '文字识别（OCR）把握不足，没有列出',
} as const;
export type UnreadReason = keyof typeof unreadReasons;

export interface TextPart {
  readonly kind: PartKind;
  /** From 1; null where the format has no pages before it is printed. */
  readonly page: number | null;
  /** Paragraphs that are not blank. Tracked insertions and deletions are marked. */
  readonly paragraphs: readonly string[];
  /** True where the text was recognised from a picture (OCR), so that a person has to check it. */
  readonly recognised?: boolean;
}

/** A part whose text was not read. */
export interface UnreadPart {
  /** In plain Chinese, such as 正文 or 页眉中的图片. */
  readonly part: string;
  /** From 1; null where the format has no pages before it is printed. */
  readonly page: number | null;
  readonly reason: UnreadReason;
}

export interface ReadText {
  /** In the order in which a person reads them. */
  readonly parts: readonly TextPart[];
  readonly unread: readonly UnreadPart[];
  /** Null where the format has no pages before it is printed. */
  readonly pages: number | null;
  readonly insertions: number;
  readonly deletions: number;
  readonly macros: boolean;
  readonly externalLinks: number;
}

// Written without parameter properties: in tests the thread runs the sources, from which Node only strips the types.
export class ReadError extends Error {
  readonly problem: ReadProblem;

  constructor(problem: ReadProblem, cause?: unknown) {
    super(problem, { cause });
    this.name = 'ReadError';
    this.problem = problem;
  }
}

/**
 * Version of the readers, raised whenever they read more than before: what an older one read is read again, and
 * comparisons of its texts are asked for again.
 */
export const readerVersion = 1;

/** Maximum characters of a text, more than a novel of ten volumes has. */
export const maxCharacters = 5_000_000;

/** Reasons for which a whole page may have no text, and be recognised from its picture. */
export const pageReasons: readonly UnreadReason[] = ['picture', 'drawing', 'glyphs'];

/** Why text that was recognised has to be checked; shown to people. */
export const recognisedOnly = '仅由文字识别（OCR）读出，可能有误，须人工核对';

/** What was not read, and what was only recognised, in words for people. A page is named once. */
export function gapsOf({ parts, unread }: Pick<ReadText, 'parts' | 'unread'>): (Omit<UnreadPart, 'reason'> & {
  readonly reason: string;
})[] {
  const recognised = parts
    .filter((part) => part.recognised === true)
    .map(({ kind, page }) => ({ part: partName(kind, page), page, reason: recognisedOnly }));
  const isNamed = ({ part, page }: UnreadPart): boolean =>
    recognised.some((one) => one.part === part && one.page === page);
  return [
    ...unread
      .filter((one) => !(pageReasons.includes(one.reason) && isNamed(one)))
      .map(({ part, page, reason }) => ({ part, page, reason: unreadReasons[reason] ?? reason })),
    ...recognised.filter(
      ({ part, page }, index) => recognised.findIndex((one) => one.part === part && one.page === page) === index,
    ),
  ];
}

const partName = (kind: PartKind, page: number | null): string =>
  page === null ? partLabels[kind] : `第${page}页${kind === 'body' ? '' : `的${partLabels[kind]}`}`;

/** A body of paragraphs, without other findings. */
export function textOnly(paragraphs: readonly string[], pages: number | null = null): ReadText {
  const parts: TextPart[] = paragraphs.length === 0 ? [] : [{ kind: 'body', page: null, paragraphs }];
  return { parts, unread: [], pages, insertions: 0, deletions: 0, macros: false, externalLinks: 0 };
}

/** Every paragraph of every part. */
export function paragraphsOf({ parts }: Pick<ReadText, 'parts'>): string[] {
  return parts.flatMap(({ paragraphs }) => paragraphs);
}

/** The lines of a text that are not blank. @throws ReadError `too-large` */
export function linesOf(text: string): string[] {
  if (text.length > maxCharacters) throw new ReadError('too-large');
  return text
    .split(/\r\n|[\r\n\v\f\u2028\u2029]/u)
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '');
}
