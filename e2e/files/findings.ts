/** Counts of the run by format, and every fault found. */
export type Outcome = 'right' | 'named' | 'refused' | 'wrong';
const outcomes = ['right', 'named', 'refused', 'wrong'] as const;

export class Findings {
  readonly wrong: string[] = [];
  readonly #formats = new Map<string, Record<Outcome, number>>();
  readonly #causes = new Map<string, number>();
  readonly #also = new Map<string, number>();

  /** @param format such as `docx` */
  count(format: string, outcome: Outcome): void {
    const row = this.#formats.get(format) ?? { right: 0, named: 0, refused: 0, wrong: 0 };
    row[outcome] += 1;
    this.#formats.set(format, row);
  }

  fault(name: string, what: string): void {
    this.wrong.push(`${name}: ${what}`);
  }

  /** Several files are under way at a time. */
  isWrong(name: string): boolean {
    return this.wrong.some((each) => each.startsWith(`${name}: `));
  }

  /** A line that is missing and whose part is named, by the reason. */
  cause(reason: string, lines: number): void {
    this.#causes.set(reason, (this.#causes.get(reason) ?? 0) + lines);
  }

  /** Anything else worth a count, such as changed copies of a kind. */
  also(what: string): void {
    this.#also.set(what, (this.#also.get(what) ?? 0) + 1);
  }

  get files(): number {
    return this.#sum(...outcomes);
  }

  get named(): number {
    return this.#sum('named');
  }

  #sum(...wanted: readonly Outcome[]): number {
    return [...this.#formats.values()].reduce((sum, row) => sum + wanted.reduce((own, each) => own + row[each], 0), 0);
  }

  report(): string {
    const rows = [...this.#formats].sort().map(([format, row]) => `${format}: ${JSON.stringify(row)}`);
    const counted = [...this.#also].sort().map(([what, count]) => `${what}: ${count}`);
    const causes = [...this.#causes].sort().map(([reason, lines]) => `named, ${reason}: ${lines} lines`);
    return `${[...rows, ...causes, ...counted, ...this.wrong.map((each) => `WRONG ${each}`)].join('\n')}\n`;
  }
}
