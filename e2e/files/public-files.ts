/** The public files of the soak: fetched from their repositories by path, checked by SHA-256, never committed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** Maximum bytes of one file; those listed are smaller than 2 MiB. */
const maxBytes = 4 * 1024 * 1024;

export interface PublicFile {
  /** Such as `github:owner/name`. */
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly sha256: string;
}

export async function publicFiles(): Promise<PublicFile[]> {
  return JSON.parse(await readFile(path.join(import.meta.dirname, 'public-files.json'), 'utf8')) as PublicFile[];
}

/** Pages are uploaded under the extension under which office systems hand them in. */
export function uploadNameOf({ path: place, sha256 }: PublicFile): string {
  // A name in a repository may be longer than one that is accepted.
  return `${sha256.slice(0, 12)}${path.extname(place).replace(/^\.(?:html?|mht|mhtml)$/iu, '.doc')}`;
}

/**
 * Reads from `LAWGATE_PUBLIC_FILES`, a folder with one bare git directory `owner+name/repo` for each repository; one
 * that is absent is cloned into it without its files.
 *
 * @throws Error when the repository cannot be cloned, or the file is not the listed one
 */
export async function bytesOf(file: PublicFile): Promise<Buffer> {
  const folder = process.env['LAWGATE_PUBLIC_FILES'] || path.join(tmpdir(), 'lawgate-public-files');
  const name = file.repository.replace('github:', '');
  const directory = path.join(folder, name.replace('/', '+'), 'repo');
  if (
    !(await access(directory).then(
      () => true,
      () => false,
    ))
  ) {
    await mkdir(path.dirname(directory), { recursive: true });
    await run('git', ['clone', '-q', '--bare', '--filter=blob:none', `https://github.com/${name}`, directory]);
  }
  const place = `${file.commit}:${file.path}`;
  const options = { encoding: 'buffer', maxBuffer: maxBytes } as const;
  const { stdout } = await run('git', ['--git-dir', directory, 'cat-file', 'blob', place], options);
  if (createHash('sha256').update(stdout).digest('hex') === file.sha256) return stdout;
  throw new Error(`${file.repository} ${file.path} is not the listed file`);
}
