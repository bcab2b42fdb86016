/** Numbers of lists and pages as Word writes them (ST_NumberFormat, ISO/IEC 29500-1, 17.18.59). */

const han = '零一二三四五六七八九';
const financial = '零壹贰叁肆伍陆柒捌玖';
const financialTraditional = '零壹貳參肆伍陸柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

type Format = (value: number) => string;

/** Maximum times that a sign is repeated, as in Word; a greater number is written in decimal. */
const maxRepeats = 30;

/** Repeats the signs after the last: a, b … z, aa, bb. */
function repeated(signs: string): Format {
  const all = [...signs];
  return (value) =>
    value < 1 || value > all.length * maxRepeats
      ? String(value)
      : (all[(value - 1) % all.length] ?? '').repeat(Math.ceil(value / all.length));
}

/** Begins again after the last sign. */
function cyclic(signs: string): Format {
  const all = [...signs];
  return (value) => (value < 1 ? String(value) : (all[(value - 1) % all.length] ?? ''));
}

/** Signs that follow each other in Unicode; decimal beyond them. */
function enclosed(...ranges: readonly (readonly [from: number, to: number, first: number])[]): Format {
  return (value) => {
    const range = ranges.find(([from, to]) => value >= from && value <= to);
    return range === undefined ? String(value) : String.fromCodePoint(range[2] + value - range[0]);
  };
}

function roman(value: number): string {
  if (value < 1 || value > 32767) return String(value);
  const signs = ['M', 'CM', 'D', 'CD', 'C', 'XC', 'L', 'XL', 'X', 'IX', 'V', 'IV', 'I'];
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  let rest = value;
  return values
    .map((worth, index) => {
      const count = Math.floor(rest / worth);
      rest -= count * worth;
      return signs[index]?.repeat(count) ?? '';
    })
    .join('');
}

/** 一千零二十三 by units of ten. @param short 十三 instead of 一十三 */
function counting(digits: string, units: string, short: boolean): Format {
  const sign = [...digits];
  const group = (value: number): string => {
    let text = '';
    let zero = false;
    for (let power = 3; power >= 0; power -= 1) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit === 0) zero = text !== '';
      else {
        text += `${zero ? sign[0] : ''}${sign[digit]}${power === 0 ? '' : units[power - 1]}`;
        zero = false;
      }
    }
    return text;
  };
  return (value) => {
    if (value < 0 || value >= 100_000_000) return String(value);
    if (value === 0) return sign[0] ?? '0';
    const [high, low] = [Math.floor(value / 10_000), value % 10_000];
    const whole = `${high > 0 ? `${group(high)}万` : ''}${high > 0 && low > 0 && low < 1000 ? sign[0] : ''}${group(low)}`;
    return short ? whole.replace(new RegExp(`^${sign[1]}(?=${units[0]})`, 'u'), '') : whole;
  };
}

function digitByDigit(digits: string): Format {
  const signs = [...digits];
  return (value) => [...String(value)].map((digit) => signs[Number(digit)] ?? digit).join('');
}

function ordinal(value: number): string {
  const tens = value % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

const chinese = counting(han, '十百千', true);
/** 百 and 千 of a single hundred or thousand are written without 一. */
const japanese: Format = (value) => chinese(value).replace(/一(?=[百千])/gu, '');
const upper = repeated('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const lower = repeated('abcdefghijklmnopqrstuvwxyz');
const circles = enclosed([0, 0, 0x24ea], [1, 20, 0x2460], [21, 35, 0x3251], [36, 50, 0x32b1]);

const formats: Readonly<Record<string, Format>> = {
  none: () => '',
  bullet: () => '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: upper,
  lowerLetter: lower,
  ordinal,
  hex: (value) => value.toString(16).toUpperCase(),
  numberInDash: (value) => `- ${value} -`,
  decimalFullWidth: digitByDigit('０１２３４５６７８９'),
  decimalFullWidth2: digitByDigit('０１２３４５６７８９'),
  decimalEnclosedCircle: circles,
  decimalEnclosedCircleChinese: circles,
  decimalEnclosedFullstop: enclosed([1, 20, 0x2488]),
  decimalEnclosedParen: enclosed([1, 20, 0x2474]),
  ideographEnclosedCircle: enclosed([1, 10, 0x3280]),
  ideographTraditional: cyclic(stems),
  ideographZodiac: cyclic(branches),
  ideographZodiacTraditional: (value) => `${cyclic(stems)(value)}${cyclic(branches)(value)}`,
  ideographDigital: digitByDigit('〇一二三四五六七八九'),
  japaneseDigitalTenThousand: digitByDigit('〇一二三四五六七八九'),
  taiwaneseDigital: digitByDigit('○一二三四五六七八九'),
  koreanDigital2: digitByDigit('零一二三四五六七八九'),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  japaneseCounting: japanese,
  chineseLegalSimplified: counting(financial, '拾佰仟', false),
  ideographLegalTraditional: counting(financialTraditional, '拾佰仟', false),
  japaneseLegal: counting('零壱弐参四伍六七八九', '拾百千', false),
  russianLower: repeated('абвгдежзиклмнопрстуфхцчшщыэюя'),
  russianUpper: repeated('АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ'),
  aiueoFullWidth: cyclic(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  aiueo: cyclic('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'),
  ganada: cyclic('가나다라마바사아자차카타파하'),
  chosung: cyclic('ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ'),
};

/**
 * @param format value of `w:numFmt`; decimal where it is not known
 * @param pattern `w:format` of the format `custom`, such as `001, 002, 003, …`
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  if (format === 'custom') {
    const width = /^\s*(0{0,20}[1-9]?)/u.exec(pattern)?.[1]?.length ?? 0;
    return String(value).padStart(width, '0');
  }
  return formats[format]?.(value) ?? String(value);
}
