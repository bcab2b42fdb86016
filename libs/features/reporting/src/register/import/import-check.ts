/** The dry run: what every line would become, judged by itself, by the other lines and by what is there already. */
import type { Transaction } from '@lawgate/database';
import type { ReportingTables } from '../../tables.ts';
import { checkRow, whole, type CheckBasis, type CheckedRow, type RegisterRow } from './row-check.ts';
import { plainText } from './dates.ts';
import { keyOf, knownCases, linesOf, takenNumbers, writeLines, type StoredImport } from './import-store.ts';

type Tx = Transaction<ReportingTables>;

/** Checks all lines of an import and writes what they would become. */
export async function checkImport(tx: Tx, of: StoredImport, basis: CheckBasis): Promise<void> {
  const seen = new SeenRows();
  for await (const lines of linesOf(tx, of.id)) {
    const heading = of.headerLine ?? 0;
    const above = lines.filter(({ line }) => line <= heading);
    const checked = lines.filter(({ line }) => line > heading).map((line) => seen.judge(checkRow(line, basis)));
    const judged = await judgeByWhatIsThere(tx, of.orgId, checked);
    await writeLines(tx, of.id, [
      ...above.map(({ line }) => ({ line, state: 'above' as const, problems: [], rowKey: null })),
      ...judged.map(({ line, state, problems, rowKey }) => ({ line, state, problems, rowKey })),
    ]);
  }
}

/** Within one file the first of two equal rows counts. */
class SeenRows {
  readonly #rows = new Map<string, number>();
  readonly #numbers = new Map<string, number>();

  judge(checked: CheckedRow): CheckedRow {
    const { line, rowKey, number } = checked;
    if (checked.state !== 'add' || rowKey === null) return checked;
    const same = this.#rows.get(rowKey);
    if (same !== undefined) {
      return { ...checked, state: 'skip', problems: [whole('row.repeated', `与第${same}行相同，只导入一次。`)] };
    }
    const first = number === null ? undefined : this.#numbers.get(keyOf(number));
    if (first !== undefined) return refused(checked, `文号${number?.text}已用于第${first}行，请核对这两行的文号。`);
    this.#rows.set(rowKey, line);
    if (number !== null) this.#numbers.set(keyOf(number), line);
    return checked;
  }
}

/** The day by which a case counts as received. */
function receivedOf({ record }: RegisterRow): string {
  return record.receivedOn ?? record.acceptedOn ?? '';
}

function refused(checked: CheckedRow, message: string): CheckedRow {
  return { ...checked, state: 'refuse', problems: [...checked.problems, whole('row.number-used', message)] };
}

async function judgeByWhatIsThere(tx: Tx, orgId: string, checked: readonly CheckedRow[]): Promise<CheckedRow[]> {
  const numbers = checked.flatMap(({ number }) => (number === null ? [] : [number]));
  const taken = await takenNumbers(tx, orgId, numbers);
  const rows = checked.flatMap(({ row }) => (row === null ? [] : [{ title: row.title, receivedOn: receivedOf(row) }]));
  const codes = [...new Set(numbers.map(({ code }) => code))];
  const found = await knownCases(tx, orgId, rows, codes);
  const known = new Map(found.map((one) => [`${one.receivedOn} ${one.title}`, one.numbers]));
  return checked.map((each) => {
    const { row, number } = each;
    if (each.state !== 'add' || row === null) return each;
    const owner = number === null ? undefined : taken.get(keyOf(number));
    if (owner !== undefined && plainText(owner) !== plainText(row.title)) {
      return refused(each, `文号${number?.text}已用于系统内的“${owner}”，请核对文号。`);
    }
    const others = known.get(`${receivedOf(row)} ${row.title}`);
    // A case with the same name and day but another number is another case.
    const same = others !== undefined && (number === null || others.length === 0 || others.includes(keyOf(number)));
    if (owner === undefined && !same) return each;
    return { ...each, state: 'skip', problems: [whole('row.known', '系统内已有同一事项，跳过。')] };
  });
}
