/** Parts of the page of a recorded case (补录): what its register says, and that nobody did anything here. */
import {
  converted,
  generatedRows,
  type HistoryBody,
  type OwnPayloads,
  type RegisterLine,
  type RegisterLines,
} from '@lawgate/cases';
import { escaped, pairs } from './page.ts';
import { recordLabels } from './payload-words.ts';

export const notRecorded = '未记载';

/** The number of the last history row that an earlier import had generated; 0 where it generated none. */
export function generatedUntil(rows: readonly HistoryBody[]): number {
  const row = rows.findLast(({ type }) => type === converted || type === generatedRows);
  return row === undefined ? 0 : (row.payload as OwnPayloads[typeof generatedRows]).until;
}

export function recordedNotice({ first, later }: RegisterLines, until: number): string {
  const more = later.map((line) => `，据${placeOf(line)}补记`).join('');
  const before = until === 0 ? '' : `旧版导入生成过办理经过（第1至${until}条），无人实际办理，已不作为依据。`;
  const text = `补录：据${placeOf(first)}登记${more}，系统内没有办理过程。台账没有写的，一律为${notRecorded}。${before}`;
  return `<p><strong>${escaped(text)}</strong></p>\n`;
}

function placeOf({ file, line }: RegisterLine): string {
  return `台账“${file.name}”${file.sheet === null ? '' : `工作表“${file.sheet}”`}第${line}行`;
}

export function recordOf({ record }: RegisterLines): string {
  return pairs(
    Object.entries(recordLabels).map(([key, label]) => [label, record[key as keyof typeof record] ?? notRecorded]),
  );
}
