/**
 * Reasons why an archive is refused. This folder also runs in worker threads, where Node strips the types: syntax that
 * must be compiled (parameter properties, enums) is not allowed.
 */
export type ZipProblem =
  /** Not an archive, truncated, with bytes after its end, or inconsistent. */
  | 'damaged'
  | 'encrypted'
  /** A compression method other than "stored" and "deflate". */
  | 'unsupported-method'
  /** An absolute path, `..`, an empty part or a control character. */
  | 'unsafe-name'
  /** Two names that differ in case only are one: some readers take them for the same file. */
  | 'duplicate-name'
  | 'overlapping-entries'
  | 'too-many-entries'
  | 'entry-too-large'
  | 'archive-too-large'
  | 'ratio-too-high';

const sizeProblems: readonly ZipProblem[] = [
  'too-many-entries',
  'entry-too-large',
  'archive-too-large',
  'ratio-too-high',
];

/** The only error that `openZip` and the archives it returns throw. */
export class ZipError extends Error {
  readonly problem: ZipProblem;

  constructor(problem: ZipProblem, cause?: unknown) {
    super(`zip: ${problem}`, { cause });
    this.name = 'ZipError';
    this.problem = problem;
  }

  /** Whether a limit was exceeded; every other problem is a fault of the archive itself. */
  get isTooLarge(): boolean {
    return sizeProblems.includes(this.problem);
  }
}
