import { civilDateOf, type CivilDate } from '@lawgate/calendar';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { decodeCursor, encodeCursor } from '@lawgate/http';
import { hashRequest } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { maxNumber, Note, type EntryPage, type EntryQuery, type EntryView, type MakeEntry } from './indicator-views.ts';
import { findPlace, readKinds, requireWholeOrganisation } from './ledger-access.ts';
import type { Kind } from './kinds.ts';
import { attachmentView, type AttachmentRow } from './attachments.service.ts';
import { parseLine } from './quick-entry.ts';

interface EntryRow {
  readonly id: string;
  readonly kind: string;
  readonly date: CivilDate;
  readonly number: number;
  readonly note: string;
  readonly byId: string;
  readonly byName: string;
  readonly enteredAt: Date;
  readonly reason: string | null;
  readonly voidedById: string;
  readonly voidedByName: string;
  readonly voidedAt: Date | null;
  readonly requestHash: string | null;
  readonly attachments: readonly AttachmentRow[];
}

const columns = `e.id, e.kind, e.on_date::text as date, e.number, e.note, e.entered_by as "byId",
  e.entered_by_name as "byName", e.entered_at as "enteredAt", e.request_hash as "requestHash", v.reason,
  v.voided_by as "voidedById", v.voided_by_name as "voidedByName", v.voided_at as "voidedAt",
  (select coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'size', a.size, 'sha256', a.sha256,
            'byId', a.attached_by, 'byName', a.attached_by_name, 'at', a.attached_at) order by a.attached_at, a.id), '[]')
     from indicator_attachment a where a.entry_id = e.id) as attachments`;
const rows = `select ${columns} from indicator_entry e left join indicator_void v on v.entry_id = e.id`;

const EntryCursor = z.tuple([z.iso.date(), z.uuid()]);

@Injectable()
export class LedgerService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
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
    return asViewer(this.pool, keeper, async (client) => {
      const kinds = await readKinds(client, keeper.orgPath);
      const { kind, date, number, note } = read(asked, kinds, civilDateOf(at));
      const id = newId();
      const made = await client.query(
        `insert into indicator_entry (id, org_id, org_path, kind, on_date, number, note, entered_by, entered_by_name,
                                      entered_at, request_key, request_hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (org_id, org_path, entered_by, request_key) do nothing`,
        [id, keeper.orgId, keeper.orgPath, kind.key, date, number, note, keeper.id, keeper.name, at, requestKey, hash],
      );
      const [condition, value] = made.rowCount === 1 ? ['e.id = $1', id] : ['e.request_key = $1', requestKey];
      const found = await client.query<EntryRow>(
        `${rows} where ${condition} and e.org_path = $2 and e.entered_by = $3`,
        [value, keeper.orgPath, keeper.id],
      );
      const row = found.rows[0] as EntryRow;
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
    return asViewer(this.pool, keeper, async (client) => {
      const own = await client.query('select from indicator_entry where id = $1 and org_path = $2', [
        id,
        keeper.orgPath,
      ]);
      if (own.rowCount === 0) throw notFound('该条登记');
      const voided = await client.query(
        `insert into indicator_void (entry_id, org_path, reason, voided_by, voided_by_name, voided_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [id, keeper.orgPath, reason, keeper.id, keeper.name, this.clock.now()],
      );
      if (voided.rowCount === 0) throw new ProblemError(409, 'indicator.already-void', '该条登记已经作废。');
      const found = await client.query<EntryRow>(`${rows} where e.id = $1`, [id]);
      return viewOf(found.rows[0] as EntryRow, await readKinds(client, keeper.orgPath));
    });
  }

  /** The entries behind a figure, the earliest day first. */
  async entries(viewer: Principal, kind: string, query: EntryQuery): Promise<EntryPage> {
    requireWholeOrganisation(viewer);
    const [afterOn, afterId] = query.cursor === undefined ? [null, null] : decodeCursor(query.cursor, EntryCursor);
    return asViewer(this.pool, viewer, async (client) => {
      const place = await findPlace(client, viewer, query.organisation);
      const kinds = await readKinds(client, place.path);
      if (!kinds.some(({ key }) => key === kind)) throw notFound('该种类');
      const found = await client.query<EntryRow>(
        `${rows} where e.org_path = $1 and e.year = $2 and e.kind = $3 and ($4 or v.entry_id is null)
            and ($5::int is null or extract(quarter from e.on_date) = $5)
            and ($6::date is null or (e.on_date, e.id) > ($6::date, $7::uuid))
          order by e.on_date, e.id limit $8`,
        [
          place.path,
          query.year,
          kind,
          query.voided === 'true',
          query.quarter ?? null,
          afterOn,
          afterId,
          query.limit + 1,
        ],
      );
      const shown = found.rows.slice(0, query.limit);
      const last = shown.at(-1);
      return {
        items: shown.map((row) => viewOf(row, kinds)),
        next: found.rows.length > query.limit && last ? encodeCursor([last.date, last.id]) : null,
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
      row.reason === null || row.voidedAt === null
        ? null
        : {
            reason: row.reason,
            by: { id: row.voidedById, name: row.voidedByName },
            at: row.voidedAt.toISOString(),
          },
    attachments: row.attachments.map(attachmentView),
  };
}
