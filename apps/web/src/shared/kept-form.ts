/**
 * What was typed and not yet sent survives a closed tab and a dead connection; it is kept in this browser, for this
 * person.
 */
import { useEffect, useMemo, useRef } from 'react';

const prefix = 'lawgate.kept.';

export interface Kept<T> {
  /** What was left from an earlier time, or null. */
  readonly earlier: T | null;
  /** Call it at every change. */
  keep(value: T): void;
  /** Call it when the server has it, or when the person gives it up. */
  discard(): void;
}

/**
 * @param key says what is typed, such as `submit` or `<case>:opinion.give`
 * @param personId two people at one screen do not find each other's drafts
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
    // Typing never waits for the disk.
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
