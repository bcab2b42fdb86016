/**
 * Papers (文书): the text that a workflow gives to each, as a pure function of committed rows. Layout is not a concern of
 * a workflow, and the layout code does not know the texts of a category.
 */
import type { CivilDate } from '@lawgate/calendar';

/** One committed event of the case, from its history row. */
export interface PaperEvent {
  readonly seq: number;
  readonly type: string;
  /** Label of the event. */
  readonly label: string;
  /** ISO instant. */
  readonly at: string;
  /** Civil date of `at` in Asia/Shanghai. */
  readonly on: CivilDate;
  /** Null for the system. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
  readonly to: string;
  // Each event's payload has passed its own schema; the code that reads it knows which event it is.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly payload: any;
  readonly numbers: readonly string[];
  readonly overridden: readonly { readonly rule: string; readonly reason: string }[];
}

/** A signed opinion with its id, so that a sentence can name the opinion that it is based on. */
export interface StepOpinion {
  readonly id: string;
  readonly act: 'adviser' | 'reviewer' | 'director' | 'leader';
  readonly round: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly conclusion: string;
  readonly text: string;
  readonly points: readonly Readonly<Record<string, unknown>>[];
  readonly at: string;
}

export interface PaperClock {
  readonly key: string;
  readonly label: string;
  readonly citation: string | null;
  readonly status: string;
  readonly startedOn: CivilDate;
  readonly limit: number;
  readonly unit: 'workday' | 'day';
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
}

/** The data that a paper may be made from: rows that were committed when its event was, and nothing else. */
export interface PaperSource {
  readonly caseId: string;
  readonly category: string;
  /** Label of the category. */
  readonly categoryLabel: string;
  /** The organisation that reviews and issues. */
  readonly organisation: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly drafter: string;
  readonly round: number;
  /** The event that issues the paper; in a preview the one that would. */
  readonly cause: PaperEvent;
  /** All events up to and including the cause, in order. */
  readonly events: readonly PaperEvent[];
  /** The number that the cause took; null where it takes none, and in a preview. */
  readonly number: string | null;
  readonly opinions: readonly StepOpinion[];
  readonly documents: readonly {
    readonly kind: string;
    readonly name: string;
    readonly version: number;
    readonly sha256: string;
    readonly on: CivilDate;
  }[];
  readonly clocks: readonly PaperClock[];
  /** Papers that were issued before, in order: what a file index lists. */
  readonly papers: readonly {
    readonly kind: string;
    readonly title: string;
    readonly on: CivilDate;
    readonly number: string | null;
  }[];
  /** Years for which the file is kept by the rule set of the case; 0 for ever, null where no period is laid down. */
  readonly retention: number | null;
  /** Names of the people of the case by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** A sentence of an opinion letter, with the ids of the findings and opinions that it is based on. */
export interface LetterLine {
  /** Key of the letter's part. */
  readonly part: string;
  readonly text: string;
  /** Ids of opinions; for a point of an opinion, followed by `#` and the index of the point. */
  readonly from: readonly string[];
}

/** How the letter of a category is assembled. */
export interface LetterSpec {
  /** The parts by key, in their order, with their labels. */
  readonly parts: Readonly<Record<string, string>>;
  /** Key of the part whose lines the unit answers one by one. */
  readonly answered: string;
  readonly draft: (context: never, signed: readonly StepOpinion[]) => readonly LetterLine[];
  /** The letter as it was signed in this round; null before. */
  readonly signed: (context: never, signed: readonly StepOpinion[]) => readonly LetterLine[] | null;
}

export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent?: boolean }
  | {
      readonly kind: 'table';
      /** Widths of the columns as parts of their sum. */
      readonly widths: readonly number[];
      /** True when the first row names the columns. */
      readonly head: boolean;
      /** True for a table of many columns: set in 五号. */
      readonly small?: boolean;
      readonly rows: readonly (readonly string[])[];
    };

/** The text of a paper. */
export interface PaperContent {
  /**
   * `letter` is issued under the issuer's letterhead, `sheet` is a form of the file, `cover` is the first page of a
   * file.
   */
  readonly form: 'letter' | 'sheet' | 'cover';
  readonly title: string;
  readonly number: string | null;
  /** 主送机关 */
  readonly addressee: string | null;
  readonly body: readonly PaperBlock[];
  /** 署名 and 成文日期; null for a form that has its signatures in its table. */
  readonly signature: { readonly by: string; readonly on: CivilDate } | null;
  /** 版记: recipients of copies, who printed it and when. */
  readonly imprint: { readonly copies: string | null; readonly by: string; readonly on: CivilDate } | null;
  /** Further values by placeholder name, for templates of a town. */
  readonly values: Readonly<Record<string, string>>;
}

export interface PaperSpec {
  /** Stable key, such as `opinion-letter`. */
  readonly kind: string;
  /** Title of the paper. */
  readonly title: string;
  /** Event after which it is issued; null for a slip that is only printed on demand. */
  readonly event: string | null;
  readonly compose: (source: PaperSource) => PaperContent;
}
