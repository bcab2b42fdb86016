/** Time in milliseconds in which a page must show what a test looks for. */
const timeoutMs = 10_000;
const pause = 50;

/**
 * Repeats an assertion on a page until it holds: a page follows an input some frames later.
 * For what is there: that something is absent holds before the page has drawn it, too.
 *
 * @throws the last failure of the assertion, after ten seconds
 */
export async function soon(assertion: () => Promise<unknown>): Promise<void> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (failure) {
      if (Date.now() > end) throw failure;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
