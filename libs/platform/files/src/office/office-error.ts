/**
 * Reasons why a conversion gave nothing. This folder also runs in worker threads, where Node strips the types: syntax
 * that must be compiled (parameter properties, enums) is not allowed.
 */
export type OfficeProblem =
  /** No `soffice` on the PATH. */
  | 'not-installed'
  /** The program ended without a result: the document is damaged, encrypted, or of another format. */
  | 'failed'
  | 'too-slow';

/** The only error that the conversions throw, apart from the reason of an aborted signal. */
export class OfficeError extends Error {
  readonly problem: OfficeProblem;

  constructor(problem: OfficeProblem, cause?: unknown) {
    super(`office: ${problem}`, { cause });
    this.name = 'OfficeError';
    this.problem = problem;
  }
}
