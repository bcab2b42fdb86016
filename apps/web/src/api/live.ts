/** Shows changes by other people without a reload: the stream contains ids, and the shown data is requested again. */
import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys.ts';

/** @returns a function that ends it */
export function followLive(queries: QueryClient): () => void {
  const source = new EventSource('/api/events/stream');
  source.addEventListener('case', (event) => {
    const { id } = JSON.parse((event as MessageEvent<string>).data) as { id: string };
    void queries.invalidateQueries({ queryKey: keys.case(id) });
    void queries.invalidateQueries({ queryKey: keys.lists });
  });
  source.addEventListener('notification', () => {
    void queries.invalidateQueries({ queryKey: keys.notifications });
    void queries.invalidateQueries({ queryKey: keys.lists });
  });
  let opened = false;
  source.addEventListener('open', () => {
    // Messages during a gap are not repeated.
    if (opened) void queries.invalidateQueries();
    opened = true;
  });
  return () => source.close();
}
