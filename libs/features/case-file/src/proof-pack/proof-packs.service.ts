/** Proof packs for people: ordering and downloading. The worker makes them. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, isId, newId, type Clock, type Transaction } from '@lawgate/database';
import { hashRequest, type Idempotency } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { CaseFileTables } from '../tables.ts';
import { packColumns, packKind, viewsOf } from './pack-store.ts';
import { maxCases, type OrderPack, type PackQuery, type ProofPackPage, type ProofPackView } from './pack-views.ts';

const PackCursor = z.tuple([z.iso.datetime(), z.uuid()]);

type Tx = Transaction<CaseFileTables>;

/** Cursors know milliseconds, the database microseconds. */
const askedAt = sql<Date>`date_trunc('milliseconds', asked_at)`;

@Injectable()
export class ProofPacksService {
  constructor(
    private readonly database: Database<CaseFileTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /**
   * Orders a pack of cases that the person sees; the worker makes it.
   *
   * @throws ProblemError 404 for a case that they may not see, 422 `pack.no-cases`,
   *   `pack.too-many-cases`, `idempotency.key-reused`; then nothing was ordered
   */
  async order(principal: Principal, asked: OrderPack, idempotency: Idempotency | null): Promise<ProofPackView> {
    const hash = idempotency === null ? null : hashRequest(idempotency.request);
    return this.database.as(principal, async (tx) => {
      const caseIds = await (asked.caseIds === undefined
        ? chosenBy(tx, asked.filter ?? {})
        : inOrder(tx, [...new Set(asked.caseIds.map((id) => id.toLowerCase()))]));
      const id = newId();
      const key = idempotency?.key ?? null;
      const made = await tx.db
        .insertInto('proof_pack')
        .values({
          id,
          orgId: principal.orgId,
          orgPath: principal.orgPath,
          caseIds: [...caseIds],
          askedBy: principal.id,
          askedByName: principal.name,
          askedAt: this.clock.now(),
          requestKey: key,
          requestHash: hash,
        })
        .onConflict((conflict) => conflict.columns(['orgId', 'orgPath', 'askedBy', 'requestKey']).doNothing())
        .executeTakeFirst();
      const isNew = made.numInsertedOrUpdatedRows === 1n;
      if (isNew) await addJob(tx.client, { kind: packKind, key: id, organisation: principal });
      const row = await tx.db
        .selectFrom('proof_pack')
        .select(packColumns)
        .where((eb) => (isNew ? eb('id', '=', id) : eb('requestKey', '=', key)))
        .where('orgPath', '=', principal.orgPath)
        .where('askedBy', '=', principal.id)
        .executeTakeFirstOrThrow();
      if (row.requestHash !== hash) {
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      return (await viewsOf(tx, [row]))[0] as ProofPackView;
    });
  }

  async list(principal: Principal, { cursor, limit }: PackQuery): Promise<ProofPackPage> {
    const before = cursor === undefined ? null : decodeCursor(cursor, PackCursor);
    return this.database.as(principal, async (tx) => {
      let page = tx.db.selectFrom('proof_pack').select(packColumns).where('orgPath', '=', principal.orgPath);
      if (before !== null) {
        const [at, beforeId] = before;
        page = page.where(({ eb, or, and, val }) =>
          or([
            eb(askedAt, '<', val(new Date(at))),
            and([eb(askedAt, '=', val(new Date(at))), eb('id', '<', beforeId)]),
          ]),
        );
      }
      const found = await page
        .orderBy(askedAt, 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: await viewsOf(tx, shown),
        next: found.length > limit && last ? encodeCursor([last.askedAt.toISOString(), last.id]) : null,
      };
    });
  }

  async find(principal: Principal, id: string): Promise<ProofPackView> {
    return this.database.as(principal, (tx) => viewOf(tx, id));
  }

  /**
   * The bytes of a pack. The download is recorded first, so that no byte is sent without a record.
   *
   * @throws ProblemError 404, 409 `pack.not-ready`, 410 `pack.expired`, 500 `pack.content-missing`
   */
  async content(principal: Principal, id: string): Promise<{ pack: ProofPackView; bytes: Readable }> {
    return this.database.as(principal, async (tx) => {
      const pack = await viewOf(tx, id);
      const at = this.clock.now();
      if (pack.state === 'expired' || (pack.expiresAt !== null && Date.parse(pack.expiresAt) <= at.getTime())) {
        throw new ProblemError(410, 'pack.expired', '证明包已过保存期，请重新制作。');
      }
      if (pack.state !== 'done' || pack.sha256 === null || pack.size === null) {
        throw new ProblemError(409, 'pack.not-ready', pack.problem ?? '证明包正在制作，请稍后下载。');
      }
      const bytes = await this.store.read(pack.sha256, pack.size);
      if (bytes === null) {
        throw new ProblemError(500, 'pack.content-missing', '证明包的内容缺失或损坏，请重新制作，并告知系统管理员。');
      }
      await tx.db
        .insertInto('proof_pack_download')
        .values({
          id: newId(),
          packId: id,
          orgPath: principal.orgPath,
          personId: principal.id,
          personName: principal.name,
          at,
        })
        .execute();
      return { pack, bytes };
    });
  }
}

async function viewOf(tx: Tx, id: string): Promise<ProofPackView> {
  const row = isId(id)
    ? await tx.db.selectFrom('proof_pack').select(packColumns).where('id', '=', id).executeTakeFirst()
    : undefined;
  if (row === undefined) throw notFound('该证明包');
  return (await viewsOf(tx, [row]))[0] as ProofPackView;
}

/** The cases in the order in which they were named; one that is not there for the person refuses the whole. */
async function inOrder({ db }: Tx, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length > maxCases) throw tooMany(ids.length);
  const found = await db
    .selectFrom('review_case')
    .select('id')
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(ids))))
    .execute();
  if (found.length !== ids.length) throw notFound('所选的某个案件');
  return ids;
}

async function chosenBy({ db }: Tx, filter: NonNullable<OrderPack['filter']>): Promise<string[]> {
  const { category, status, year, organisation } = filter;
  let chosen = db.selectFrom('review_case as c').select('c.id');
  if (category !== undefined) chosen = chosen.where('c.category', '=', category);
  if (status !== undefined) chosen = chosen.where('c.status', '=', status);
  if (year !== undefined) {
    chosen = chosen.where(({ exists, selectFrom, lit }) =>
      exists(
        selectFrom('fact as f')
          .select(lit(1).as('one'))
          .whereRef('f.caseId', '=', 'c.id')
          .where('f.kind', '=', sql.lit('concluded'))
          .where('f.year', '=', year),
      ),
    );
  }
  if (organisation !== undefined) {
    chosen = chosen.where(({ exists, selectFrom, lit }) =>
      exists(
        selectFrom('organisation as o')
          .select(lit(1).as('one'))
          .where('o.code', '=', organisation)
          .whereRef('c.orgPath', '^@', 'o.path'),
      ),
    );
  }
  const found = await chosen
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .limit(maxCases + 1)
    .execute();
  if (found.length === 0) throw new ProblemError(422, 'pack.no-cases', '没有符合条件的案件，请放宽条件。');
  if (found.length > maxCases) throw tooMany(found.length);
  return found.map(({ id }) => id);
}

function tooMany(count: number): ProblemError {
  return new ProblemError(
    422,
    'pack.too-many-cases',
    `一次最多制作${maxCases}个案件的证明包，所选的有${count}个以上，请按年份或类别分开制作。`,
  );
}
