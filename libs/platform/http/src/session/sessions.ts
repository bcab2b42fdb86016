/** Server-side sessions, found by the cookie's token. */
import { hash, randomBytes } from 'node:crypto';
import { scopeOf, type Principal } from '@lawgate/contracts';
import { APP_POOL } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { WALL_TIME, type WallTime } from './wall-time.ts';
import { sqlText } from '../sql-text.ts';

/** A statement that is prepared by its name. */
const statement = (name: string): { name: string; text: string } => ({
  name,
  text: sqlText(name),
});
const openStatement = statement('open-session');
const closeStatement = statement('close-session');
const principalStatement = statement('session-principal');

/** Life of a session after the login in milliseconds, used or not. */
export const sessionLifeMs = 12 * 3_600_000;
/** After this time a deactivated person is logged out in every process. Milliseconds. */
const cacheTtlMs = 5_000;
const maxEntries = 20_000;
const tokenForm = /^[A-Za-z0-9_-]{43}$/;

type PrincipalRow = Omit<Principal, 'scope'> & { readonly expiresAt: string };

@Injectable()
export class Sessions {
  readonly #kept: LRUCache<string, Principal>;
  readonly #asking = new Map<string, Promise<Principal | null>>();

  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(WALL_TIME) private readonly time: WallTime,
  ) {
    this.#kept = new LRUCache({
      max: maxEntries,
      ttl: cacheTtlMs,
      // The time is read at each look-up, so that a session ends exactly at its end.
      ttlResolution: 0,
      perf: { now: () => this.time.now().getTime() },
    });
  }

  /** Opens a session; the returned token is for the cookie and is not stored. */
  async open(personId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.time.now();
    await this.pool.query({
      ...openStatement,
      values: [bytesOf(keyOf(token)), personId, now, new Date(now.getTime() + sessionLifeMs)],
    });
    return token;
  }

  /**
   * Ends a session: at once in this process, by notification shortly afterwards in the others. Ignores unknown tokens.
   */
  async close(token: string): Promise<void> {
    if (!tokenForm.test(token)) return;
    const key = keyOf(token);
    await this.pool.query({ ...closeStatement, values: [bytesOf(key)] });
    this.drop(key);
  }

  /** Drops the cached session; `key` is the hash of its token in hexadecimal. */
  drop(key: string): void {
    this.#kept.delete(key);
    this.#asking.delete(key);
  }

  /** Clears the cache, when notifications may have been missed. */
  dropAll(): void {
    this.#kept.clear();
    this.#asking.clear();
  }

  /**
   * The principal of a token, or null. Usually this is a look-up in a map and returns without a promise, because every
   * request calls it.
   */
  find(token: string): Principal | null | Promise<Principal | null> {
    if (!tokenForm.test(token)) return null;
    const key = keyOf(token);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept;
    const asking = this.#asking.get(key);
    if (asking !== undefined) return asking;
    const answer = this.#ask(key);
    this.#asking.set(key, answer);
    return this.#keep(key, answer);
  }

  async #keep(key: string, answer: Promise<Principal | null>): Promise<Principal | null> {
    try {
      return await answer;
    } finally {
      if (this.#asking.get(key) === answer) this.#asking.delete(key);
    }
  }

  async #ask(key: string): Promise<Principal | null> {
    const result = await this.pool.query<{ answer: PrincipalRow | null }>({
      ...principalStatement,
      values: [bytesOf(key)],
    });
    const row = result.rows[0]?.answer ?? null;
    const now = this.time.now().getTime();
    // A session that was closed during the query is not cached: the notification has removed the query.
    const current = this.#asking.has(key);
    if (row === null || Date.parse(row.expiresAt) <= now) {
      this.#kept.delete(key);
      return null;
    }
    const { expiresAt, ...person } = row;
    const principal: Principal = Object.freeze({ ...person, scope: scopeOf(person.roles) });
    // The cache keeps an entry through the last millisecond of its TTL, and treats 0 as unlimited.
    const ttl = Math.min(cacheTtlMs, Date.parse(expiresAt) - now) - 1;
    if (current && ttl > 0) this.#kept.set(key, principal, { ttl });
    return principal;
  }
}

/** SHA-256 in hexadecimal; the database and this process store only this of a token. */
function keyOf(token: string): string {
  return hash('sha256', token, 'hex');
}

function bytesOf(key: string): Buffer {
  return Buffer.from(key, 'hex');
}
