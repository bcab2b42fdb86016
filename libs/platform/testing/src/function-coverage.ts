/** The functions of the project that run between two moments, by V8's precise coverage of this process. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Session } from 'node:inspector';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(import.meta.dirname, '../../../..');
/** The sources that are counted; tests and fixtures are not. */
const counted = /^(apps|libs|workflows)\/.*(?<!\.(spec|fixtures))\.ts$/;
const notCounted = /^libs\/platform\/testing\//;
/** Node's diagnostics channel. */
const requestStart = 'http.server.request.start';
/** Key under which the module hooks of a test process store the source maps of transformed modules, by URL. */
const keptMaps = Symbol.for('lawgate.source-maps');

export interface RunFunction {
  /** Path of the source from the root of the project. */
  readonly file: string;
  /** Empty for a function without a name. */
  readonly name: string;
  /** First line in the source, from 1. */
  readonly line: number;
  /** Lines in the source, the first and the last included. */
  readonly lines: number;
  readonly calls: number;
}

interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[];
  }[];
}

/** Counts calls from `start` on. Works in processes that run sources or compiled files. */
export class FunctionCoverage {
  readonly #session = new Session();
  #isStarted = false;

  /** Discards earlier counts. */
  start(): void {
    if (!this.#isStarted) {
      this.#isStarted = true;
      this.#session.connect();
      this.#post('Profiler.enable');
    }
    this.#post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    this.#post('Profiler.takePreciseCoverage');
  }

  /**
   * The functions that ran since the start or the last call, sorted by file and line. Loading a module does not count
   * as a function; neither does a default constructor.
   */
  take(): RunFunction[] {
    const { result } = this.#post('Profiler.takePreciseCoverage') as { result: readonly ScriptCoverage[] };
    return result
      .flatMap((script) => runFunctionsOf(script))
      .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
  }

  /**
   * The functions that run from the arrival of a POST to `path` at a server of this process until its answer is passed
   * to the operating system. Not until it is sent: other work of the process may run in between. Counting continues
   * after it.
   */
  answering(path: string): Promise<RunFunction[]> {
    return new Promise((resolve) => {
      const begin = (message: unknown): void => {
        const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
        if (request.method !== 'POST' || request.url !== path) return;
        unsubscribe(requestStart, begin);
        this.start();
        // Emitted by `response.end()` itself; `finish` follows when the connection has taken every byte.
        response.once('prefinish', () => resolve(this.take()));
      };
      subscribe(requestStart, begin);
    });
  }

  stop(): void {
    if (this.#isStarted) this.#session.disconnect();
    this.#isStarted = false;
  }

  /** A session of the same thread answers before `post` returns. */
  #post(method: string, parameters: object = {}): unknown {
    let answer: unknown;
    this.#session.post(method, parameters, (error, result) => {
      if (error !== null) throw error;
      answer = result;
    });
    return answer;
  }
}

function runFunctionsOf({ url, functions }: ScriptCoverage): RunFunction[] {
  if (!url.startsWith('file:') || url.includes('/node_modules/')) return [];
  const run = functions.filter(({ ranges }) => (ranges[0]?.count ?? 0) > 0);
  if (run.length === 0) return [];
  const script = scriptOf(url);
  if (script === null) return [];
  return run.flatMap(({ functionName, ranges }) => {
    const { startOffset, endOffset, count } = ranges[0] as (typeof ranges)[number];
    // The module itself, and the default constructor of a class.
    if (startOffset === 0 && endOffset >= script.code.length) return [];
    if (functionName.startsWith('<') || script.code.startsWith('class', startOffset)) return [];
    const line = script.lineAt(startOffset);
    const lines = script.lineAt(endOffset - 1) - line + 1;
    return [{ file: script.file, name: functionName, line, lines, calls: count }];
  });
}

interface Script {
  readonly file: string;
  readonly code: string;
  /** Line of the source, from 1, for an offset in the code. */
  lineAt(offset: number): number;
}

/** Null for a script that is not one of the counted sources. */
function scriptOf(url: string): Script | null {
  const loaded = fileURLToPath(url);
  const kept = (globalThis as { [keptMaps]?: ReadonlyMap<string, string> })[keptMaps]?.get(url);
  const mapFile = kept ?? `${loaded}.map`;
  const codeFile = kept === undefined ? loaded : mapFile.slice(0, -'.map'.length);
  const read = (): SourceMapPayload => JSON.parse(readFileSync(mapFile, 'utf8')) as SourceMapPayload;
  const file = kept === undefined ? sourceOf(loaded) : path.relative(root, loaded);
  if (!counted.test(file) || notCounted.test(file)) return null;
  const code = readFileSync(codeFile, 'utf8');
  const map = new SourceMap(read());
  const starts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const lineAt = (offset: number): number => {
    const row = starts.findLastIndex((start) => start <= offset);
    const entry = map.findEntry(row, offset - (starts[row] ?? 0));
    return ('originalLine' in entry ? entry.originalLine : row) + 1;
  };
  return { file, code, lineAt };
}

/** The source of a compiled file, from its source map. */
function sourceOf(compiled: string): string {
  if (!compiled.startsWith(root) || !compiled.includes('/dist/')) return '';
  const { sources } = JSON.parse(readFileSync(`${compiled}.map`, 'utf8')) as { sources: readonly string[] };
  return path.relative(root, fileURLToPath(new URL(sources[0] ?? '', pathToFileURL(compiled))));
}
