/** Recognises the columns of a register: headings differ from town to town in order and wording. Pure. */
import { createHash } from 'node:crypto';
import type { TableRow } from '@lawgate/files';
import { plainText } from './dates.ts';

/** Fields of a column, in the order of a common register, with the heading of an export. */
export const fieldLabels = {
  serial: '序号',
  receivedOn: '收件日期',
  unit: '送审单位',
  title: '事项名称',
  category: '类别',
  acceptedOn: '受理日期',
  reviewer: '审查人',
  adviser: '法律顾问',
  conclusion: '结论',
  number: '意见书文号',
  concludedOn: '审结日期',
  filedOn: '备案日期',
  status: '状态',
  note: '备注',
} as const;
export type Field = keyof typeof fieldLabels;
export const fields = Object.keys(fieldLabels) as Field[];

/** Columns by their index from 0; a field without a column may have one value for every row. */
export interface Mapping {
  readonly columns: Partial<Record<Field, number>>;
  readonly defaults: Partial<Record<'category' | 'unit', string>>;
}

const wordings: Readonly<Record<Field, RegExp>> = {
  serial: /^(序号|编号|顺序号|流水号|序)$/,
  receivedOn: /^(收件|收到|收文|送审|报送|来文|来件|接收|提交|登记|送达审查)(日期|时间)$/,
  unit: /^(送审|承办|报送|起草|提请|申请|主办|来文|提交|报审)(单位|部门|科室|机构|站所|单位名称)$/,
  title:
    /^(事项|合同|文件|材料|决定|项目|送审事项|审查事项|审核事项|送审文件|送审材料|协议|合同协议|案件|标的)?(名称|标题|题目)$|^(送审|审查|审核)(事项|内容)$/,
  category: /^(事项|文件|审查|审核|材料|合同|送审)?(类别|类型|种类|分类)$/,
  acceptedOn: /^受理(日期|时间)$/,
  reviewer: /^(承办)?(审查|审核)(人|人员|员)$/,
  adviser: /^(参与|聘请)?(法律顾问|顾问|律师|审核律师|顾问律师)(姓名|意见人)?$/,
  conclusion: /^(审查|审核|法律审查|合法性审查|合法性审核)?(结论|意见|结果|意见结论)$/,
  number: /^(审查|审核)?(意见书|意见|审查意见书|审核意见书)?(文号|编号|字号|文书号|文书编号)$|^(审查|审核)?意见书号$/,
  concludedOn: /^(审结|办结|出具|完成|结案|审查完成|审核完成|出具意见|意见出具|审查|审核|意见书出具)(日期|时间)$/,
  filedOn: /^(报送)?(备案|报备)(日期|时间)$/,
  status: /^(办理)?(状态|进度|情况|结果|办理状态)$/,
  note: /^(备注|附注|说明|其他)$/,
};

/** A heading without spaces, line ends, brackets and their content. */
function plainHeading(heading: string): string {
  return plainText(heading)
    .replace(/\([^)]*\)|〔[^〕]*〕|\[[^\]]*\]/gu, '')
    .replace(/[:、/*]/gu, '');
}

function fieldOf(heading: string): Field | null {
  const plain = plainHeading(heading);
  return fields.find((field) => wordings[field].test(plain)) ?? null;
}

/** The fields that the headings name; if two columns name one field, the first counts. */
export function suggestMapping(headings: readonly string[]): Mapping {
  const columns: Partial<Record<Field, number>> = {};
  for (const [index, heading] of headings.entries()) {
    const field = fieldOf(heading);
    if (field !== null && columns[field] === undefined) columns[field] = index;
  }
  return { columns, defaults: {} };
}

export interface Header {
  /** The last line of the heading, or null where no line looks like one. */
  readonly line: number | null;
  readonly headings: readonly string[];
}

/** Number of lines from the top in which a heading is searched; above it are titles, units and dates of printing. */
const maxAbove = 30;

/**
 * Finds the heading: the line with the most known headings. A heading over two lines (审查情况 over 受理日期, 结论 …) has merged
 * cells, of which a file contains only the first; where two lines together have more known headings than one, both are
 * the heading.
 */
export function findHeader(rows: readonly TableRow[]): Header {
  let best: Header & { readonly score: number } = { line: null, headings: [], score: 1 };
  for (const [index, row] of rows.slice(0, maxAbove).entries()) {
    const below = rows[index + 1];
    for (const [line, headings] of [
      [row.line, row.cells] as const,
      ...(below === undefined ? [] : [[below.line, together(row.cells, below.cells)] as const]),
    ]) {
      const score = Object.keys(suggestMapping(headings).columns).length;
      if (score > best.score) best = { line, headings, score };
    }
  }
  return { line: best.line, headings: best.headings };
}

/** The headings of the line that a person chose, with the merged ones of the line above it. */
export function headerAt(rows: readonly TableRow[], line: number): Header | null {
  const index = rows.findIndex((row) => row.line === line);
  const row = rows[index];
  if (row === undefined) return null;
  const above = rows[index - 1]?.cells ?? [];
  const merged = together(above.length > 1 ? above : [], row.cells);
  const alone = Object.keys(suggestMapping(row.cells).columns).length;
  const more = Object.keys(suggestMapping(merged).columns).length > alone;
  return { line, headings: more ? merged : row.cells };
}

function together(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, index) => lower[index] || upper[index] || '');
}

/** Key under which the mapping of the same set of headings is stored. */
export function headingsKey(headings: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headings.map(plainHeading)))
    .digest('hex');
}
