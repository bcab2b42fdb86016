/** Time is an argument everywhere; this port is where it comes from. */
export interface Clock {
  now(): Date;
  /** Looks whether another process has moved the clock; a clock that nobody moves has nothing to look for. */
  catchUp?(): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that is still until somebody sets it; for demonstrations and tests. */
export class SimulatedClock implements Clock {
  #at: Date;
  /** Given where another process sets the time. */
  catchUp?: () => Promise<void>;

  constructor(at: Date) {
    this.#at = at;
  }

  now(): Date {
    return new Date(this.#at);
  }

  /** @throws RangeError when `at` is no valid instant. */
  set(at: Date): void {
    if (Number.isNaN(at.getTime())) throw new RangeError('not a valid instant');
    this.#at = new Date(at);
  }
}
