import { useEffect, useRef, type RefObject } from 'react';

/**
 * Brings a part of the page into sight whenever another thing is opened in it: on a narrow screen it stands beneath the
 * list from which it was opened, where nobody would see that something happened.
 *
 * @param opened what is open; null where nothing is, or where the part stands beside its list
 */
export function useInSight<T extends Element>(opened: string | null): RefObject<T | null> {
  const part = useRef<T>(null);
  useEffect(() => {
    if (opened !== null) part.current?.scrollIntoView({ block: 'start' });
  }, [opened]);
  return part;
}
