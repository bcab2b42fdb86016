/** Numbers of footnotes and endnotes, in the order in which the text refers to them. */
import { formatNumber } from './number-format.ts';
import { walkXml } from './xml.ts';

type NoteKind = 'footnote' | 'endnote';

interface Series {
  format: string;
  start: number;
  readonly ids: Map<string, number>;
}

export class NoteNumbers {
  readonly #series: Record<NoteKind, Series> = {
    footnote: { format: 'decimal', start: 1, ids: new Map() },
    endnote: { format: 'lowerRoman', start: 1, ids: new Map() },
  };

  /**
   * Reads the format of the numbers; the last section that names one decides.
   *
   * @param part settings, or the body with its sections
   * @throws ReadError `damaged`
   */
  readFormat(part: Buffer | null): void {
    if (part === null) return;
    let series: Series | null = null;
    walkXml(part, {
      open: ({ name, attributes: { val = '' } }) => {
        if (name === 'w:footnotePr') series = this.#series.footnote;
        if (name === 'w:endnotePr') series = this.#series.endnote;
        if (series === null) return;
        if (name === 'w:numFmt') series.format = val;
        if (name === 'w:numStart') series.start = Number(val);
      },
      close: (name) => {
        if (name === 'w:footnotePr' || name === 'w:endnotePr') series = null;
      },
    });
  }

  /** The number of a note: the next one where it has none yet. */
  numberOf(kind: NoteKind, id: string): string {
    const { format, start, ids } = this.#series[kind];
    const number = ids.get(id) ?? ids.size;
    ids.set(id, number);
    return formatNumber(start + number, format);
  }
}
