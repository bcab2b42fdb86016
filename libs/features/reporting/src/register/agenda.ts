/** A priority queue of tasks by time; handling one may add more. */
export class Agenda<T> {
  readonly #items: { at: number; order: number; item: T }[] = [];
  #order = 0;

  /** @param at ISO instant */
  add(at: string, item: T): void {
    const entry = { at: Date.parse(at), order: this.#order++, item };
    let index = this.#items.length;
    while (index > 0 && (this.#items[index - 1]?.at ?? 0) > entry.at) index -= 1;
    this.#items.splice(index, 0, entry);
  }

  /** The next item with its instant, in order of insertion within one instant; null when nothing is left. */
  take(): { at: Date; item: T } | null {
    const next = this.#items.shift();
    return next === undefined ? null : { at: new Date(next.at), item: next.item };
  }
}
