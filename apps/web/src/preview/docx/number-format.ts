/** Numbers of lists as Word writes them (ECMA-376 part 1, 17.18.59). */
const digits = [...'〇一二三四五六七八九'];
const financial = [...'零壹贰叁肆伍陆柒捌玖'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** @returns empty for `none`; decimal digits for a format that is not known */
export function numberText(value: number, format: string): string {
  if (!Number.isInteger(value) || value < 0) return String(value);
  switch (format) {
    case 'none':
    case 'bullet':
      return '';
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return letters(value, 'A');
    case 'lowerLetter':
      return letters(value, 'a');
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'koreanCounting':
      return chinese(value, digits, ['', '十', '百', '千'], true);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chinese(value, financial, ['', '拾', '佰', '仟'], false);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(value)].map((digit) => digits[Number(digit)]).join('');
    case 'ideographTraditional':
      return of(stems, value);
    case 'ideographZodiac':
      return of(branches, value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(value)].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(value, 0x2460);
    case 'decimalEnclosedParen':
      return enclosed(value, 0x2474);
    case 'decimalEnclosedFullstop':
      return enclosed(value, 0x2488);
    case 'ideographEnclosedCircle':
      return value >= 1 && value <= 10 ? String.fromCodePoint(0x3280 + value - 1) : String(value);
    case 'numberInDash':
      return `- ${value} -`;
    case 'ordinal':
      return `${value}${ordinalEnd(value)}`;
    default:
      return String(value);
  }
}

function of(names: readonly string[], value: number): string {
  return value >= 1 && value <= names.length ? (names[value - 1] ?? '') : String(value);
}

/** A, B … Z, AA, BB … as Word counts, not AA, AB. */
function letters(value: number, first: string): string {
  if (value < 1) return '';
  const letter = String.fromCodePoint((first.codePointAt(0) ?? 0) + ((value - 1) % 26));
  return letter.repeat(Math.min(Math.ceil(value / 26), 30));
}

function roman(value: number): string {
  const table: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = Math.min(value, 32_767);
  let text = '';
  for (const [worth, sign] of table) {
    text += sign.repeat(Math.floor(left / worth));
    left %= worth;
  }
  return text;
}

/** @param shortTen 十 instead of 一十 below 20 */
function chinese(value: number, names: readonly string[], units: readonly string[], shortTen: boolean): string {
  if (value === 0) return names[0] ?? '';
  if (value > 99_999) return String(value);
  if (value > 9_999) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1_000 ? '零' : '';
    return `${chinese(Math.floor(value / 10_000), names, units, shortTen)}万${rest === 0 ? '' : gap + chinese(rest, names, units, false)}`;
  }
  const figures = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  figures.forEach((figure, at) => {
    if (figure === 0) {
      gap = true;
      return;
    }
    if (gap && text !== '') text += '零';
    gap = false;
    text += `${names[figure] ?? ''}${units[figures.length - 1 - at] ?? ''}`;
  });
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text;
}

function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCodePoint(first + value - 1) : String(value);
}

function ordinalEnd(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
