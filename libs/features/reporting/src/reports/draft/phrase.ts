/** The content of a placeholder: text, and figures that open their lists. Pure. */

/** One figure of the report. */
export interface DraftFigure {
  /** Also the name of its bookmark, with `_` for characters that a bookmark cannot have. */
  readonly key: string;
  readonly label: string;
  /** The section of the report that contains it. */
  readonly section: string;
  /** A share is 0 to 1; null where it is unknown. */
  readonly value: number | null;
  /** As formatted in the report, without its unit: 「31」, 「95.5%」; 「—（无审结事项）」 for a rate over nothing. */
  readonly text: string;
  readonly unit: string;
  readonly missing: boolean;
  /** Why it is missing, and what to do. */
  readonly reason: string | null;
  /** The page that shows the figure with its rows, relative to the address of the system. */
  readonly link: string;
  /** The API call that lists the rows behind the figure. */
  readonly list: string;
}

export type Piece = string | DraftFigure;

/** The content of a placeholder in a draft. */
export interface Phrase {
  readonly key: string;
  /** May be used in the template instead of the key. */
  readonly label: string;
  readonly pieces: readonly Piece[];
}

/** Names in a template: letters of any script, digits, full stop and hyphen. Nothing that could be a command. */
export const placeholderName = /^[\p{L}\p{N}][\p{L}\p{N}.-]{0,79}$/u;

/** Text in the draft in the place of an unknown figure. */
export function missingMark({ label }: DraftFigure): string {
  return `【待补：${label}】`;
}

export function pieceText(piece: Piece): string {
  if (typeof piece === 'string') return piece;
  return piece.missing ? missingMark(piece) : piece.text;
}
