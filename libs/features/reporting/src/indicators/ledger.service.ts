import { civilDateOf, type CivilDate } from '@lawgate/calendar';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { hashRequest } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import { z } from 'zod';
import { maxNumber, Note, type EntryPage, type EntryQuery, type EntryView, type MakeEntry } from './indicator-views.ts';
import { quarterOfEntry, readKinds, requireWholeOrganisation } from './ledger-access.ts';
import type { Kind } from './kinds.ts';
import { findPlace } from '../places.ts';
import type { ReportingTables } from '../tables.ts';
import { attachmentView } from './attachments.service.ts';
import { parseLine } from './quick-entry.ts';

const entries = ({ db }: Transaction<ReportingTables>) =>
  db
    .selectFrom('indicator_entry as e')
    .leftJoin('indicator_void as v', 'v.entryId', 'e.id')
    .select(['e.id', 'e.kind', 'e.onDate as date', 'e.number', 'e.note', 'e.enteredAt', 'e.requestHash'])
    .select(['e.enteredBy as byId', 'e.enteredByName as byName'])
    .select(['v.reason', 'v.voidedBy as voidedById', 'v.voidedByName', 'v.voidedAt'])
    .select(({ selectFrom }) =>
      selectFrom('indicator_attachment as a')
        .select(({ fn, ref }) =>
          fn
            .jsonAgg(
              jsonBuildObject({
                id: ref('a.id'),
                name: ref('a.name'),
                size: ref('a.size'),
                sha256: ref('a.sha256'),
                byId: ref('a.attachedBy'),
                byName: ref('a.attachedByName'),
                at: ref('a.attachedAt'),
              }),
            )
            .orderBy('a.attachedAt')
            .orderBy('a.id')
            .as('all'),
        )
        .whereRef('a.entryId', '=', 'e.id')
        .as('attachments'),
    );

type EntryRow = Awaited<ReturnType<ReturnType<typeof entries>['executeTakeFirstOrThrow']>>;

const EntryCursor = z.tuple([z.iso.date(), z.uuid()]);

@Injectable()
export class LedgerService {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Enters what happened, by a line or by its parts.
   *
   * @param requestKey the caller's idempotency key: the same click twice makes one entry
   * @throws ProblemError 422 `indicator.date-unknown`, `indicator.kind-unknown`,
   *   `indicator.kind-ambiguous`, `indicator.number-unknown`, `indicator.number-too-large`, `indicator.date-future`,
   *   `idempotency.key-reused`
   */
  async enter(keeper: Principal, asked: MakeEntry, requestKey: string | null = null): Promise<EntryView> {
    const at = this.clock.now();
    const hash = requestKey === null ? null : hashRequest({ entry: asked });
    return this.database.as(keeper, async (tx) => {
      const kinds = await readKinds(tx, keeper.orgPath);
      const { kind, date, number, note } = read(asked, kinds, civilDateOf(at));
      const id = newId();
      const made = await tx.db
        .insertInto('indicator_entry')
        .values({
          ...{ id, orgId: keeper.orgId, orgPath: keeper.orgPath, kind: kind.key, onDate: date, number, note },
          enteredBy: keeper.id,
          enteredByName: keeper.name,
          enteredAt: at,
          requestKey,
          requestHash: hash,
        })
        .onConflict((conflict) => conflict.columns(['orgId', 'orgPath', 'enteredBy', 'requestKey']).doNothing())
        .executeTakeFirstOrThrow();
      const own = entries(tx).where('e.orgPath', '=', keeper.orgPath).where('e.enteredBy', '=', keeper.id);
      const isNew = made.numInsertedOrUpdatedRows === 1n;
      const row = await (
        isNew ? own.where('e.id', '=', id) : own.where('e.requestKey', '=', requestKey)
      ).executeTakeFirstOrThrow();
      if (row.requestHash !== hash) {
        throw new ProblemError(
          422,
          'idempotency.key-reused',
          '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。',
        );
      }
      return viewOf(row, kinds);
    });
  }

  /**
   * An entry that was wrong stays and counts no more; the right one is entered again.
   *
   * @throws ProblemError 404, 409 `indicator.already-void`
   */
  async void(keeper: Principal, id: string, reason: string): Promise<EntryView> {
    return this.database.as(keeper, async (tx) => {
      const own = await tx.db
        .selectFrom('indicator_entry')
        .select('id')
        .where('id', '=', id)
        .where('orgPath', '=', keeper.orgPath)
        .executeTakeFirst();
      if (own === undefined) throw notFound('该条登记');
      const voided = await tx.db
        .insertInto('indicator_void')
        .values({
          ...{ entryId: id, orgPath: keeper.orgPath, reason },
          voidedBy: keeper.id,
          voidedByName: keeper.name,
          voidedAt: this.clock.now(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      if (voided.numInsertedOrUpdatedRows === 0n) {
        throw new ProblemError(409, 'indicator.already-void', '该条登记已经作废。');
      }
      const row = await entries(tx).where('e.id', '=', id).executeTakeFirstOrThrow();
      return viewOf(row, await readKinds(tx, keeper.orgPath));
    });
  }

  /** The entries behind a figure, the earliest day first. */
  async entries(viewer: Principal, kind: string, query: EntryQuery): Promise<EntryPage> {
    requireWholeOrganisation(viewer);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, EntryCursor);
    return this.database.as(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, query.organisation);
      const kinds = await readKinds(tx, place.path);
      if (!kinds.some(({ key }) => key === kind)) throw notFound('该种类');
      let page = entries(tx)
        .where('e.orgPath', '=', place.path)
        .where('e.year', '=', query.year)
        .where('e.kind', '=', kind);
      if (query.voided !== 'true') page = page.where('v.entryId', 'is', null);
      if (query.quarter !== undefined) page = page.where(quarterOfEntry, '=', query.quarter);
      if (after !== null) {
        page = page.where(({ eb, refTuple, tuple }) => eb(refTuple('e.onDate', 'e.id'), '>', tuple(...after)));
      }
      const found = await page
        .orderBy('e.onDate')
        .orderBy('e.id')
        .limit(query.limit + 1)
        .execute();
      const shown = found.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => viewOf(row, kinds)),
        next: found.length > query.limit && last ? encodeCursor([last.date, last.id]) : null,
      };
    });
  }
}

interface Read {
  readonly kind: Kind;
  readonly date: CivilDate;
  readonly number: number;
  readonly note: string;
}

function read(asked: MakeEntry, kinds: readonly Kind[], today: CivilDate): Read {
  const entry =
    'line' in asked ? readLine(asked.line, kinds, today) : { ...asked, kind: activeKind(asked.kind, kinds) };
  if (entry.date > today) {
    throw new ProblemError(422, 'indicator.date-future', `${entry.date}还没有到，只能登记已经发生的事项。`);
  }
  if (entry.date < '2000-01-01') {
    throw new ProblemError(422, 'indicator.date-unknown', `「${entry.date}」过早，日期应在2000年以后。`);
  }
  if (entry.number > maxNumber) {
    throw new ProblemError(422, 'indicator.number-too-large', `数量${entry.number}过大，不应超过${maxNumber}。`);
  }
  return entry;
}

function readLine(line: string, kinds: readonly Kind[], today: CivilDate): Read {
  const parsed = parseLine(line, kinds, today);
  if ('code' in parsed) throw new ProblemError(422, parsed.code, parsed.message);
  const note = Note.safeParse(parsed.note);
  if (note.success) return { ...parsed, note: note.data };
  throw new ProblemError(422, 'request.invalid', `备注${note.error.issues[0]?.message ?? '不正确'}`);
}

function activeKind(key: string, kinds: readonly Kind[]): Kind {
  const found = kinds.find((kind) => kind.key === key && kind.active);
  if (found !== undefined) return found;
  const possible = kinds
    .filter(({ active }) => active)
    .map((kind) => `${kind.label}（${kind.key}）`)
    .join('、');
  throw new ProblemError(422, 'indicator.kind-unknown', `没有「${key}」这个种类。可用的种类：${possible}。`);
}

function viewOf(row: EntryRow, kinds: readonly Kind[]): EntryView {
  const kind = kinds.find(({ key }) => key === row.kind);
  return {
    id: row.id,
    kind: row.kind,
    label: kind?.label ?? row.kind,
    unit: kind?.unit ?? '',
    date: row.date,
    number: row.number,
    note: row.note,
    enteredBy: { id: row.byId, name: row.byName },
    enteredAt: row.enteredAt.toISOString(),
    voided:
      row.reason === null || row.voidedAt === null || row.voidedById === null || row.voidedByName === null
        ? null
        : {
            reason: row.reason,
            by: { id: row.voidedById, name: row.voidedByName },
            at: row.voidedAt.toISOString(),
          },
    attachments: (row.attachments ?? []).map(attachmentView),
  };
}
