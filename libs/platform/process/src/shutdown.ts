/**
 * Closes opened resources, last opened first, at the first request to stop.
 *
 * A terminal sends Ctrl-C to the whole process group and npm forwards it once more, so the same request arrives several
 * times within moments: those count as one. A second request after two seconds ends the process at once.
 */
export class Shutdown {
  readonly #controller = new AbortController();
  readonly #closers: { name: string; close: () => Promise<void> }[] = [];
  readonly #log: (line: string) => void;
  #requestedAt = 0;
  #running: Promise<number> | undefined;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** Aborted at the first request; steps of the start that still run should stop then. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Registers a resource; it is closed before everything registered so far. */
  opened(name: string, close: () => Promise<void>): void {
    this.#closers.push({ name, close });
  }

  listen(): void {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => this.request());
    }
  }

  request(): void {
    // The monotonic clock, so that a correction of the wall clock does not turn one request into two.
    const now = performance.now();
    if (this.#controller.signal.aborted) {
      if (now - this.#requestedAt > INSIST_AFTER_MS) {
        this.#log('立即退出 (leaving at once)');
        process.exit(130);
      }
      return;
    }
    this.#requestedAt = now;
    if (this.#closers.length > 0) {
      this.#log('正在停止 (stopping)');
    }
    this.#controller.abort();
  }

  /** @returns the exit code: 0, or 1 when something did not close. Takes at most 15 seconds. */
  close(): Promise<number> {
    return (this.#running ??= this.#closeAll());
  }

  async #closeAll(): Promise<number> {
    const impatience = setTimeout(() => {
      this.#log('停止超时，强制退出 (did not stop in time)');
      process.exit(1);
    }, TIMEOUT_MS);
    let code = 0;
    for (const { name, close } of this.#closers.reverse()) {
      try {
        await close();
      } catch (error) {
        code = 1;
        this.#log(`停止 ${name} 时出错 (error while closing): ${(error as Error).message}`);
      }
    }
    clearTimeout(impatience);
    return code;
  }
}

const INSIST_AFTER_MS = 2_000;
const TIMEOUT_MS = 15_000;
