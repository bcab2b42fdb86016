/** Runs LibreOffice (`soffice` on the PATH) to convert documents. */
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { OfficeError } from './office-error.ts';
import { runAlone } from './run-alone.ts';

/** Output formats, with the export filter of each. */
const filters = {
  pdf: 'pdf',
  docx: 'docx:MS Word 2007 XML',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
  html: 'html',
  txt: 'txt:Text (encoded):UTF8',
} as const;
export type OfficeTarget = keyof typeof filters;

export interface OfficeOptions {
  /** Time limit of the program in milliseconds, without the time in which it waits for its turn. Default 120,000. */
  readonly timeoutMs?: number;
  /** Substitutes for fonts that are not installed, by the name of the font, in order of preference. */
  readonly fonts?: Readonly<Record<string, readonly string[]>>;
  /** Name of the import filter, where the extension does not determine it. */
  readonly importFilter?: string;
  /** When aborted, the program is ended at once. */
  readonly signal?: AbortSignal;
}

/** The first start on a machine takes long. */
const defaultTimeoutMs = 120_000;

/** Path of LibreOffice, or null where there is none. Looked up each time, because it may be installed while we run. */
export function officeProgram(searchPath?: string): Promise<string | null> {
  return programOnPath('soffice', searchPath);
}

/** Path of an executable file on the search path, or null where there is none. */
export async function programOnPath(name: string, searchPath = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter)) {
    const program = path.join(folder, name);
    if (
      folder !== '' &&
      (await access(program, constants.X_OK).then(
        () => true,
        () => false,
      ))
    )
      return program;
  }
  return null;
}

/**
 * Converts one document. Conversions run one at a time on a machine, because each takes the memory of a whole
 * LibreOffice.
 *
 * @param from extension of the input format, without a dot
 * @throws OfficeError; the signal's reason when it was aborted
 */
export async function convertOffice(
  bytes: Uint8Array,
  from: string,
  to: OfficeTarget,
  options: OfficeOptions = {},
): Promise<Buffer> {
  const program = await officeProgram();
  if (program === null) throw new OfficeError('not-installed');
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-office-'));
  // The result gets a folder of its own: its name may equal the name of the input.
  const output = path.join(folder, 'output');
  try {
    await writeFile(path.join(folder, `document.${from}`), bytes);
    await convertIn(folder, output, program, [`document.${from}`], to, options);
    return await readFile(path.join(output, `document.${to}`));
  } catch (error) {
    if (error instanceof OfficeError || error === options.signal?.reason) throw error;
    throw new OfficeError('failed', error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Converts these files of a folder in one run; the results are next to them.
 *
 * @throws OfficeError; the signal's reason when it was aborted
 */
export async function convertFiles(
  folder: string,
  names: readonly string[],
  to: OfficeTarget,
  options: OfficeOptions = {},
): Promise<void> {
  const program = await officeProgram();
  if (program === null) throw new OfficeError('not-installed');
  await convertIn(folder, folder, program, names, to, options);
}

async function convertIn(
  folder: string,
  output: string,
  program: string,
  names: readonly string[],
  to: OfficeTarget,
  { timeoutMs = defaultTimeoutMs, fonts = {}, importFilter, signal }: OfficeOptions,
): Promise<void> {
  // A separate profile, so that an open LibreOffice of a user is not used.
  const profile = path.join(folder, 'profile');
  const fontFile = path.join(folder, 'fonts.conf');
  await writeFile(fontFile, fontSubstitutes(folder, fonts));
  await mkdir(path.join(profile, 'user'), { recursive: true });
  await writeFile(path.join(profile, 'user', 'registrymodifications.xcu'), settings);
  await runAlone(
    program,
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...(importFilter === undefined ? [] : [`--infilter=${importFilter}`]),
      '--convert-to',
      filters[to],
      '--outdir',
      output,
      ...names.map((name) => path.join(folder, name)),
    ],
    { timeoutMs, signal, env: { ...process.env, HOME: folder, FONTCONFIG_FILE: fontFile } },
  );
}

function item(component: string, name: string, value: string): string {
  return `<item oor:path="/org.openoffice.${component}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`;
}

/**
 * On a new profile LibreOffice tests its drawing on pictures of 64 MB, which takes 5 of the 6 seconds of a conversion:
 * this profile claims that a later version has already been started. The other settings keep the document from running
 * macros and from loading anything outside of it.
 */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">${[
  item('Setup/Product', 'ooSetupLastVersion', '999.9'),
  item('Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'),
  item('Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'),
  item('Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'),
  item('Office.Writer/Content/Update', 'Link', '0'),
  item('Office.Calc/Content/Update', 'Link', '2'),
  // The settings above do not cover every link, such as the style sheet of an HTML page. A proxy on a port that nothing
  // can listen on makes every request fail at once.
  item('Inet/Settings', 'ooInetProxyType', '2'),
  item('Inet/Settings', 'ooInetNoProxy', ''),
  ...['HTTP', 'HTTPS', 'FTP'].flatMap((protocol) => [
    item('Inet/Settings', `ooInet${protocol}ProxyName`, '127.0.0.1'),
    item('Inet/Settings', `ooInet${protocol}ProxyPort`, '0'),
  ]),
].join('')}</oor:items>
`;

/** The next installed font of its list replaces one that is not installed. */
function fontSubstitutes(folder: string, fonts: Readonly<Record<string, readonly string[]>>): string {
  const aliases = Object.entries(fonts).map(([name, others]) => {
    const families = others.map((family) => `<family>${family}</family>`).join('');
    return `<alias binding="same"><family>${name}</family><accept>${families}</accept></alias>`;
  });
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}<cachedir>${folder}/fonts</cachedir></fontconfig>`;
}
