/** Keeps unsent values in this browser, for this person, so that they survive a closed tab and a lost connection. */
import { useEffect, useMemo, useRef } from 'react';

const prefix = 'lawgate.kept.';

export interface Kept<T> {
  /** Values of an earlier time, or null. */
  readonly earlier: T | null;
  /** Must be called at every change. */
  keep(value: T): void;
  /** Must be called when the server has the values, or when the person discards them. */
  discard(): void;
}

/**
 * @param key identifies the form, such as `submit` or `<case>:opinion.give`
 * @param personId keeps the drafts of two people in one browser apart
 */
export function useKeptForm<T>(personId: string, key: string): Kept<T> {
  const place = `${prefix}${personId}.${key}`;
  const waiting = useRef<{ place: string; text: string } | null>(null);

  const write = useMemo(
    () => () => {
      if (waiting.current === null) return;
      try {
        localStorage.setItem(waiting.current.place, waiting.current.text);
      } catch {
        // A full or forbidden storage takes nothing; what is typed still is on the page.
      }
      waiting.current = null;
    },
    [],
  );
  useEffect(() => {
    // Written at intervals, so that typing never waits for the storage.
    const timer = setInterval(write, 500);
    addEventListener('pagehide', write);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  return useMemo(
    () => ({
      earlier: readKept<T>(place),
      keep: (value: T) => (waiting.current = { place, text: JSON.stringify(value) }),
      discard: () => {
        waiting.current = null;
        localStorage.removeItem(place);
      },
    }),
    [place],
  );
}

function readKept<T>(place: string): T | null {
  try {
    const text = localStorage.getItem(place);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
