import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings a part of the page into sight whenever another thing is opened in it: on a narrow screen it is below the
 * list from which it was opened, where nobody would see that something happened.
 *
 * @param opened what is open; null where nothing is
 */
export function useInSight<T extends HTMLElement>(opened: string | null): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    if (opened !== null && part.current !== null && !isNextToOthers(part.current)) {
      part.current.scrollIntoView({ block: 'start' });
    }
  }, [opened]);
  return part;
}

/** In one row with what comes before it, as the screen is now; a width that changes later moves nobody. */
function isNextToOthers(part: HTMLElement): boolean {
  const list = part.previousElementSibling;
  return list instanceof HTMLElement && list.offsetTop === part.offsetTop;
}
