/** Words of a contract that are compared as a whole: an amount, a date, a number, a name. Pure. */

export const wordKinds = { amount: '金额', date: '日期', number: '数字', name: '名称', text: '文字' } as const;
export type WordKind = keyof typeof wordKinds;

export interface Word {
  readonly text: string;
  readonly kind: WordKind;
}

const d = '[0-9０-９]';
const hanDigit = '[〇○零一二三四五六七八九十]';
const grouped = `${d}+(?:[,，]${d}{3})*(?:[.．]${d}+)?`;
const hanAmount =
  '[零〇壹贰贰叁参肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千两]+[零〇壹贰叁参肆伍陆柒捌玖拾佰仟一二三四五六七八九十百千两万萬亿億]*';
const money = '(?:万元|亿元|千元|百元|元|圆|角|分|美元|欧元|港元|万|亿)';
const patterns: readonly (readonly [WordKind, string])[] = [
  ['date', `${d}{4}\\s*[年./\\-－]\\s*${d}{1,2}\\s*[月./\\-－]\\s*${d}{1,2}\\s*[日号]?`],
  ['date', `${d}{4}\\s*年\\s*${d}{1,2}\\s*月|${d}{4}\\s*年|${d}{1,2}\\s*月\\s*${d}{1,2}\\s*[日号]`],
  ['date', `${hanDigit}{4}年(?:${hanDigit}{1,3}月)?(?:${hanDigit}{1,3}[日号])?`],
  ['amount', `[¥￥$]\\s*${grouped}\\s*${money}?|${grouped}\\s*${money}[整正]?`],
  ['amount', `${hanAmount}(?:元|圆)(?:${hanAmount}角)?(?:${hanAmount}分)?[整正]?`],
  ['number', `[+\\-－−]?${grouped}\\s*[%％‰℃]?`],
];
const special = new RegExp(patterns.map(([, source]) => `(${source})`).join('|'), 'u');

const parties =
  '甲方|乙方|丙方|丁方|供方|需方|买方|卖方|买受人|出卖人|出租方|承租方|出租人|承租人|发包人|承包人|发包方|承包方|委托人|受托人|委托方|受托方|法定代表人|负责人|委托代理人|联系人|收款人|户名|开户银行|开户行';
/** The name behind a party's label, up to the next punctuation mark, space or label. */
const named = new RegExp(
  `(?<=(?:${parties})(?:[（(][^）)]{0,12}[）)])?\\s*[：:]\\s*)[\\p{L}\\p{N}·（）()]{2,40}?(?=[，。；,;\\s]|${parties}|$)`,
  'u',
);
const anyWord = new RegExp(`${named.source}|${special.source}`, 'gu');

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** All of the text, in words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 0;
  const plain = (until: number): void => {
    for (const { segment } of segmenter.segment(text.slice(at, until))) words.push({ text: segment, kind: 'text' });
  };
  for (const match of text.matchAll(anyWord)) {
    plain(match.index);
    const index = match.slice(1).findIndex((group) => group !== undefined);
    words.push({ text: match[0], kind: index < 0 ? 'name' : (patterns[index]?.[0] ?? 'text') });
    at = match.index + match[0].length;
  }
  plain(text.length);
  return words;
}
