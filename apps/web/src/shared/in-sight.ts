import { useEffect, useRef, type RefObject } from 'react';

/**
 * Scrolls a part of the page into view when something else is opened in it: on a narrow screen it is below the list
 * from which it was opened, where the change would not be visible.
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

/**
 * Whether it is in one row with the element before it at the present width; a later change of the width does not
 * scroll.
 */
function isNextToOthers(part: HTMLElement): boolean {
  const list = part.previousElementSibling;
  return list instanceof HTMLElement && list.offsetTop === part.offsetTop;
}
