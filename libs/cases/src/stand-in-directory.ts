/** For whom a person is stand-in (代理). Asked on the way of every request, so what was found is cached for moments. */
import type { CivilDate } from '@lawgate/calendar';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { isId } from '@lawgate/database';

/** Half-open: from `from` to the day before `to`. */
export interface StandingIn {
  readonly person: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface StandIns {
  /** The people for whom `standIn` is stand-in on `day`. */
  stoodInFor(standIn: string, day: CivilDate): Promise<readonly StandingIn[]>;
}

/** On the steady clock of this process: what another process entered is known after that. */
const cacheTtlMs = 5_000;
const maxEntries = 20_000;

export class StandInDirectory implements StandIns {
  readonly #kept = new LRUCache<string, Promise<readonly StandingIn[]>>({
    max: maxEntries,
    ttl: cacheTtlMs,
    ttlResolution: 0,
  });

  constructor(private readonly pool: pg.Pool) {}

  async stoodInFor(standIn: string, day: CivilDate): Promise<readonly StandingIn[]> {
    // The engine's own hand stands in for nobody.
    if (!isId(standIn)) return [];
    const ranges = await this.#ranges(standIn);
    return ranges.length === 0 ? ranges : ranges.filter(({ from, to }) => from <= day && day < to);
  }

  /** Clears the cache; for the process in which a stand-in was entered or ended. */
  dropAll(): void {
    this.#kept.clear();
  }

  /** All ranges, not those of one day: the cached answer holds whatever the day is. */
  #ranges(standIn: string): Promise<readonly StandingIn[]> {
    const kept = this.#kept.get(standIn);
    if (kept !== undefined) return kept;
    const ranges = this.#ask(standIn);
    this.#kept.set(standIn, ranges);
    // An answer that failed is no answer: the next who asks asks the database.
    ranges.catch(() => {
      if (this.#kept.peek(standIn) === ranges) this.#kept.delete(standIn);
    });
    return ranges;
  }

  async #ask(standIn: string): Promise<readonly StandingIn[]> {
    const found = await this.pool.query<{ person: string; name: string; from_on: string; to_on: string }>({
      name: 'stood-in-for',
      text: 'select person, name, from_on, to_on from stood_in_for($1)',
      values: [standIn],
    });
    return found.rows.map(({ person, name, from_on: from, to_on: to }) => ({ person, name, from, to }));
  }
}
