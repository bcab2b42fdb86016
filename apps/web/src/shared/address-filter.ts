/** The filter of a list is in the URL, so that a figure elsewhere can link to exactly its rows. */
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams, type NavigateOptions } from 'react-router';

export type Change<K extends string> = (changes: Partial<Record<K, string | null | undefined>>) => void;

const withoutStep: NavigateOptions = { replace: true };

/**
 * Changes query parameters of the URL and keeps the others; an empty value removes its parameter. It starts from the
 * present URL, and not from that of the last render: the page is rendered after the URL has changed, and of two changes
 * in between the second would undo the first.
 *
 * @param options the same object at every call; by default no new entry in the browser's history
 */
export function useAddressChange<K extends string = string>(options: NavigateOptions = withoutStep): Change<K> {
  const navigate = useNavigate();
  return useCallback(
    (changes) => {
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries<string | null | undefined>(changes)) {
        if (value === undefined || value === null || value === '') next.delete(name);
        else next.set(name, value);
      }
      void navigate({ search: next.toString() }, options);
    },
    [navigate, options],
  );
}

/**
 * @param names the parameters to read; others are ignored. The same array at every call.
 * @returns the filter, and a function that changes it without a new entry in the browser's history
 */
export function useAddressFilter<K extends string>(names: readonly K[]): [Partial<Record<K, string>>, Change<K>] {
  const [search] = useSearchParams();
  const filter = useMemo(() => {
    const asked = names.flatMap((name) => {
      const value = search.get(name);
      return value === null || value === '' ? [] : [[name, value]];
    });
    return Object.fromEntries(asked) as Partial<Record<K, string>>;
  }, [names, search]);
  return [filter, useAddressChange<K>()];
}
