/** The dry run: what every line would become, judged by itself, by the other lines and by what is there already. */
import type { Transaction } from '@lawgate/database';
import type { ReportingTables } from '../../tables.ts';
import { checkRow, whole, type CheckBasis, type CheckedRow, type RegisterRow } from './row-check.ts';
import { plainText } from './dates.ts';
import { missingFacts } from './recorded-row.ts';
import {
  keyOf,
  knownCases,
  type KnownCase,
  linesOf,
  takenNumbers,
  writeLines,
  type StoredImport,
} from './import-store.ts';

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
export function receivedOf({ record }: RegisterRow): string {
  return record.receivedOn ?? record.acceptedOn ?? '';
}

function refused(checked: CheckedRow, message: string): CheckedRow {
  return { ...checked, state: 'refuse', problems: [...checked.problems, whole('row.number-used', message)] };
}

const completes = whole('row.completes', '系统内已有这一补录事项，尚缺其后的结果，将补记到该事项。');

/** Those of the cases with the same name and day that are the matter of the line: another number is another matter. */
export function sameMatters({ number }: Pick<CheckedRow, 'number'>, named: readonly KnownCase[]): KnownCase[] {
  return named.filter(({ numbers }) => number === null || numbers.length === 0 || numbers.includes(keyOf(number)));
}

/** The one recorded case of which the line says more; null where there is none, or it is not clear which. */
export function completable(same: readonly KnownCase[], row: RegisterRow): KnownCase | null {
  const [one, another] = same;
  if (one === undefined || another !== undefined) return null;
  const isOpen = one.recorded && one.category === row.definition.key && missingFacts(row, one.facts).length > 0;
  return isOpen ? one : null;
}

async function judgeByWhatIsThere(tx: Tx, orgId: string, checked: readonly CheckedRow[]): Promise<CheckedRow[]> {
  const numbers = checked.flatMap(({ number }) => (number === null ? [] : [number]));
  const taken = await takenNumbers(tx, orgId, numbers);
  const rows = checked.flatMap(({ row }) => (row === null ? [] : [{ title: row.title, receivedOn: receivedOf(row) }]));
  const codes = [...new Set(numbers.map(({ code }) => code))];
  const found = await knownCases(tx, orgId, rows, codes);
  const known = Map.groupBy(found, (one) => `${one.receivedOn} ${one.title}`);
  return checked.map((each) => {
    const { row, number } = each;
    if (each.state !== 'add' || row === null) return each;
    const owner = number === null ? undefined : taken.get(keyOf(number));
    if (owner !== undefined && plainText(owner) !== plainText(row.title)) {
      return refused(each, `文号${number?.text}已用于系统内的“${owner}”，请核对文号。`);
    }
    const same = sameMatters(each, known.get(`${receivedOf(row)} ${row.title}`) ?? []);
    if (owner === undefined && same.length === 0) return each;
    if (completable(same, row) !== null) return { ...each, problems: [...each.problems, completes] };
    return { ...each, state: 'skip', problems: [whole('row.known', '系统内已有同一事项，跳过。')] };
  });
}
