/** Converts docx to PDF with LibreOffice, where it is installed (`soffice` on the PATH). */
import { execFile } from 'node:child_process';
import { access, constants, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProblemError } from '@lawgate/contracts';
import { fonts } from './page/figures.ts';

/** Timeout in milliseconds; the first start on a machine takes long. */
const timeoutMs = 120_000;

/** Path of the program, or null where there is none. Looked up each time, because it may be installed while we run. */
export async function soffice(searchPath = process.env.PATH ?? ''): Promise<string | null> {
  for (const folder of searchPath.split(path.delimiter)) {
    const program = path.join(folder, 'soffice');
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

let turn: Promise<unknown> = Promise.resolve();

/**
 * Runs one conversion at a time, because each takes the memory of a whole LibreOffice.
 *
 * @throws ProblemError 409 `paper.pdf-unavailable`, 503 `paper.pdf-failed`
 */
export async function toPdf(docx: Uint8Array): Promise<Buffer> {
  const program = await soffice();
  if (program === null) {
    throw new ProblemError(
      409,
      'paper.pdf-unavailable',
      '本服务器未安装 LibreOffice，不能转换为 PDF，请下载 Word 文档（docx），或者请管理员安装后重试。',
    );
  }
  const mine = turn.then(() => convert(program, docx));
  turn = mine.catch(() => {});
  return mine;
}

async function convert(program: string, docx: Uint8Array): Promise<Buffer> {
  // A separate profile, so that an open LibreOffice of a user is not used; it is deleted afterwards.
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-pdf-'));
  try {
    await writeFile(path.join(folder, 'paper.docx'), docx);
    await convertIn(folder, program, ['paper.docx']);
    return await readFile(path.join(folder, 'paper.pdf'));
  } catch (error) {
    process.emitWarning(`no PDF: ${error instanceof Error ? error.message : String(error)}`);
    throw new ProblemError(503, 'paper.pdf-failed', '转换为 PDF 失败，请稍后重试，或者下载 Word 文档（docx）。');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Converts these docx files of a folder to PDF, in one run. @throws Error when the program fails or takes too long */
export async function convertIn(folder: string, program: string, names: readonly string[]): Promise<void> {
  await writeFile(path.join(folder, 'fonts.conf'), fontSubstitutes(folder));
  await mkdir(path.join(folder, 'profile', 'user'), { recursive: true });
  await writeFile(path.join(folder, 'profile', 'user', 'registrymodifications.xcu'), usedBefore);
  const profile = pathToFileURL(path.join(folder, 'profile')).href;
  await new Promise<void>((resolve, reject) => {
    execFile(
      program,
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${profile}`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...names.map((name) => path.join(folder, name)),
      ],
      {
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        env: { ...process.env, HOME: folder, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
      },
      (error) => (error === null ? resolve() : reject(error)),
    );
  });
}

/**
 * On a new profile LibreOffice tests its drawing on pictures of 64 MB, which takes 5 of the 6 seconds of a conversion.
 * This profile claims that a later version has already been started.
 */
const usedBefore = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>999.9</value></prop></item></oor:items>
`;

/** Substitutes for fonts that are not installed: the next installed one in their list. */
function fontSubstitutes(folder: string): string {
  const aliases = Object.values(fonts).map(([name, ...others]) => {
    const families = others.map((family) => `<family>${family}</family>`).join('');
    return `<alias binding="same"><family>${name}</family><accept>${families}</accept></alias>`;
  });
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}<cachedir>${folder}/fonts</cachedir></fontconfig>`;
}
