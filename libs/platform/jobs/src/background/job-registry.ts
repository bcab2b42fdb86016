/** The handlers of this process by kind. */
import { defaultMaxAttempts, type JobHandler, type JobKind } from './job-kind.ts';

export interface RegisteredJob {
  readonly kind: JobKind;
  readonly handler: JobHandler;
}

export class JobRegistry {
  readonly #byKind: ReadonlyMap<string, RegisteredJob>;

  /** @throws Error when two handlers have one kind, or a kind is not a dotted name */
  constructor(jobs: readonly RegisteredJob[]) {
    for (const { kind } of jobs) {
      if (!/^[a-z-]+(\.[a-z-]+)+$/.test(kind.kind)) throw new Error(`"${kind.kind}" is no name of a kind of job`);
    }
    this.#byKind = new Map(jobs.map((job) => [job.kind.kind, job]));
    if (this.#byKind.size === jobs.length) return;
    const names = jobs.map(({ kind }) => kind.kind);
    throw new Error(
      `two handlers for a kind of job: ${names.filter((name, at) => names.indexOf(name) < at).join(', ')}`,
    );
  }

  find(kind: string): RegisteredJob | null {
    return this.#byKind.get(kind) ?? null;
  }

  kinds(): JobKind[] {
    return [...this.#byKind.values()].map(({ kind }) => kind);
  }

  handlers(): RegisteredJob[] {
    return [...this.#byKind.values()];
  }
}

export const maxAttemptsOf = ({ maxAttempts }: JobKind): number => maxAttempts ?? defaultMaxAttempts;
