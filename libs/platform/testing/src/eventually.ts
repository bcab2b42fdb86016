/** Polls until the condition holds, for effects of another connection or process. */
export async function eventually<T>(
  ask: () => Promise<T> | T,
  enough: (answer: T) => boolean,
  deadlineMs = 90_000,
): Promise<T> {
  const until = Date.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (Date.now() > until)
      throw new Error(`not within ${deadlineMs} ms; the last answer was ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
