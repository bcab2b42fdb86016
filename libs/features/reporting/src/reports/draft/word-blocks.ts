/** Blocks of a document in Word's markup, laid out by GB/T 9704-2012. Pure. */
import { encodeXml } from '@lawgate/files';
import type { DraftFigure } from './phrase.ts';

/** Half-points: 16 pt (三号) is the size of the body. */
const bodySize = 32;

export interface RunLook {
  readonly font?: string;
  /** Half-points. */
  readonly size?: number;
  readonly highlight?: boolean;
}

export function runProperties({ font, size = bodySize, highlight = false }: RunLook = {}): string {
  const fonts =
    font === undefined ? '' : `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`;
  return `<w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>${highlight ? '<w:highlight w:val="yellow"/>' : ''}</w:rPr>`;
}

export function run(text: string, look: RunLook = {}): string {
  return `<w:r>${runProperties(look)}<w:t xml:space="preserve">${encodeXml(text)}</w:t></w:r>`;
}

export function paragraph(runs: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A ruled table over the width of the type area; the first row is repeated on each page. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = 8845;
  // The first column contains names, the others numbers.
  const rest = Math.floor((width * 0.8) / Math.max(1, head.length - 1));
  const widths = head.map((_, index) => (index === 0 ? width - rest * (head.length - 1) : rest));
  const side = (name: string): string => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('');
  const cell = (runs: string, index: number): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${paragraph(
      small(runs),
      '<w:spacing w:line="360" w:lineRule="exact"/><w:ind w:firstLine="0" w:firstLineChars="0"/><w:jc w:val="center"/>',
    )}</w:tc>`;
  const row = (cells: readonly string[], more: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${more}</w:trPr>${cells.map(cell).join('')}</w:tr>`;
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders>` +
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>` +
    row(head.map(headRun), '<w:tblHeader/>') +
    `${rows.map((cells) => row(cells, '')).join('')}</w:tbl>`
  );
}

/** 五号. */
const tableSize = 21;

/** Columns are narrow: a long heading is broken in its middle and not after its third character. */
function headRun(text: string): string {
  const middle = Math.ceil(text.length / 2);
  const lines = text.length > 3 ? [text.slice(0, middle), text.slice(middle)] : [text];
  const look = { font: '黑体', size: tableSize };
  return lines.map((line) => run(line, look)).join('<w:r><w:br/></w:r>');
}

/** Runs without a size get the table's. */
function small(runs: string): string {
  const size = `<w:sz w:val="${tableSize}"/><w:szCs w:val="${tableSize}"/>`;
  return runs
    .replaceAll('<w:r><w:t ', `<w:r><w:rPr>${size}</w:rPr><w:t `)
    .replaceAll('<w:r><w:rPr><w:highlight', `<w:r><w:rPr>${size}<w:highlight`);
}

/** The last page, which lists what is missing, so that no gap in a draft is overlooked. */
export function appendixOf(missing: readonly DraftFigure[]): string {
  const line = (text: string, look: RunLook): string =>
    paragraph(run(text, look), '<w:ind w:firstLineChars="200" w:firstLine="640"/>');
  return [
    paragraph(run('待补数据（定稿前删除本页）', { font: '黑体' }), '<w:pageBreakBefore/>'),
    ...missing.map(({ label, reason }, index) => line(`${index + 1}．${label}：${reason ?? ''}`, { highlight: true })),
  ].join('');
}
