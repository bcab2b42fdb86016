import { ProblemError } from '@lawgate/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { WALL_TIME, type WallTime } from '@lawgate/http';

/** The window in which failures count, in milliseconds. */
const windowMs = 15 * 60_000;
const limits = { user: 10, address: 50 } as const;
/** Maximum number of stored keys, so that a flood of invented user names cannot fill the memory. */
const maxKeys = 20_000;

export class TooManyAttemptsError extends ProblemError {
  constructor(
    /** Whole seconds until the next attempt is accepted, for `Retry-After`. */
    readonly retryAfter: number,
  ) {
    const minutes = Math.ceil(retryAfter / 60);
    super(429, 'auth.too-many-attempts', `登录失败次数过多，请约${minutes}分钟后再试；如忘记密码，请联系系统管理员。`);
  }
}

/**
 * Counts failed logins for each user name (existing or not, so that nothing is revealed) and for each address.
 *
 * The counts are in the memory of this process: several api processes each allow the full number, and a restart clears
 * them. That is enough to make guessing infeasible, and needs no write during a login.
 */
@Injectable()
export class LoginThrottle {
  readonly #failures = new Map<string, number[]>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(@Inject(WALL_TIME) private readonly time: WallTime) {}

  /**
   * Runs one attempt. Null from `work` is a failed login and counts; an exception is a fault of the server and does
   * not.
   *
   * Attempts on one user name run one after another, so that of a thousand concurrent ones no more than the limit are
   * accepted.
   *
   * @throws TooManyAttemptsError without running it
   */
  async attempt<T>(username: string, address: string, work: () => Promise<T | null>): Promise<T | null> {
    const before = this.#turns.get(username) ?? Promise.resolve();
    const mine = before.then(() => this.#judge(username, address, work));
    const settled = mine.then(
      () => {},
      () => {},
    );
    this.#turns.set(username, settled);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(username) === settled) this.#turns.delete(username);
    }
  }

  async #judge<T>(username: string, address: string, work: () => Promise<T | null>): Promise<T | null> {
    const [user, from] = [`user ${username}`, `from ${address}`];
    const wait = Math.max(this.#wait(user, limits.user), this.#wait(from, limits.address));
    if (wait > 0) throw new TooManyAttemptsError(Math.ceil(wait / 1000));
    const answer = await work();
    if (answer === null) {
      this.#count(user);
      this.#count(from);
    }
    return answer;
  }

  /** Milliseconds until one more attempt is allowed; 0 if it is allowed now. */
  #wait(key: string, limit: number): number {
    const now = this.time.now().getTime();
    const recent = this.#recent(key, now);
    const decisive = recent.at(-limit);
    return decisive === undefined ? 0 : decisive + windowMs - now;
  }

  #recent(key: string, now: number): number[] {
    return (this.#failures.get(key) ?? []).filter((at) => at > now - windowMs);
  }

  #count(key: string): void {
    const now = this.time.now().getTime();
    const recent = this.#recent(key, now);
    recent.push(now);
    // Deleted and set again, so that the map is ordered by the last failure.
    this.#failures.delete(key);
    this.#failures.set(key, recent);
    if (this.#failures.size <= maxKeys) return;
    for (const [old, times] of this.#failures) {
      const last = times.at(-1) ?? 0;
      if (this.#failures.size <= maxKeys && last > now - windowMs) break;
      this.#failures.delete(old);
    }
  }
}
