/**
 * What two texts may differ in without differing in meaning: widths, spaces, and the variants of quotes, dashes and
 * ellipses. Every other character counts: a superscript, a circled digit or a fraction is no plain digit. Pure.
 */

// The radicals that fonts share with their ideographs; PDFs often say one for the other. Unicode, EquivalentUnifiedIdeograph.
const radicals =
  '⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳';
const ideographs =
  '厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟';
const listed = new Map([...radicals].map((radical, index) => [radical, [...ideographs][index] ?? radical]));

/** Also ligatures, which are a matter of the font. */
const kangxiOrLigature = /[\u2F00-\u2FD5\uFB00-\uFB06]/u;
const ignored = /[\p{Cf}\p{Cc}\p{Variation_Selector}\s]/u;

const variants = new Map<string, string>([
  ...[...'“”„‟〝〞＂'].map((char) => [char, '"'] as const),
  ...[...'‘’‚‛＇'].map((char) => [char, "'"] as const),
  ...[...'‐‑‒–—―−－─'].map((char) => [char, '-'] as const),
  ...[...'…⋯'].map((char) => [char, '...'] as const),
  ['￥', '¥'],
]);

/** A character without what does not matter; empty for a space and for what is not visible. */
function foldChar(char: string): string {
  if (ignored.test(char)) return '';
  const variant = variants.get(char) ?? listed.get(char);
  if (variant !== undefined) return variant;
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - 0xfee0);
  return kangxiOrLigature.test(char) ? char.normalize('NFKC') : char;
}

const digit = /[0-9０-９]/u;

/**
 * A space counts only where two numbers would become one without it: 1 and 2 in two cells are not 12.
 *
 * @param text in Unicode normal form C, which unites compatibility ideographs with their ideographs
 */
export function foldText(text: string): string {
  let folded = '';
  let last = '';
  let isApart = false;
  for (const char of text) {
    const one = foldChar(char);
    if (one === '') {
      isApart ||= /\s/u.test(char);
      continue;
    }
    if (isApart && digit.test(char) && (digit.test(last) || /[0-9][.,]$/u.test(folded.slice(-2)))) folded += ' ';
    folded += one;
    last = char;
    isApart = false;
  }
  return folded;
}
