/** Places refusals in the history of a case, and joins repeated ones. Pure. */
import type { RefusalMet } from '@lawgate/client';

/** A refusal as it is shown: the newest of equal ones that follow each other. */
export interface RefusalLine extends RefusalMet {
  /** Instants of all of them, the newest first. */
  readonly times: readonly string[];
}

/** The same person was refused the same act by the same rules in the same words. */
function sameRefusal(one: RefusalMet, other: RefusalMet): boolean {
  const words = ({ refusals }: RefusalMet) => JSON.stringify(refusals.map(({ rule, message }) => [rule, message]));
  return one.by.id === other.by.id && one.event === other.event && words(one) === words(other);
}

/** @param refusals the newest first */
export function refusalLines(refusals: readonly RefusalMet[]): RefusalLine[] {
  const lines: RefusalLine[] = [];
  for (const refusal of refusals) {
    const last = lines.at(-1);
    if (last !== undefined && sameRefusal(last, refusal)) {
      lines[lines.length - 1] = { ...last, times: [...last.times, refusal.at] };
    } else {
      lines.push({ ...refusal, times: [refusal.at] });
    }
  }
  return lines;
}

/**
 * Both, the newest first. A refusal belongs after the history row of its version, whatever the clock of the server
 * showed.
 */
export function withRefusals<Row extends { readonly seq: number }>(
  history: readonly Row[],
  refusals: readonly RefusalMet[],
): ({ readonly row: Row } | { readonly refusal: RefusalLine })[] {
  const lines = refusalLines(refusals);
  const newestFirst = [...history].sort((one, other) => other.seq - one.seq);
  const newest = newestFirst[0]?.seq ?? 0;
  // A case that was read before its refusals may lack rows: those refusals come first.
  const ahead = lines.filter(({ version }) => version > newest);
  return [
    ...ahead.map((refusal) => ({ refusal })),
    ...newestFirst.flatMap((row) => [
      ...lines.filter(({ version }) => version === row.seq).map((refusal) => ({ refusal })),
      { row },
    ]),
  ];
}
