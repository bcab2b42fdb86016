/** The register as a grid: pages of rows as towns keep them, with filters, search and sort. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { Database, type Transaction } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { DefinitionRegistry } from '@lawgate/cases';
import { Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import { findPaths } from '../../places.ts';
import type { ReportingTables } from '../../tables.ts';
import { conclusionLabel } from '../conclusions.ts';
import { countEntries, entryPage, maxCounted, type Search } from './entry-page.ts';
import type { EntryFilters, EntryQuery, RegisterEntries, RegisterEntry } from './entry-views.ts';

type Tx = Transaction<ReportingTables>;

type EntryRow = Awaited<ReturnType<ReturnType<typeof entryPage>['executeTakeFirstOrThrow']>>;

const statusLabels: Readonly<Record<RegisterEntry['status'], string>> = {
  open: '在办',
  concluded: '审结',
  returned: '退回',
  declined: '不予审核',
  withdrawn: '撤回',
};

/** Minimum number of characters for which the trigram index is used. */
const fewestIndexed = 3;
/** Maximum number of cases that a search by index may return; with more hits, reading in order is cheaper. */
const maxFound = 5_000;

const Cursor = z.tuple([z.iso.date().nullable(), z.uuid()]);

@Injectable()
export class RegisterEntriesService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /**
   * @throws ProblemError 403 `register.entries-forbidden`, 404 for an organisation that is not the person's own or
   * below, 422 `request.cursor-invalid`
   */
  async page(viewer: Principal, query: EntryQuery): Promise<RegisterEntries> {
    requireRegister(viewer);
    const { sort, cursor, limit, ...filters } = query;
    const after = cursor === undefined ? null : decodeCursor(cursor, Cursor);
    return this.database.as(viewer, async (tx) => {
      const paths = await findPaths(tx, viewer, filters.organisation);
      const search = await searchFor(tx, filters.q, paths);
      const found = await entryPage(tx, paths, filters, search, sort, after, limit + 1).execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => this.#view(row)),
        next: found.length > limit && last !== undefined ? encodeCursor([last.sortOn, last.id]) : null,
        total:
          after === null
            ? found.length <= limit
              ? { count: found.length, exact: true }
              : await count(tx, paths, filters, search)
            : null,
      };
    });
  }

  #view({ orgId, orgCode, orgName, outcome, reason, sortOn: _, undated, ...row }: EntryRow): RegisterEntry {
    const status = outcome ?? 'open';
    return {
      ...row,
      receivedOn: undated.includes('received') ? null : row.receivedOn,
      endedOn: outcome !== null && undated.includes(outcome) ? null : row.endedOn,
      status,
      organisation: { id: orgId, code: orgCode, name: orgName },
      categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
      conclusionLabel: conclusionLabel(this.definitions, row),
      statusLabel: statusLabelOf(row, status),
      note: outcome === 'concluded' && !row.recorded ? null : reason,
    };
  }
}

/** A register that names no outcome does not say that the case is still open. */
export function statusLabelOf({ recorded }: { readonly recorded: boolean }, status: RegisterEntry['status']): string {
  return recorded && status === 'open' ? '结果未记载' : statusLabels[status];
}

/** @throws ProblemError 403 `register.entries-forbidden` */
export function requireRegister({ scope }: Principal): void {
  if (scope === 'organisation') return;
  throw new ProblemError(403, 'register.entries-forbidden', '只有本机关的业务人员可以查看台账。');
}

async function searchFor({ db }: Tx, q: string | undefined, paths: readonly string[]): Promise<Search> {
  if (q === undefined) return { contained: null, found: null };
  if ([...q].length < fewestIndexed) return { contained: q, found: null };
  const { rows } = await sql<{ id: string }>`select register_found(${q}, ${paths}, ${maxFound + 1}) as id`.execute(db);
  return rows.length > maxFound ? { contained: q, found: null } : { contained: null, found: rows.map(({ id }) => id) };
}

async function count(
  tx: Tx,
  paths: readonly string[],
  filters: EntryFilters,
  search: Search,
): Promise<NonNullable<RegisterEntries['total']>> {
  const n = await countEntries(tx, paths, filters, search);
  return { count: Math.min(n, maxCounted), exact: n <= maxCounted };
}
