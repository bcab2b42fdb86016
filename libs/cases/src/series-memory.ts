/** The last number of each series that this process saw, so that the next can be guessed without asking first. */
import { LRUCache } from 'lru-cache';
import type { Principal } from '@lawgate/contracts';

export interface NumberRequest {
  /** 代字 */
  readonly code: string;
  /** Year of issue. */
  readonly year: number;
  readonly purpose: string;
}

export interface TakenNumber extends NumberRequest {
  readonly number: number;
  readonly text: string;
}

/** 合审〔2023〕31号: no padding, no 第. */
export function numberText(code: string, year: number, number: number): string {
  return `${code}〔${year}〕${number}号`;
}

/** A series for each organisation, year and code (代字). One that is evicted costs a read. */
const maxSeries = 20_000;

export class SeriesMemory {
  readonly #last = new LRUCache<string, number>({ max: maxSeries });

  /**
   * @returns one guess for each request, in order; null where one of the series is not known here, or the viewer may
   *   not write the series themselves (an adviser's event takes its number by the locking way)
   */
  guess(viewer: Pick<Principal, 'scope'>, orgId: string, requests: readonly NumberRequest[]): TakenNumber[] | null {
    if (requests.length === 0) return [];
    if (viewer.scope !== 'organisation') return null;
    const guesses: TakenNumber[] = [];
    for (const request of requests) {
      const last = this.#last.get(keyOf(orgId, request));
      // Two numbers of one series in one event would have to be distinguished by the statement; nobody needs that fast.
      if (last === undefined || guesses.some((other) => keyOf(orgId, other) === keyOf(orgId, request))) return null;
      const number = last + 1;
      guesses.push({ ...request, number, text: numberText(request.code, request.year, number) });
    }
    return guesses;
  }

  remember(orgId: string, taken: readonly TakenNumber[]): void {
    for (const number of taken) {
      const key = keyOf(orgId, number);
      this.#last.set(key, Math.max(number.number, this.#last.get(key) ?? 0));
    }
  }

  forget(orgId: string, requests: readonly NumberRequest[]): void {
    for (const request of requests) this.#last.delete(keyOf(orgId, request));
  }
}

function keyOf(orgId: string, { code, year }: Pick<NumberRequest, 'code' | 'year'>): string {
  return `${orgId} ${code} ${year}`;
}
