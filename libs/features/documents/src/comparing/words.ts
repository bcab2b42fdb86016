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
/** Groups of three digits with spaces between them, where a unit of money follows. */
const spaced = `${d}{1,3}(?:[\\s\u00a0]${d}{3})+(?:[.．]${d}+)?`;
const hanNumber = '[零〇○壹贰貳贰叁參参肆伍陆陸柒捌玖拾佰仟一二三四五六七八九十百千两兩点]';
const hanAmount = `${hanNumber}+(?:${hanNumber}|[万萬亿億])*`;
const currency = '(?:人民币|美元|欧元|港元|港币|日元|英镑)';
const money = `(?:[百千万萬亿億]*(?:元|圆|圓|角|分|${currency})|[百千]?[万萬亿億])`;
const patterns: readonly (readonly [WordKind, string])[] = [
  ['date', `${d}{4}\\s*[年./\\-－]\\s*${d}{1,2}\\s*[月./\\-－]\\s*${d}{1,2}\\s*[日号]?`],
  ['date', `${d}{4}\\s*年\\s*${d}{1,2}\\s*月|${d}{4}\\s*年|${d}{1,2}\\s*月\\s*${d}{1,2}\\s*[日号]`],
  [
    'date',
    `${hanDigit}{4}年(?:${hanDigit}{1,3}月)?(?:${hanDigit}{1,3}[日号])?|${hanDigit}{1,3}月${hanDigit}{1,3}[日号]`,
  ],
  [
    'amount',
    `(?:[¥￥$]|RMB|CNY|USD)\\s*(?:${spaced}|${grouped})\\s*${money}?[整正]?|(?:${spaced}|${grouped})\\s*${money}[整正]?`,
  ],
  ['amount', `${hanAmount}(?:元|圆|圓|${currency})(?:${hanAmount}角)?(?:${hanAmount}分)?[整正]?`],
  ['number', `(?:百|千|万)分之${hanAmount}`],
  // Numbers of accounts in groups, and codes of people and bodies, which may end with a letter.
  ['number', `${d}{4}(?:[\\s\u00a0]${d}{2,4}){2,}|(?<![0-9A-Za-z])[0-9A-Z]{14,22}[Xx]?(?![0-9A-Za-z])`],
  ['number', `[+\\-－−]?${grouped}\\s*(?:[%％‰℃]|个?工作日|日|天|个月|年)?`],
  ['number', `${hanAmount}(?:个?工作日|日|天|个月|年)`],
];
const special = new RegExp(patterns.map(([, source]) => `(${source})`).join('|'), 'u');

const parties =
  '甲\\s*方|乙\\s*方|丙\\s*方|丁\\s*方|采购人|供应商|中标人|成交供应商|招标人|投标人|转让方|受让方|出让方|抵押人|担保人|保证人|监理人|监理单位|建设单位|施工单位|供方|需方|买方|卖方|买受人|出卖人|出租方|承租方|出租人|承租人|发包人|承包人|发包方|承包方|委托人|受托人|委托方|受托方|法定代表人|负责人|委托代理人|联系人|收款人|户名|开户银行|开户行';
/** The name behind a party's label, up to the next punctuation mark, space or label. */
const named = new RegExp(
  `(?<=(?:${parties})(?:[（(][^）)]{0,12}[）)])?\\s*[：:]\\s*)[\\p{L}\\p{N}·（）()]{2,40}?(?=[，。；,;\\s]|${parties}|$)`,
  'u',
);
/** The full name of a body in running text, from the last word that joins it to the sentence. */
const body =
  '(?<=^|[^\\p{L}\\p{N}（）()·]|[由与及被]|委托)(?:(?![由与及被]|委托)[\\p{L}\\p{N}（）()·]){2,30}?(?:有限公司|有限责任公司|集团公司|合作社|事务所|人民政府|村民委员会|居民委员会)';
const anyWord = new RegExp(`${named.source}|${body}|${special.source}`, 'gu');

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
