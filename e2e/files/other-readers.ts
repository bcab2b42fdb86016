/** The texts that other programs read: LibreOffice, `pdftotext`, and for OFD a plain pass over its XML. */
import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Witness } from './check-text.ts';

const run = promisify(execFile);
const convertMs = 90_000;

const witnesses: Readonly<Record<string, Witness>> = {
  ...{ docx: 'word', docm: 'word', doc: 'word', wps: 'word', rtf: 'word' },
  ...{ xlsx: 'sheet', xlsm: 'sheet', xls: 'sheet', et: 'sheet', ods: 'sheet', pdf: 'pdf', ofd: 'ofd' },
};

/** @throws Error for an extension that no other program reads */
export function witnessOf(name: string): Witness {
  const found = witnesses[path.extname(name).slice(1).toLowerCase()];
  if (found === undefined) throw new Error(`nobody else reads ${name}`);
  return found;
}

/** Every sheet, cells as they are shown, separated by tabs and without quotes; see LibreOffice, "Filter Options". */
const everySheet = 'csv:Text - txt - csv (StarCalc):9,0,76,1,,0,false,true,true,false,false,-1';
const filters = { word: 'txt:Text (encoded):UTF8', sheet: everySheet } as const;

/** @param folder for files of the conversion; @returns null where the program reads no text */
export async function otherText(name: string, bytes: Buffer, folder: string): Promise<string | null> {
  const witness = witnessOf(name);
  if (witness === 'ofd') return textCodes(bytes);
  const own = path.join(folder, path.parse(name).name.slice(0, 40));
  await mkdir(own, { recursive: true });
  // The name in the list may be anything, also an option.
  const input = path.join(own, `given${path.extname(name)}`);
  await writeFile(input, bytes);
  if (witness === 'pdf') return pdfText(input);
  const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
  const made = path.join(own, 'made');
  const convert = [profile, '--headless', '--norestore', '--convert-to', filters[witness], '--outdir', made, input];
  await alone(() => run('soffice', convert, { timeout: convertMs, killSignal: 'SIGKILL' }).catch(() => undefined));
  const names = (await readdir(made).catch(() => [])).sort();
  if (names.length === 0) return null;
  const texts = await Promise.all(names.map((each) => readFile(path.join(made, each), 'utf8')));
  return texts.join('\n').replaceAll('\uFEFF', '');
}

/** LibreOffice with one profile converts nothing while another one uses it. */
let turn: Promise<unknown> = Promise.resolve();
function alone<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work);
  turn = mine;
  return mine;
}

export async function pdfText(file: string): Promise<string | null> {
  const limits = { timeout: convertMs, maxBuffer: 64 * 1024 * 1024 };
  return run('pdftotext', ['-enc', 'UTF-8', file, '-'], limits).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** One line for each text object, of pages, templates and annotations alike. */
function textCodes(bytes: Buffer): string | null {
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(bytes, { filter: ({ name }) => name.toLowerCase().endsWith('.xml') });
  } catch {
    return null;
  }
  return Object.values(entries).flatMap(textObjects).join('\n');
}

function textObjects(xml: Uint8Array): string[] {
  const lines: string[] = [];
  let isCode = false;
  const parser = new SaxesParser();
  parser.on('error', () => undefined);
  parser.on('opentag', ({ name }) => {
    const local = name.slice(name.indexOf(':') + 1);
    if (local === 'TextObject') lines.push('');
    isCode = local === 'TextCode';
  });
  parser.on('closetag', () => (isCode = false));
  parser.on('text', (text) => {
    if (isCode) lines.push((lines.pop() ?? '') + text);
  });
  parser.write(new TextDecoder().decode(xml)).close();
  return lines;
}
