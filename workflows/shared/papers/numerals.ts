/** 一、二、三、 before the parts of a paper. */
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numeral of 1 to 99. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = digits[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (digits[tens] ?? '')}十${ones}`;
}

export function numberedParts<T>(parts: readonly (readonly [title: string, content: T])[]): [string, T][] {
  return parts.map(([title, content], index) => [`${chineseNumeral(index + 1)}、${title}`, content]);
}
