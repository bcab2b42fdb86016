/** Ordered packs as rows. */
import type pg from 'pg';
import type { ProofPackView } from './pack-views.ts';

export interface PackRow {
  readonly id: string;
  readonly orgPath: string;
  readonly caseIds: readonly string[];
  readonly state: ProofPackView['state'];
  readonly done: number;
  readonly problem: string | null;
  readonly size: number | null;
  readonly sha256: string | null;
  readonly seal: string | null;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  readonly madeAt: Date | null;
  readonly expiresAt: Date | null;
  readonly requestHash: string | null;
}

export const packColumns = `k.id, k.org_path as "orgPath", k.case_ids as "caseIds", k.state, k.done, k.problem,
  k.size::float8 as size, k.sha256, k.seal, k.asked_by as "askedBy", k.asked_by_name as "askedByName",
  k.asked_at as "askedAt", k.made_at as "madeAt", k.expires_at as "expiresAt", k.request_hash as "requestHash"`;

/** The kind of the job that makes a pack; its key is the pack. */
export const packKind = 'case-file.pack';

/** Titles that a list shows of each pack. */
const shownCases = 3;

/** Packs as people see them, with the first titles and with who took each away. */
export async function viewsOf(client: pg.PoolClient, rows: readonly PackRow[]): Promise<ProofPackView[]> {
  const ids = rows.flatMap(({ caseIds }) => caseIds.slice(0, shownCases));
  const cases = await client.query<{ id: string; title: string }>(
    'select id, title from review_case where id = any($1::uuid[])',
    [ids],
  );
  const titles = new Map(cases.rows.map(({ id, title }) => [id, title]));
  const downloads = await client.query<{ packId: string; id: string; name: string; at: Date }>(
    `select pack_id as "packId", person_id as id, person_name as name, at from proof_pack_download
      where pack_id = any($1::uuid[]) order by at, id`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    progress: { done: row.done, of: row.caseIds.length },
    cases: row.caseIds.slice(0, shownCases).map((id) => ({ id, title: titles.get(id) ?? '' })),
    problem: row.problem,
    name: nameOf(row, titles.get(row.caseIds[0] ?? '') ?? ''),
    size: row.size,
    sha256: row.sha256,
    seal: row.seal,
    askedBy: { id: row.askedBy, name: row.askedByName },
    askedAt: row.askedAt.toISOString(),
    madeAt: row.madeAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    downloads: downloads.rows
      .filter(({ packId }) => packId === row.id)
      .map(({ id, name, at }) => ({ person: { id, name }, at: at.toISOString() })),
  }));
}

function nameOf({ caseIds }: PackRow, title: string): string {
  const what = caseIds.length === 1 ? title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 60) : `${caseIds.length}件`;
  return `履职证明包-${what}.zip`;
}
