/** Raised and lowered characters, in the same form for every format. Pure. */

const raisedSigns: Readonly<Record<string, string>> = {
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '(': '⁽',
  ')': '⁾',
  n: 'ⁿ',
  i: 'ⁱ',
};
const loweredSigns: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎' };
const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const loweredDigits = '₀₁₂₃₄₅₆₇₈₉';

/**
 * A raised 4 is ⁴ and a lowered one ₄, so that 10⁴ never reads as 104; letters without such a sign become ^(…), _(…).
 *
 * @param up true for a superscript, false for a subscript
 */
export function asScript(text: string, up: boolean): string {
  const [digits, signs] = up ? [raisedDigits, raisedSigns] : [loweredDigits, loweredSigns];
  const chars = [...text.trim()].map((char) => (/[0-9]/u.test(char) ? digits[Number(char)] : signs[char]));
  const [before, after] = [/^\s*/u.exec(text)?.[0] ?? '', /\s*$/u.exec(text)?.[0] ?? ''];
  const script = chars.every((char) => char !== undefined) ? chars.join('') : `${up ? '^' : '_'}(${text.trim()})`;
  return before + script + after;
}
