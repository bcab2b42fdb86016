/** What a list is asked for stands in its address, so that a figure elsewhere can link to exactly its rows. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

export type Change<K extends string> = (changes: Partial<Record<K, string | undefined>>) => void;

/**
 * @param names what the address may ask for; anything else in it is left alone. The same array at every call.
 * @returns what is asked for, and what changes it without a new step in the browser's history
 */
export function useAddressFilter<K extends string>(names: readonly K[]): [Partial<Record<K, string>>, Change<K>] {
  const [search, setSearch] = useSearchParams();
  const filter = useMemo(() => {
    const asked = names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    });
    return Object.fromEntries(asked) as Partial<Record<K, string>>;
  }, [names, search]);
  const change: Change<K> = useCallback(
    (changes) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value === undefined || value === '') next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setSearch],
  );
  return [filter, change];
}
