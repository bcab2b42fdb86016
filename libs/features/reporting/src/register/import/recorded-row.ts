/** What a line of a register records of a case: the outcomes that it gives, each on its day. Pure. */
import type { CivilDate } from '@lawgate/calendar';
import type { RecordCase, RecordedFact, RegisterLine } from '@lawgate/cases';
import type { TableRow } from '@lawgate/files';
import type { CheckedRow, RegisterRow } from './row-check.ts';

/** Name of the paper whose number a register has. */
const letter = '审查意见书';

export interface RegisterSource {
  readonly fileName: string;
  /** SHA-256 of the file, hexadecimal. */
  readonly fileHash: string;
  readonly sheet: string | null;
  readonly headings: readonly string[];
}

/** The case of a checked line, without its id. */
export function recordOf(
  source: RegisterSource,
  { line, cells }: TableRow,
  { number }: Pick<CheckedRow, 'number'>,
  row: RegisterRow,
): Omit<RecordCase, 'id'> {
  const { unit } = row.record;
  return {
    definition: row.definition,
    title: row.title,
    fields: unit === null ? {} : { submittingUnit: unit },
    line: lineOf(source, { line, cells }, row),
    facts: factsOf(row),
    number: number === null ? null : { ...number, purpose: letter },
  };
}

/** Facts by which a matter ended; it has one of them. */
export const outcomes: readonly string[] = ['concluded', 'returned', 'declined', 'withdrawn'];

/** What a later line says of a recorded matter and the earlier one did not: an outcome, an acceptance, a filing. */
export function missingFacts(row: RegisterRow, known: readonly string[]): RecordedFact[] {
  const ended = known.some((fact) => outcomes.includes(fact));
  return factsOf(row).filter(
    ({ fact }) => fact !== 'received' && !known.includes(fact) && !(ended && outcomes.includes(fact)),
  );
}

function lineOf(
  { fileName, fileHash, sheet, headings }: RegisterSource,
  read: TableRow,
  row: RegisterRow,
): RegisterLine {
  return {
    title: row.title,
    file: { name: fileName, sha256: fileHash, sheet },
    line: read.line,
    said: read.cells.flatMap((text, index) =>
      text === '' ? [] : [{ heading: headings[index] || `第${index + 1}列`, text }],
    ),
    record: row.record,
  };
}

/**
 * The facts by which the case is counted. A register gives no day for what it only names: such a fact is on the last
 * day of the line, is counted in its year, and is marked as undated.
 */
function factsOf({ outcome, conclusion, record }: RegisterRow): RecordedFact[] {
  const { receivedOn, acceptedOn, concludedOn, filedOn, adviser, note, status } = record;
  const facts: RecordedFact[] = [];
  const put = (fact: string, on: CivilDate | null, detail: Readonly<Record<string, unknown>> = {}): void => {
    if (on !== null) facts.push({ fact, on, detail: { round: 1, ...detail } });
  };
  put('received', receivedOn ?? acceptedOn, receivedOn === null ? { undated: true } : {});
  put('accepted', acceptedOn);
  if (outcome === 'concluded') {
    put('concluded', concludedOn, { conclusion, ...(adviser === null ? {} : { advisers: 1 }) });
  } else if (outcome !== null) {
    put(outcome, acceptedOn ?? receivedOn, { reason: note ?? status ?? undefined, undated: true });
  }
  put('filed', filedOn);
  return facts;
}
