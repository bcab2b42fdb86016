/** Measures a rendered page: text by `pdftotext -bbox`, ink by `pdftoppm`. Millimetres from the upper left corner. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Edges of the ink; the boxes of a font do not show where its figures are. */
  readonly top: number;
  readonly bottom: number;
}

export interface MeasuredPage {
  readonly lines: readonly Line[];
  /** Rows of ink that go over most of the type area, with their height. */
  readonly rules: readonly {
    readonly top: number;
    readonly thickness: number;
    readonly left: number;
    readonly right: number;
  }[];
}

const mmPerPoint = 25.4 / 72;
const dpi = 300;
const mmPerPixel = 25.4 / dpi;

export function measure(pdf: Uint8Array): MeasuredPage[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'measure-'));
  try {
    const file = path.join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { maxBuffer: 64 << 20 }).toString();
    return [...boxes.matchAll(/<page[^>]*>([^]*?)<\/page>/g)].map(([, page], index) => {
      execFileSync('pdftoppm', [
        '-r',
        String(dpi),
        '-gray',
        '-f',
        String(index + 1),
        '-l',
        String(index + 1),
        file,
        path.join(folder, `p${index}`),
      ]);
      const image = readGray(folder, index);
      return { lines: linesOf(page ?? '', image), rules: rulesOf(image) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The words with their positions, on each page of a file, by the boxes of its fonts. */
export function placesIn(pdf: string): (readonly Word[])[] {
  const boxes = execFileSync('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 64 << 20 }).toString();
  return [...boxes.matchAll(/<page[^>]*>([^]*?)<\/page>/g)].map(([, page]) => boxesOf(page ?? ''));
}

interface Gray {
  readonly width: number;
  readonly height: number;
  readonly dark: (x: number, y: number) => boolean;
}

function readGray(folder: string, index: number): Gray {
  const names = [`p${index}-${index + 1}.pgm`, `p${index}-0${index + 1}.pgm`];
  const bytes = names
    .map((name) => {
      try {
        return readFileSync(path.join(folder, name));
      } catch {
        return null;
      }
    })
    .find((each) => each !== null);
  if (bytes == null) throw new Error('pdftoppm left no page');
  const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'));
  if (header === null) throw new Error('not a gray page');
  const [width, height, offset] = [Number(header[1]), Number(header[2]), header[0].length];
  return { width, height, dark: (x, y) => (bytes[offset + y * width + x] ?? 255) < 160 };
}

/** Millimetres. */
export interface Word {
  readonly xMin: number;
  readonly xMax: number;
  readonly middle: number;
  readonly height: number;
  readonly text: string;
}

function boxesOf(page: string): Word[] {
  return [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map(
    ([, xMin, yMin, xMax, yMax, text]): Word => {
      const [top, bottom] = [Number(yMin) * mmPerPoint, Number(yMax) * mmPerPoint];
      return {
        xMin: Number(xMin) * mmPerPoint,
        xMax: Number(xMax) * mmPerPoint,
        middle: (top + bottom) / 2,
        height: bottom - top,
        text: text ?? '',
      };
    },
  );
}

function linesOf(page: string, image: Gray): Line[] {
  const lines: Word[][] = [];
  for (const word of boxesOf(page).sort((a, b) => a.middle - b.middle || a.xMin - b.xMin)) {
    const last = lines.at(-1);
    if (last !== undefined && word.middle - (last[0]?.middle ?? 0) < word.height / 2) last.push(word);
    else lines.push([word]);
  }
  return lines.map((line) => {
    const left = Math.min(...line.map(({ xMin }) => xMin));
    const right = Math.max(...line.map(({ xMax }) => xMax));
    const middle = line[0]?.middle ?? 0;
    const ink = inkOf(image, left, right, middle);
    const text = [...line]
      .sort((a, b) => a.xMin - b.xMin)
      .map((word) => word.text)
      .join('');
    return { text, left, right, ...ink };
  });
}

/** The ink that belongs to a line: rows around its middle up to an empty gap. */
function inkOf(image: Gray, left: number, right: number, middle: number): { top: number; bottom: number } {
  const [from, to] = [Math.floor(left / mmPerPixel), Math.ceil(right / mmPerPixel)];
  const inked = (y: number): boolean => {
    for (let x = from; x < to; x += 1) if (image.dark(x, y)) return true;
    return false;
  };
  const gap = Math.round(1.2 / mmPerPixel);
  const reach = (step: number): number => {
    let last = Math.round(middle / mmPerPixel);
    for (let y = last, empty = 0; empty < gap && y > 0 && y < image.height; y += step) {
      if (inked(y)) [last, empty] = [y, 0];
      else empty += 1;
    }
    return last;
  };
  return { top: reach(-1) * mmPerPixel, bottom: (reach(1) + 1) * mmPerPixel };
}

function rulesOf(image: Gray): MeasuredPage['rules'] {
  const rules: { top: number; thickness: number; left: number; right: number }[] = [];
  interface Run {
    readonly from: number;
    readonly rows: number;
    readonly left: number;
    readonly right: number;
  }
  let run = null as Run | null;
  for (let y = 0; y <= image.height; y += 1) {
    const span = y < image.height ? maxRun(image, y) : null;
    if (span !== null && span.length * mmPerPixel > 120) {
      run =
        run === null
          ? { from: y, rows: 1, left: span.from, right: span.from + span.length }
          : { ...run, rows: run.rows + 1 };
    } else if (run !== null) {
      rules.push({
        top: run.from * mmPerPixel,
        thickness: run.rows * mmPerPixel,
        left: run.left * mmPerPixel,
        right: run.right * mmPerPixel,
      });
      run = null;
    }
  }
  return rules;
}

function maxRun(image: Gray, y: number): { from: number; length: number } {
  let best = { from: 0, length: 0 };
  let from = -1;
  for (let x = 0; x <= image.width; x += 1) {
    const dark = x < image.width && image.dark(x, y);
    if (dark && from < 0) from = x;
    if (!dark && from >= 0) {
      if (x - from > best.length) best = { from, length: x - from };
      from = -1;
    }
  }
  return best;
}
