/** The error text stored for the operator, who may read neither cases nor data of other towns. */

const maxLength = 300;

/**
 * The class, its code, and its message without text in quotation marks or brackets, where databases, parsers and our
 * own errors put values. Details of the database are left out.
 */
export function jobErrorText(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const { code } = error as { code?: unknown };
  const named = typeof code === 'string' && /^[\w.-]{1,60}$/.test(code) ? `${error.name} ${code}` : error.name;
  const message = (error.message.split('\n')[0] ?? '')
    .replaceAll(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|‘[^’]*’|「[^」]*」|《[^》]*》|〔[^〕]*〕|\([^)]*\)|（[^）]*）/g, '…')
    // Words of a person or a document, unlike those of our own messages for programmers, are Chinese.
    .replaceAll(/\p{Script=Han}[\p{Script=Han}\p{N}\p{P}]*/gu, '…')
    .trim();
  return `${named}: ${message}`.slice(0, maxLength);
}
