/**
 * Lines of public files that the other program writes and the file does not say: formulas of TeX, results that it calculates
 * again. Each was looked at, and each is listed for its file alone, with the reason.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

interface Invention {
  readonly sha256: string;
  readonly why: string;
  /** As the check names them. */
  readonly lines: readonly string[];
  /** Regular expression of a line that changes from day to day. */
  readonly pattern?: string;
}

const known = JSON.parse(readFileSync(new URL('./inventions.json', import.meta.url), 'utf8')) as readonly Invention[];

/** Whether a line of this file is one that the other program invents. */
export function inventionsIn(bytes: Buffer): (line: string) => boolean {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const own = known.filter((each) => each.sha256 === sha256);
  const lines = new Set(own.flatMap((each) => each.lines.map(plain)));
  return (line) =>
    lines.has(plain(line)) || own.some(({ pattern }) => pattern !== undefined && new RegExp(pattern, 'u').test(line));
}

const plain = (line: string): string => line.replace(/\s/gu, '');
