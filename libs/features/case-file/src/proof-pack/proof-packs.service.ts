/** Proof packs as people order and fetch them. Making them is the worker's. */
import type { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { CaseRuntime, hashRequest, verifyChain, type ChainLink, type Idempotency } from '@lawgate/cases';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { packColumns, packKind, viewsOf, type PackRow } from './pack-store.ts';
import {
  maxCases,
  type OrderPack,
  type PackQuery,
  type ProofPackPage,
  type ProofPackView,
  type VerificationView,
} from './pack-views.ts';

const PackCursor = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class ProofPacksService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * Orders a pack of cases that the person sees; the worker makes it.
   *
   * @throws ProblemError 404 for a case that they may not see, 422 `pack.no-cases`,
   *   `pack.too-many-cases`, `idempotency.key-reused`; then nothing was ordered
   */
  async order(principal: Principal, asked: OrderPack, idempotency: Idempotency | null): Promise<ProofPackView> {
    const hash = idempotency === null ? null : hashRequest(idempotency.request);
    return asViewer(this.pool, principal, async (client) => {
      const caseIds = await (asked.caseIds === undefined
        ? chosenBy(client, asked.filter ?? {})
        : inOrder(client, [...new Set(asked.caseIds.map((id) => id.toLowerCase()))]));
      const id = newId();
      const made = await client.query(
        `insert into proof_pack (id, org_id, org_path, case_ids, asked_by, asked_by_name, asked_at, request_key, request_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (org_id, org_path, asked_by, request_key) do nothing`,
        [
          id,
          principal.orgId,
          principal.orgPath,
          caseIds,
          principal.id,
          principal.name,
          this.clock.now(),
          idempotency?.key ?? null,
          hash,
        ],
      );
      if (made.rowCount === 1) await addJob(client, { kind: packKind, key: id, organisation: principal });
      const [condition, value] = made.rowCount === 1 ? ['k.id = $1', id] : ['k.request_key = $1', idempotency?.key];
      const found = await client.query<PackRow>(
        `select ${packColumns} from proof_pack k where ${condition} and k.org_path = $2 and k.asked_by = $3`,
        [value, principal.orgPath, principal.id],
      );
      const row = found.rows[0] as PackRow;
      if (row.requestHash !== hash) {
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      return (await viewsOf(client, [row]))[0] as ProofPackView;
    });
  }

  async list(principal: Principal, { cursor, limit }: PackQuery): Promise<ProofPackPage> {
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, PackCursor);
    return asViewer(this.pool, principal, async (client) => {
      const found = await client.query<PackRow>(
        `select ${packColumns} from proof_pack k
          where k.org_path = $1
            and ($2::timestamptz is null or (date_trunc('milliseconds', k.asked_at), k.id) < ($2::timestamptz, $3::uuid))
          order by date_trunc('milliseconds', k.asked_at) desc, k.id desc limit $4`,
        [principal.orgPath, at, id, limit + 1],
      );
      const shown = found.rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        items: await viewsOf(client, shown),
        next: found.rows.length > limit && last ? encodeCursor([last.askedAt.toISOString(), last.id]) : null,
      };
    });
  }

  async find(principal: Principal, id: string): Promise<ProofPackView> {
    return asViewer(this.pool, principal, async (client) => viewOf(client, id));
  }

  /**
   * The bytes, and that somebody took them: the row of it comes first, so no byte leaves without it.
   *
   * @throws ProblemError 404, 409 `pack.not-ready`, 410 `pack.expired`, 500 `pack.content-missing`
   */
  async content(principal: Principal, id: string): Promise<{ pack: ProofPackView; bytes: Readable }> {
    return asViewer(this.pool, principal, async (client) => {
      const pack = await viewOf(client, id);
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
      await client.query(
        'insert into proof_pack_download (id, pack_id, org_path, person_id, person_name, at) values ($1, $2, $3, $4, $5, $6)',
        [newId(), id, principal.orgPath, principal.id, principal.name, at],
      );
      return { pack, bytes };
    });
  }

  /** Hashes the history of one case again, for anyone who may see the case. @throws ProblemError 404 */
  async verify(principal: Principal, caseId: string): Promise<VerificationView> {
    // Whether they may see it is asked where it always is.
    await this.runtime.read(principal, caseId);
    return asViewer(this.pool, principal, async (client) => {
      const links = await client.query<ChainLink>(
        'select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq',
        [caseId],
      );
      const held = await client.query<{ lastHash: string }>(
        'select last_hash as "lastHash" from review_case where id = $1',
        [caseId],
      );
      const lastHash = held.rows[0]?.lastHash ?? '';
      const verdict = verifyChain(links.rows, lastHash);
      return {
        verified: verdict.intact,
        count: links.rows.length,
        lastHash,
        firstBad: verdict.intact ? null : { seq: verdict.seq, reason: verdict.reason },
      };
    });
  }
}

async function viewOf(client: pg.PoolClient, id: string): Promise<ProofPackView> {
  const found = isId(id)
    ? await client.query<PackRow>(`select ${packColumns} from proof_pack k where k.id = $1`, [id])
    : null;
  const row = found?.rows[0];
  if (row === undefined) throw notFound('该证明包');
  return (await viewsOf(client, [row]))[0] as ProofPackView;
}

/** The cases in the order in which they were named; one that is not there for the person refuses the whole. */
async function inOrder(client: pg.PoolClient, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length > maxCases) throw tooMany(ids.length);
  const found = await client.query('select from review_case where id = any($1::uuid[])', [ids]);
  if (found.rowCount !== ids.length) throw notFound('所选的某个案件');
  return ids;
}

async function chosenBy(client: pg.PoolClient, filter: NonNullable<OrderPack['filter']>): Promise<string[]> {
  const found = await client.query<{ id: string }>(
    `select c.id from review_case c
      where ($1::text is null or c.category = $1) and ($2::text is null or c.status = $2)
        and ($3::int is null or exists (select from fact f where f.case_id = c.id and f.kind = 'concluded' and f.year = $3))
        and ($4::text is null or exists (select from organisation o where o.code = $4 and c.org_path ^@ o.path))
      order by c.created_at, c.id limit $5`,
    [filter.category ?? null, filter.status ?? null, filter.year ?? null, filter.organisation ?? null, maxCases + 1],
  );
  if (found.rows.length === 0) throw new ProblemError(422, 'pack.no-cases', '没有符合条件的案件，请放宽条件。');
  if (found.rows.length > maxCases) throw tooMany(found.rows.length);
  return found.rows.map(({ id }) => id);
}

function tooMany(count: number): ProblemError {
  return new ProblemError(
    422,
    'pack.too-many-cases',
    `一次最多制作${maxCases}个案件的证明包，所选的有${count}个以上，请按年份或类别分开制作。`,
  );
}
