/** What a live case of the demonstration consists of: its matter, its papers, and who did what on which day. */

export type Who = 'clerk' | 'intake' | 'adviser' | 'adviser2' | 'director' | 'leader' | 'archivist';

/** Working days before today, and the time of that day in Beijing, `HH:MM`. */
export type When = readonly [workingDaysAgo: number, time: string];

/** What a payload may refer to: days relative to today, and ids of people. */
export interface Around {
  /** The day `workingDays` before today, `YYYY-MM-DD`. */
  before(workingDays: number): string;
  /** The day `days` calendar days after today, `YYYY-MM-DD`. */
  after(days: number): string;
  /** Id of a person. */
  person(who: Who): string;
}

type Payload = Readonly<Record<string, unknown>>;

export type Act = readonly [when: When, by: Who, type: string, payload?: Payload | ((around: Around) => Payload)];

export interface LiveCase {
  readonly category: string;
  readonly title: string;
  /** Name of the file in `data/cases` that has the texts of its materials. */
  readonly materials: string;
  readonly fields: Payload | ((around: Around) => Payload);
  readonly drafted: When;
  readonly acts: readonly Act[];
  /** The contract as it was signed and sealed, which the clerk hands in, compares and accepts. */
  readonly sealed?: {
    readonly when: When;
    /** Name of the file in `data/cases` that has its text. */
    readonly materials: string;
    /** Why it may differ from the reviewed text. */
    readonly reason: string;
  };
}

export const vouched = { vouched: true } as const;

type Finding = 'ok' | 'problem' | 'not-applicable';

/** The points of a review: by question, what was found, and why. */
export function points(findings: Readonly<Record<string, readonly [Finding, string]>>) {
  return Object.entries(findings).map(([point, [finding, reason]]) => ({ point, finding, reason }));
}
