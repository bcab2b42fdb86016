/** The port of text recognition (OCR): pictures of text in, lines with their confidence out. */

/** What was recognised on one page. */
export interface RecognisedPage {
  /** Paragraphs that are not blank, in the order of the page. */
  readonly paragraphs: readonly string[];
  /** Number of lines that were left out because their confidence was too low. */
  readonly unsure: number;
}

/** `limit`: too many pages, too many pixels or too slow; `failed`: the program ended with an error. */
export type RecognitionProblem = 'limit' | 'failed';

export interface PagesToRecognise {
  readonly format: 'pdf' | 'jpg' | 'png';
  readonly bytes: Uint8Array;
  /** Numbers from 1, ascending; a picture has page 1. */
  readonly pages: readonly number[];
  /** When aborted, the running program is ended at once. */
  readonly signal: AbortSignal;
}

export interface TextRecogniser {
  /**
   * Recognises these pages, one at a time. Each page has a result.
   *
   * @throws the signal's reason when it was aborted
   */
  recognise(wanted: PagesToRecognise): Promise<ReadonlyMap<number, RecognisedPage | RecognitionProblem>>;
}

export interface RecognitionLimits {
  /** Maximum pages of one document; the others are named. */
  readonly pages: number;
  /** Maximum pixels of a picture. */
  readonly pixels: number;
  /** Maximum pixels of the longer side of a drawn page. 3508 is A4 with 300 dots an inch. */
  readonly side: number;
  /** Milliseconds for each of the two programs on one page. */
  readonly pageMs: number;
  /** Milliseconds for all pages of one document. */
  readonly documentMs: number;
  /** Minimum confidence of a line in percent: the mean over its characters. */
  readonly confidence: number;
}

export const defaultRecognitionLimits: RecognitionLimits = {
  pages: 100,
  pixels: 50_000_000,
  side: 3508,
  pageMs: 60_000,
  documentMs: 600_000,
  confidence: 50,
};
