/** The register as a grid: pages of rows as towns keep them, with filters, search and sort. */
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { DefinitionRegistry } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { conclusionLabel } from '../row-plan.ts';
import { countStatement, maxCounted, pageStatement, type Search } from './entry-statement.ts';
import type { EntryQuery, RegisterEntries, RegisterEntry } from './entry-views.ts';

type EntryRow = Omit<RegisterEntry, 'organisation' | 'categoryLabel' | 'conclusionLabel' | 'statusLabel'> & {
  readonly orgId: string;
  readonly orgCode: string;
  readonly orgName: string;
  readonly sortOn: string | null;
};

export const statusLabels: Readonly<Record<RegisterEntry['status'], string>> = {
  open: '在办',
  concluded: '审结',
  returned: '退回',
  declined: '不予审核',
  withdrawn: '撤回',
};

/** Characters below which the index of trigrams finds nothing. */
const fewestIndexed = 3;
/** Cases that a search by index may give; who finds more is better off reading in order. */
const maxFound = 5_000;

const Cursor = z.tuple([z.iso.date().nullable(), z.uuid()]);

@Injectable()
export class RegisterEntriesService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /**
   * @throws ProblemError 403 `register.entries-forbidden`, 404 for an organisation that is not the person's, 422
   *   `request.cursor-invalid`
   */
  async page(viewer: Principal, query: EntryQuery): Promise<RegisterEntries> {
    requireRegister(viewer);
    const { sort, cursor, limit, ...filters } = query;
    const after = cursor === undefined ? null : decodeCursor(cursor, Cursor);
    return asViewer(this.pool, viewer, async (client) => {
      const paths = await pathsOf(client, viewer, filters.organisation);
      const search = await searchFor(client, filters.q, paths);
      const { text, values } = pageStatement(paths, filters, search, sort, after, limit + 1);
      const found = await client.query<EntryRow>(text, [...values]);
      const shown = found.rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => this.#view(row)),
        next: found.rows.length > limit && last !== undefined ? encodeCursor([last.sortOn, last.id]) : null,
        total:
          after === null
            ? found.rows.length <= limit
              ? { count: found.rows.length, exact: true }
              : await count(client, paths, filters, search)
            : null,
      };
    });
  }

  #view({ orgId, orgCode, orgName, sortOn: _, ...row }: EntryRow): RegisterEntry {
    return {
      ...row,
      organisation: { id: orgId, code: orgCode, name: orgName },
      categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
      conclusionLabel: conclusionLabel(this.definitions, row),
      statusLabel: statusLabels[row.status],
    };
  }
}

/** @throws ProblemError 403 `register.entries-forbidden` */
export function requireRegister({ scope }: Principal): void {
  if (scope === 'organisation') return;
  throw new ProblemError(403, 'register.entries-forbidden', '只有本机关的业务人员可以查看台账。');
}

/** The paths of an organisation and of those below it; equality finds by index under row-level security, a prefix does not. */
export async function pathsOf(client: pg.PoolClient, viewer: Principal, organisation?: string): Promise<string[]> {
  const found = await client.query<{ path: string }>(
    `select below.path from organisation o join organisation below on below.path ^@ o.path
      where o.path ^@ $1 and (o.code = $2 or o.id::text = lower($2)) order by 1`,
    [viewer.orgPath, organisation ?? viewer.orgId],
  );
  if (found.rows.length === 0) throw notFound('该机关');
  return found.rows.map(({ path }) => path);
}

async function searchFor(client: pg.PoolClient, q: string | undefined, paths: readonly string[]): Promise<Search> {
  if (q === undefined) return { contained: null, found: null };
  if ([...q].length < fewestIndexed) return { contained: q, found: null };
  const found = await client.query<{ id: string }>('select register_found($1, $2, $3) as id', [q, paths, maxFound + 1]);
  if (found.rows.length > maxFound) return { contained: q, found: null };
  return { contained: null, found: found.rows.map(({ id }) => id) };
}

async function count(
  client: pg.PoolClient,
  paths: readonly string[],
  filters: Omit<EntryQuery, 'sort' | 'cursor' | 'limit'>,
  search: Search,
): Promise<NonNullable<RegisterEntries['total']>> {
  const { text, values } = countStatement(paths, filters, search);
  const counted = await client.query<{ n: number }>(text, [...values]);
  const n = counted.rows[0]?.n ?? 0;
  return { count: Math.min(n, maxCounted), exact: n <= maxCounted };
}
