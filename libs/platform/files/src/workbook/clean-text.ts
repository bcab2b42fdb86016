/**
 * Characters that nobody sees: zero-width spaces and joiners, marks of direction, soft hyphens, byte order marks, tags.
 * Two texts that differ in them only look the same. Variation selectors choose another form of a character and stay.
 */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0001}\u{e0020}-\u{e007f}]/gu;
/** Control characters; tab and line feed are text. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** A text of these characters alone is not changed by {@link cleanText}, line ends and ends aside. */
const unchanged = /^[\t\n -~\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * The text of a cell as people see it: without invisible and control characters, in Unicode's composed form (NFC), with
 * line feeds as line ends and without spaces at its ends. Spaces within it stay, also full-width and non-breaking ones.
 * A half of a surrogate pair becomes U+FFFD.
 */
export function cleanText(text: string): string {
  if (unchanged.test(text)) return text.trim();
  return text
    .replace(/\r\n?/g, '\n')
    .replace(invisible, '')
    .replace(controls, '')
    .toWellFormed()
    .normalize('NFC')
    .trim();
}
