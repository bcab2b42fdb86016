/** Ordered packs as rows. */
import type { Transaction } from '@lawgate/database';
import type { Selectable } from 'kysely';
import type { CaseFileTables } from '../tables.ts';
import type { ProofPackView } from './pack-views.ts';

export const packColumns = [
  ...(['id', 'orgPath', 'caseIds', 'state', 'done', 'problem', 'size', 'sha256', 'seal', 'askedBy'] as const),
  ...(['askedByName', 'askedAt', 'madeAt', 'expiresAt', 'requestHash'] as const),
] as const;

export type PackRow = Pick<Selectable<CaseFileTables['proof_pack']>, (typeof packColumns)[number]>;

/** The kind of the job that makes a pack; its key is the pack. */
export const packKind = 'case-file.pack';

/** Titles that a list shows of each pack. */
const shownCases = 3;

/** Packs as people see them, with the first titles and with who took each away. */
export async function viewsOf({ db }: Transaction<CaseFileTables>, rows: readonly PackRow[]): Promise<ProofPackView[]> {
  const caseIds = rows.flatMap((row) => row.caseIds.slice(0, shownCases));
  const cases = await db
    .selectFrom('review_case')
    .select(['id', 'title'])
    .where(({ eb, fn, val }) => eb('id', '=', fn.any(val(caseIds))))
    .execute();
  const titles = new Map(cases.map(({ id, title }) => [id, title]));
  const packIds = rows.map(({ id }) => id);
  const downloads = await db
    .selectFrom('proof_pack_download')
    .select(['packId', 'personId as id', 'personName as name', 'at'])
    .where(({ eb, fn, val }) => eb('packId', '=', fn.any(val(packIds))))
    .orderBy('at')
    .orderBy('id')
    .execute();
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
    downloads: downloads
      .filter(({ packId }) => packId === row.id)
      .map(({ id, name, at }) => ({ person: { id, name }, at: at.toISOString() })),
  }));
}

function nameOf({ caseIds }: PackRow, title: string): string {
  const what = caseIds.length === 1 ? title.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 60) : `${caseIds.length}件`;
  return `履职证明包-${what}.zip`;
}
