/** Words of cases that were taken over from a past register (补录). */

/** In the place of a value that the register does not say. */
export const notRecorded = '未记载';

/** The state of a recorded case in lists; it belongs to no machine. */
export const recordedState = 'recorded';

/** What a rate or an average leaves out; null where nothing is recorded. */
export function leftOutWords(recorded: number): string | null {
  return recorded === 0 ? null : `其中${recorded}件为补录，无数据，未计入`;
}
