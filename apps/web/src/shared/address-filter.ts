/** What a list is asked for is in its address, so that a figure elsewhere can link to exactly its rows. */
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams, type NavigateOptions } from 'react-router';

export type Change<K extends string> = (changes: Partial<Record<K, string | null | undefined>>) => void;

const withoutStep: NavigateOptions = { replace: true };

/**
 * Changes what the address asks for and leaves the rest of it alone; an empty value takes its name away.
 * It starts from the address as it is now, and not as it was when the page was last drawn: the page is drawn after the
 * address has changed, and of two changes in between the second would undo the first.
 *
 * @param options the same object at every call; by default no new step in the browser's history
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
 * @param names what the address may ask for; anything else in it is left alone. The same array at every call.
 * @returns what is asked for, and what changes it without a new step in the browser's history
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
