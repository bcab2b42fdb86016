/** Parts of the page of a recorded case (补录): what its register says, and that nobody did anything here. */
import { converted, generatedRows, recorded, type HistoryBody, type OwnPayloads } from '@lawgate/cases';
import { escaped, pairs } from './page.ts';
import { recordLabels } from './payload-words.ts';

export const notRecorded = '未记载';

type RegisterLine = OwnPayloads[typeof recorded];

/** The line of the register; null for a case that was worked through. */
export function registerLineOf(rows: readonly HistoryBody[]): RegisterLine | null {
  const row = rows.findLast(({ type }) => type === recorded || type === converted);
  return row === undefined ? null : (row.payload as RegisterLine);
}

/** The number of the last history row that an earlier import had generated; 0 where it generated none. */
export function generatedUntil(rows: readonly HistoryBody[]): number {
  const row = rows.findLast(({ type }) => type === converted || type === generatedRows);
  return row === undefined ? 0 : (row.payload as OwnPayloads[typeof generatedRows]).until;
}

export function recordedNotice({ file, line }: RegisterLine, until: number): string {
  const sheet = file.sheet === null ? '' : `工作表“${file.sheet}”`;
  const before = until === 0 ? '' : `旧版导入生成过办理经过（第1至${until}条），无人实际办理，已不作为依据。`;
  const text = `补录：据台账“${file.name}”${sheet}第${line}行登记，系统内没有办理过程。台账没有写的，一律为${notRecorded}。${before}`;
  return `<p><strong>${escaped(text)}</strong></p>\n`;
}

export function recordOf({ record }: RegisterLine): string {
  return pairs(
    Object.entries(recordLabels).map(([key, label]) => [label, record[key as keyof typeof record] ?? notRecorded]),
  );
}
