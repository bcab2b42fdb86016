/** The archive: contents of a file, archived cases, and their retention. */
import { civilDateOf } from '@lawgate/calendar';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { disposableOn, retentionKey, retentionLabel, retentionOf } from '@lawgate/engine';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import {
  CaseRuntime,
  logRows,
  citationsOf,
  DefinitionRegistry,
  parametersOf,
  RuleSetStore,
  type LoadedCase,
} from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type pg from 'pg';
import { z } from 'zod';
import type { CaseFileTables } from '../tables.ts';
import type { ArchivedCase, ArchivePage, ArchiveQuery, CountPages, FileIndexView } from './archive-views.ts';
import { PageCountEntity } from './archive.entity.ts';
import { attachmentsOf } from './attachments.ts';
import { fileIndex } from './file-index.ts';
import { sqlText } from '../sql-text.ts';

type Tx = Transaction<CaseFileTables>;

/** Archived cases with what they left in the books. */
export const archivedCases = ({ db }: Tx) =>
  db
    .selectFrom('review_case as c')
    .innerJoin('fact as a', (join) => join.onRef('a.caseId', '=', 'c.id').on('a.kind', '=', sql.lit('archived')))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('archive_hand_over_case as x')
          .innerJoin('archive_hand_over as o', 'o.id', 'x.handOverId')
          .select(['o.id', 'o.receiver', 'o.handedAt'])
          .whereRef('x.caseId', '=', 'c.id')
          .orderBy('o.handedAt', 'desc')
          .limit(sql.lit(1))
          .as('h'),
      (join) => join.onTrue(),
    )
    .select(['c.id', 'c.orgId', 'c.orgPath', 'c.category', 'c.title', 'c.definitionVersion', 'c.rulesetVersion'])
    .select(['c.lastHash', 'a.onDate as archivedOn'])
    .select(['h.id as handOverId', 'h.receiver', 'h.handedAt as handedOverAt'])
    .select(sql<string | null>`fact_file_number(a.detail)`.as('fileNumber'))
    .select((eb) =>
      eb
        .selectFrom('document_number as n')
        .select('n.text')
        .whereRef('n.caseId', '=', 'c.id')
        .where('n.voidReason', 'is', null)
        .where('n.purpose', '=', sql.lit('审查意见书'))
        .orderBy('n.takenAt', 'desc')
        .limit(sql.lit(1))
        .as('number'),
    )
    .where('c.status', '=', sql.lit('done' as const));

export type ArchivedRow = Awaited<ReturnType<ReturnType<typeof archivedCases>['executeTakeFirstOrThrow']>>;

const ArchiveCursor = z.tuple([z.iso.date(), z.uuid()]);

@Injectable()
export class ArchiveService {
  constructor(
    private readonly database: Database<CaseFileTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runtime: CaseRuntime,
    private readonly definitions: DefinitionRegistry,
    private readonly ruleSets: RuleSetStore,
  ) {}

  /** The index of a case's file, for anyone who may see the case. @throws ProblemError 404 */
  async index(principal: Principal, caseId: string): Promise<FileIndexView> {
    const { case: loaded } = await this.runtime.read(principal, caseId);
    return this.database.as(principal, (tx) => this.#index(tx, loaded));
  }

  /**
   * Stores page counts of the archivist, also for a case that has ended: a count belongs to the file and does not
   * change the case.
   *
   * @throws ProblemError 403 `case.read-only`; 404; 422 `archive.item-unknown`
   */
  async countPages(principal: Principal, caseId: string, { pages }: CountPages): Promise<FileIndexView> {
    const { case: loaded } = await this.runtime.read(principal, caseId);
    if (loaded.orgId !== principal.orgId) {
      throw new ProblemError(403, 'case.read-only', '上级机关对下级的案件只能查看，不能办理。');
    }
    return this.database.as(principal, async (tx) => {
      const known = new Set((await attachmentsOf(tx, loaded)).map(({ id }) => id));
      if (pages.some(({ id }) => !known.has(id.toLowerCase()))) {
        throw new ProblemError(422, 'archive.item-unknown', '有的文件不在这个案卷里，请刷新卷内目录后再填写。');
      }
      const at = this.clock.now();
      const counts = pages.map((page) => ({ ...page, countId: newId() }));
      for (const { id, countId, pages: counted } of counts) {
        tx.em.create(PageCountEntity, {
          id: countId,
          caseId,
          orgPath: loaded.orgPath,
          itemId: id,
          pages: counted,
          enteredBy: principal.id,
          enteredByName: principal.name,
          enteredAt: at,
        });
      }
      await tx.flush();
      const rows = counts.map(({ countId }) => ({ in: 'page_count', key: { id: countId } }));
      await logRows(tx.client, { caseId, type: 'pages.counted', actor: principal, at, rows });
      return this.#index(tx, loaded);
    });
  }

  /** Archived cases that the person may see, the newest first. */
  async list(principal: Principal, { year, category, cursor, limit }: ArchiveQuery): Promise<ArchivePage> {
    requireWholeOrganisation(principal);
    const after = cursor === undefined ? null : decodeCursor(cursor, ArchiveCursor);
    return this.database.as(principal, async (tx) => {
      let page = archivedCases(tx);
      if (year !== undefined) page = page.where('a.year', '=', year);
      if (category !== undefined) page = page.where('c.category', '=', category);
      if (after !== null) {
        page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('a.onDate', 'c.id'), '<', tuple(...after)));
      }
      const found = await page
        .orderBy('a.onDate', 'desc')
        .orderBy('c.id', 'desc')
        .limit(limit + 1)
        .execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const items: ArchivedCase[] = [];
      for (const row of shown) items.push(await this.#archived(tx.client, row));
      return {
        items,
        next: found.length > limit && last ? encodeCursor([last.archivedOn, last.id]) : null,
      };
    });
  }

  /** The retention of the file, by the rule set of its case. */
  async retention(
    client: pg.PoolClient,
    {
      category,
      definitionVersion,
      rulesetVersion,
      archivedOn,
    }: Pick<ArchivedRow, 'category' | 'definitionVersion' | 'rulesetVersion' | 'archivedOn'>,
  ): Promise<ArchivedCase['retention']> {
    const definition = this.definitions.find(category, definitionVersion);
    if (definition === null) return { years: null, label: '未规定', citation: null, disposableOn: null, due: false };
    const set = await this.ruleSets.of(rulesetVersion, client);
    const years = retentionOf(definition, parametersOf(set, definition));
    const on = disposableOn(archivedOn, years);
    return {
      years,
      label: retentionLabel(years),
      citation: citationsOf(set, definition)[retentionKey] ?? definition.parameters[retentionKey]?.citation ?? null,
      disposableOn: on,
      due: on !== null && on <= civilDateOf(this.clock.now()),
    };
  }

  /** Items and pages of one case, as the hand-over list says them. */
  async countOf({ client, db }: Tx, caseId: string): Promise<{ items: number; pages: number | null }> {
    const items = await db
      .selectFrom('document')
      .select('id')
      .where('caseId', '=', caseId)
      .unionAll(db.selectFrom('paper').select('id').where('caseId', '=', caseId))
      .execute();
    const pages = await pagesOf(client, caseId);
    const counts = items.map(({ id }) => pages.get(id));
    const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
    return { items: counts.length, pages: counts.includes(undefined) ? null : sum };
  }

  async #index(tx: Tx, loaded: LoadedCase): Promise<FileIndexView> {
    const materials = this.definitions.find(loaded.category, loaded.stored.definitionVersion)?.materials ?? [];
    const items = fileIndex(await attachmentsOf(tx, loaded), materials, await pagesOf(tx.client, loaded.id));
    const missing = items.filter(({ pages }) => pages === null).length;
    const { id, title, category, status } = loaded;
    return {
      case: { id, title, category, status },
      items,
      pages: missing > 0 ? null : (items.at(-1)?.to ?? 0),
      missing,
    };
  }

  async #archived(client: pg.PoolClient, row: ArchivedRow): Promise<ArchivedCase> {
    return {
      id: row.id,
      title: row.title,
      category: row.category,
      categoryLabel: this.definitions.find(row.category)?.label ?? row.category,
      organisation: { id: row.orgId, path: row.orgPath },
      number: row.number,
      fileNumber: row.fileNumber,
      archivedOn: row.archivedOn,
      retention: await this.retention(client, row),
      handedOver:
        row.handOverId === null || row.receiver === null || row.handedOverAt === null
          ? null
          : { id: row.handOverId, receiver: row.receiver, at: row.handedOverAt.toISOString() },
    };
  }
}

const pagesText = sqlText('pages');

/** Pages by item: the archivist's last count, or else the number that the text reader found in the document. */
async function pagesOf(client: pg.PoolClient, caseId: string): Promise<ReadonlyMap<string, number>> {
  const counted = await client.query<{ id: string; pages: number }>(pagesText, [caseId]);
  return new Map(counted.rows.map(({ id, pages }) => [id, pages]));
}

/** @throws ProblemError 404 for people who see single cases or none: the archive does not exist for them */
export function requireWholeOrganisation({ scope }: Principal): void {
  if (scope !== 'organisation') throw notFound('档案');
}
