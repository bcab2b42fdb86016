/** Things to do, by time: what happens at one moment may put more on the list. */
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

  /** The next thing with its instant, first come first served within one moment; null when nothing is left. */
  take(): { at: Date; item: T } | null {
    const next = this.#items.shift();
    return next === undefined ? null : { at: new Date(next.at), item: next.item };
  }
}
