/** Process lifecycle: settings, start, graceful shutdown, exit code. */
import { createLog, type ProcessLog } from './log.ts';
import { readSettings, type Settings } from './settings.ts';
import { Shutdown } from './shutdown.ts';

export interface ProcessContext {
  readonly settings: Settings;
  /** Registers opened resources to be closed at the end. */
  readonly shutdown: Shutdown;
  /** Lines for the person who started the process. */
  readonly log: (line: string) => void;
  /** Structured lines: requests and background errors. */
  readonly logger: ProcessLog;
  /** Ends the process because of an error that cannot be corrected while it runs. */
  readonly fail: (reason: unknown) => void;
}

/**
 * Runs `start`, waits until the process is asked to stop, closes everything and exits: 0 after a graceful end, 1 when
 * something failed. A known error is printed as one line with its code; only an unknown one with its stack.
 */
export async function runProcess(start: (context: ProcessContext) => Promise<void>): Promise<never> {
  const log = (line: string): void => {
    process.stdout.write(`${line}\n`);
  };
  const shutdown = new Shutdown(log);
  // Set by a fatal error; the shutdown still runs in order, but the exit code reports it.
  let failed = false;

  const fail = (reason: unknown): void => {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    const { code } = error as NodeJS.ErrnoException;
    const known = typeof code === 'string' && /^[a-z]+\.[a-z-]+$/.test(code);
    failed = true;
    process.stderr.write(`Lawgate 出错 (error) [${known ? code : 'internal'}]: ${error.message}\n`);
    if (!known) process.stderr.write(`${error.stack}\n`);
    shutdown.request();
  };

  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  shutdown.listen();
  try {
    const settings = readSettings(process.env);
    await start({ settings, shutdown, log, logger: createLog(settings.logLevel), fail });
    await stopRequested(shutdown.signal);
  } catch (error) {
    if (!shutdown.signal.aborted) fail(error);
  }
  const code = await shutdown.close();
  if (!failed && code === 0) log('已停止 (stopped)');
  process.exit(failed ? 1 : code);
}

function stopRequested(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}
