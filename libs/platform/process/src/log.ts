/** The structured log of a process: one JSON line for each request and each background error, on standard output. */
import { pino, type Logger } from 'pino';

export const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export type ProcessLog = Logger;

export interface LoggedError {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
}

/** The logged part of an error: an error of PostgreSQL also has properties with values of rows, which are left out. */
export function loggedError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    message: error.message,
    ...(error.stack === undefined ? {} : { stack: error.stack }),
  };
}

/**
 * @param level default: `info`, and `warn` where the output is a terminal
 * @param write receives whole lines; default: standard output
 */
export function createLog(
  level: LogLevel | undefined,
  write: (line: string) => void = (line) => void process.stdout.write(line),
): ProcessLog {
  return pino(
    {
      level: level ?? (process.stdout.isTTY ? 'warn' : 'info'),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: loggedError },
    },
    { write },
  );
}
