/** Text recognition by `tesseract` with the Chinese model `chi_sim`; `pdftoppm` draws the pages of a PDF. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { programOnPath } from '../office/convert-office.ts';
import { OfficeError } from '../office/office-error.ts';
import { runAlone } from '../office/run-alone.ts';
import { pixelsOf } from './picture-size.ts';
import { paragraphsOfTsv } from './recognised-lines.ts';
import {
  defaultRecognitionLimits,
  type PagesToRecognise,
  type RecognisedPage,
  type RecognitionLimits,
  type RecognitionProblem,
  type TextRecogniser,
} from './text-recogniser.ts';

const model = 'chi_sim';

/** Paths of the programs that recognition needs. */
export interface RecognitionTools {
  readonly tesseract: string;
  readonly pdftoppm: string;
}

/** Returns the programs, or the names of what is missing of `tesseract`, `chi_sim` and `pdftoppm`. */
export async function recognitionTools(
  searchPath = process.env.PATH ?? '',
): Promise<RecognitionTools | { readonly missing: readonly string[] }> {
  const tesseract = await programOnPath('tesseract', searchPath);
  const pdftoppm = await programOnPath('pdftoppm', searchPath);
  const hasModel = tesseract !== null && (await modelsOf(tesseract)).includes(model);
  if (tesseract !== null && pdftoppm !== null && hasModel) return { tesseract, pdftoppm };
  return {
    missing: [
      ...(tesseract === null ? ['tesseract'] : []),
      ...(hasModel ? [] : [model]),
      ...(pdftoppm === null ? ['pdftoppm'] : []),
    ],
  };
}

function modelsOf(tesseract: string): Promise<string[]> {
  return new Promise((resolve) => {
    execFile(
      tesseract,
      ['--list-langs'],
      { env: cleanEnvironment(tmpdir()), timeout: 10_000 },
      (error, stdout, stderr) => resolve(error === null ? `${stdout}\n${stderr}`.split(/\s+/u) : []),
    );
  });
}

/** Nothing of the server's own environment, which holds passwords. */
function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const { PATH, TESSDATA_PREFIX } = process.env;
  const models = TESSDATA_PREFIX === undefined ? {} : { TESSDATA_PREFIX };
  return { PATH, ...models, HOME: folder, TMPDIR: folder, LC_ALL: 'C.UTF-8', OMP_THREAD_LIMIT: '1' };
}

export function tesseractRecogniser(
  tools: RecognitionTools,
  limits: RecognitionLimits = defaultRecognitionLimits,
): TextRecogniser {
  return { recognise: (wanted) => recognise(tools, limits, wanted) };
}

async function recognise(
  tools: RecognitionTools,
  limits: RecognitionLimits,
  { bytes, format, pages, signal }: PagesToRecognise,
): Promise<Map<number, RecognisedPage | RecognitionProblem>> {
  const results = new Map<number, RecognisedPage | RecognitionProblem>();
  const isTooLarge = format !== 'pdf' && (pixelsOf(bytes, format) ?? Infinity) > limits.pixels;
  const until = performance.now() + limits.documentMs;
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-ocr-'));
  try {
    await writeFile(path.join(folder, `document.${format}`), bytes);
    for (const [index, page] of pages.entries()) {
      signal.throwIfAborted();
      const isOver = isTooLarge || index >= limits.pages || performance.now() >= until;
      results.set(page, isOver ? 'limit' : await pageOf(tools, limits, { folder, format, page, signal }));
    }
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface OnePage extends Pick<PagesToRecognise, 'format' | 'signal'> {
  readonly folder: string;
  readonly page: number;
}

async function pageOf(
  { tesseract, pdftoppm }: RecognitionTools,
  { side, pageMs, confidence }: RecognitionLimits,
  { folder, format, page, signal }: OnePage,
): Promise<RecognisedPage | RecognitionProblem> {
  const options = { timeoutMs: pageMs, signal, env: cleanEnvironment(folder), lock: 'ocr' };
  const document = path.join(folder, `document.${format}`);
  const drawn = path.join(folder, 'page');
  const found = path.join(folder, 'found');
  try {
    if (format === 'pdf') {
      const only = ['-f', String(page), '-l', String(page), '-singlefile'];
      await runAlone(pdftoppm, [...only, '-scale-to', String(side), '-gray', '-png', document, drawn], options);
    }
    await runAlone(tesseract, [format === 'pdf' ? `${drawn}.png` : document, found, '-l', model, 'tsv'], options);
    return paragraphsOfTsv(await readFile(`${found}.tsv`, 'utf8'), confidence);
  } catch (error) {
    if (signal.aborted) throw error;
    return error instanceof OfficeError && error.problem === 'too-slow' ? 'limit' : 'failed';
  } finally {
    // The result of a page must never be taken for that of the next one.
    for (const file of [`${drawn}.png`, `${found}.tsv`]) await rm(file, { force: true });
  }
}
