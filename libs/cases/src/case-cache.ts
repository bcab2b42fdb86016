/**
 * Cases as this process last wrote them, so that the next event needs no read. The commit compares version and
 * documents with the row, so that a cached case that is not the latest costs a second try and nothing else.
 */
import { LRUCache } from 'lru-cache';
import type { LoadedCase } from './loaded-case.ts';
import type { Viewer } from '@lawgate/database';

/** A case of a usual length takes some 20 KB. */
const maxCases = 1000;

export class CaseCache {
  readonly #cases = new LRUCache<string, LoadedCase>({ max: maxCases });

  /**
   * Only for anyone who sees every case of their own organisation. An adviser's access can be taken from them at any
   * moment, and what an organisation above sees is for row-level security to say: they always read.
   */
  find(viewer: Viewer, caseId: string): LoadedCase | null {
    const known = this.#cases.get(caseId);
    if (known === undefined || viewer.scope !== 'organisation' || viewer.orgPath !== known.orgPath) return null;
    return known;
  }

  /** A finished case has no next event. */
  keep(after: LoadedCase): void {
    if (after.status === 'done') this.#cases.delete(after.id);
    else this.#cases.set(after.id, after);
  }

  drop(caseId: string): void {
    this.#cases.delete(caseId);
  }
}
