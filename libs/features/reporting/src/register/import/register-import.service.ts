/** Imports for people: upload, mapping, preview, start. The worker runs them. */
import { civilDateOf } from '@lawgate/calendar';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { isStorable, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { drain, readUploadForm, type UploadRequest, decodeCursor, encodeCursor } from '@lawgate/http';
import { CLOCK, Database, isId, json, type Clock, type Transaction } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ReportingTables } from '../../tables.ts';
import { fieldLabels, fields, headerAt, headingsKey, type Field, type Mapping } from './columns.ts';
import { checkImport } from './import-check.ts';
import { draftOf } from './import-draft.ts';
import {
  countLines,
  imports,
  insertImport,
  linesOf,
  registerImportKind,
  type LineCounts,
  type StoredImport,
} from './import-store.ts';
import { readRegisterTable } from './register-table.ts';
import type {
  ImportList,
  ImportListQuery,
  ImportQuery,
  ImportRow,
  ImportView,
  ImportWithRows,
  MappingRequest,
} from './import-views.ts';

/** Maximum bytes of a register's file. */
const maxBytes = 20 * 1024 * 1024;

type Tx = Transaction<ReportingTables>;

const LineCursor = z.tuple([z.string().regex(/^\d{1,9}$/)]);
const ImportCursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Cursors know milliseconds, the database microseconds. */
const importTime = sql<Date>`date_trunc('milliseconds', i.created_at)`;

@Injectable()
export class RegisterImportService {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /**
   * Reads a file, recognises its columns and previews the result for each line. Creates no case yet.
   *
   * @throws ProblemError 413, 415, 422 for a file that cannot be read as a register; then nothing is stored
   */
  async upload(principal: Principal, request: UploadRequest): Promise<ImportView> {
    try {
      const { name, content } = await readUploadForm(request, this.store);
      try {
        if (content.size > maxBytes) throw tooLarge();
        const table = await readRegisterTable(content.path);
        const made = draftOf(principal, name, content, table, this.clock.now());
        if (table.rows.some(({ cells }) => !cells.every(isStorable))) throw unstorable();
        await content.keep();
        return await this.database.as(principal, async (tx) => {
          const { headerLine, headings } = made;
          const kept = headerLine === null ? null : await keptMapping(tx, principal.orgId, headings);
          const whole = kept === null ? made : { ...made, mapping: kept, isMappingKept: true };
          await insertImport(tx, whole, table.rows);
          await checkImport(tx, whole, this.#basis(whole));
          return this.#view(tx, whole);
        });
      } finally {
        // The upload was kept; nothing refers to it any more.
        await content.discard();
      }
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  /**
   * Sets another mapping of the columns: checks every line again and stores the mapping for files with the same
   * headings.
   */
  async map(principal: Principal, id: string, request: MappingRequest): Promise<ImportView> {
    return this.database.as(principal, async (tx) => {
      const before = await requireImport(tx, id, { lock: true });
      if (before.state !== 'draft') throw notDraft();
      const header = await this.#header(tx, before, request.headerLine);
      const mapping = mappingOf(request, header.headings.length);
      const after: StoredImport = { ...before, ...header, mapping, isMappingKept: true, version: before.version + 1 };
      await tx.db
        .updateTable('register_import')
        .set({
          headerLine: after.headerLine,
          headings: json(after.headings),
          mapping: json(mapping),
          remembered: true,
          version: after.version,
        })
        .where('id', '=', id)
        .execute();
      await tx.db
        .insertInto('register_mapping')
        .values({
          orgId: after.orgId,
          orgPath: after.orgPath,
          headingsKey: headingsKey(after.headings),
          mapping: json(mapping),
          updatedAt: this.clock.now(),
        })
        .onConflict((conflict) =>
          conflict
            .columns(['orgId', 'headingsKey'])
            .doUpdateSet(({ ref }) => ({ mapping: ref('excluded.mapping'), updatedAt: ref('excluded.updatedAt') })),
        )
        .execute();
      await checkImport(tx, after, this.#basis(after));
      return this.#view(tx, after);
    });
  }

  /** Starts the job of the import. Starting it again is no error and changes nothing. */
  async run(principal: Principal, id: string): Promise<ImportView> {
    return this.database.as(principal, async (tx) => {
      const before = await requireImport(tx, id, { lock: true });
      if (before.state !== 'draft') return this.#view(tx, before);
      requireComplete(before.mapping);
      // What was imported or decided since the preview counts, too.
      await checkImport(tx, before, this.#basis(before));
      const startedAt = this.clock.now();
      await tx.db.updateTable('register_import').set({ state: 'running', startedAt }).where('id', '=', id).execute();
      await addJob(tx.client, { kind: registerImportKind, key: id, organisation: principal });
      return this.#view(tx, { ...before, state: 'running', startedAt });
    });
  }

  async list(principal: Principal, { cursor, limit }: ImportListQuery): Promise<ImportList> {
    const after = cursor === undefined ? null : decodeCursor(cursor, ImportCursor);
    return this.database.as(principal, async (tx) => {
      let page = imports(tx).where('i.orgId', '=', principal.orgId);
      if (after !== null) {
        const [at, id] = after;
        page = page.where(({ eb, ref, tuple }) => eb(tuple(importTime, ref('i.id')), '<', tuple(new Date(at), id)));
      }
      const found = await page
        .orderBy(importTime, 'desc')
        .orderBy('i.id', 'desc')
        .limit(limit + 1)
        .execute();
      const shown = found.slice(0, limit);
      const counts = await countLines(
        tx,
        shown.map((each) => each.id),
      );
      const last = shown.at(-1);
      return {
        items: shown.map((each) => viewOf(each, counts.get(each.id))),
        next: found.length > limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
      };
    });
  }

  async find(principal: Principal, id: string, { rows, cursor, limit }: ImportQuery): Promise<ImportWithRows> {
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, LineCursor)[0]);
    return this.database.as(principal, async (tx) => {
      const of = await requireImport(tx, id);
      let lines = tx.db
        .selectFrom('register_import_line')
        .select(['line', 'state', 'cells', 'problems', 'caseId'])
        .where('importId', '=', id)
        .where('line', '>', after)
        .$narrowType<{ state: ImportRow['state'] }>();
      lines = rows === 'all' ? lines.where('state', '<>', 'above') : lines.where('state', '=', rows);
      const found = await lines
        .orderBy('line')
        .limit(limit + 1)
        .execute();
      const items = found.slice(0, limit);
      const last = items.at(-1);
      const next = found.length > limit && last ? encodeCursor([String(last.line)]) : null;
      return { ...(await this.#view(tx, of)), rows: { items, next } };
    });
  }

  async #header(
    tx: Tx,
    before: StoredImport,
    line: number | undefined,
  ): Promise<Pick<StoredImport, 'headerLine' | 'headings'>> {
    const wanted = line ?? before.headerLine;
    if (wanted === before.headerLine && wanted !== null) return { headerLine: wanted, headings: before.headings };
    const first = (await linesOf(tx, before.id).next()).value ?? [];
    const header = wanted === null ? null : headerAt(first, wanted);
    if (header !== null) return { headerLine: header.line, headings: [...header.headings] };
    throw new ProblemError(422, 'register.heading-line', '没有认出表头。请用 headerLine 指明表头所在的行。');
  }

  #basis({ mapping, headings }: StoredImport) {
    return { mapping, headings, definitions: this.definitions.all(), today: civilDateOf(this.clock.now()) };
  }

  async #view(tx: Tx, of: StoredImport): Promise<ImportView> {
    return viewOf(of, (await countLines(tx, [of.id])).get(of.id));
  }
}

function viewOf(of: StoredImport, counted: LineCounts | undefined): ImportView {
  const { add, skip, refuse, added } = counted ?? { add: 0, skip: 0, refuse: 0, added: 0 };
  const rows = add + skip + refuse + added;
  const { columns, defaults } = of.mapping;
  return {
    id: of.id,
    fileName: of.fileName,
    fileHash: of.fileHash,
    size: of.size,
    format: of.format,
    encoding: of.encoding,
    sheet: of.sheet,
    state: of.state,
    headerLine: of.headerLine,
    headings: [...of.headings],
    fields: fields.map((key) => ({ key, label: fieldLabels[key] })),
    mapping: { columns: { ...columns }, defaults: { ...defaults }, remembered: of.isMappingKept },
    counts: { rows, add, skip, refuse, added },
    progress: { done: of.state === 'draft' ? 0 : rows - add, of: rows, added, refused: refuse },
    createdBy: { id: of.createdBy, name: of.createdByName },
    createdAt: of.createdAt.toISOString(),
    startedAt: of.startedAt?.toISOString() ?? null,
    finishedAt: of.finishedAt?.toISOString() ?? null,
  };
}

async function keptMapping({ db }: Tx, orgId: string, headings: readonly string[]): Promise<Mapping | null> {
  const found = await db
    .selectFrom('register_mapping')
    .select('mapping')
    .where('orgId', '=', orgId)
    .where('headingsKey', '=', headingsKey(headings))
    .executeTakeFirst();
  return found?.mapping ?? null;
}

async function requireImport(tx: Tx, id: string, { lock } = { lock: false }): Promise<StoredImport> {
  const one = imports(tx).where('i.id', '=', id);
  const found = isId(id) ? await (lock ? one.forUpdate(['i']) : one).executeTakeFirst() : undefined;
  if (found === undefined) throw notFound('该导入');
  return found;
}

/** @throws ProblemError 422 for a column that does not exist or is used twice */
function mappingOf({ columns, defaults }: MappingRequest, width: number): Mapping {
  const given = (Object.entries(columns) as [Field, number | null | undefined][]).filter(
    (entry): entry is [Field, number] => entry[1] != null,
  );
  const taken = given.map(([, column]) => column);
  const wrong =
    given.find(([, column]) => column >= width) ?? given.find(([, column], at) => taken.indexOf(column) !== at);
  if (wrong !== undefined) {
    throw new ProblemError(
      422,
      'register.mapping-invalid',
      `“${fieldLabels[wrong[0]]}”指定的列不存在，或已用于另一项。列号从0开始，共${width}列。`,
    );
  }
  return {
    columns: Object.fromEntries(given),
    defaults: Object.fromEntries(
      Object.entries(defaults ?? {}).filter(([, value]) => value != null),
    ) as Mapping['defaults'],
  };
}

/** @throws ProblemError 422 where columns are missing that every case needs */
function requireComplete({ columns, defaults }: Mapping): void {
  const missing = [
    ...(columns.title === undefined ? [fieldLabels.title] : []),
    ...(columns.category === undefined && defaults.category === undefined ? [fieldLabels.category] : []),
    ...(columns.receivedOn === undefined && columns.acceptedOn === undefined ? [fieldLabels.receivedOn] : []),
  ];
  if (missing.length === 0) return;
  throw new ProblemError(422, 'register.mapping-incomplete', `还没有指定：${missing.join('、')}。请先指定各列再导入。`);
}

function notDraft(): ProblemError {
  return new ProblemError(
    409,
    'register.import-started',
    '导入已经开始，不能再改列的对应关系。需要更正的，请改正文件后重新上传。',
  );
}

function tooLarge(): ProblemError {
  return new ProblemError(413, 'register.file-too-large', '台账文件超过20MB，请按年份拆开后上传。');
}

function unstorable(): ProblemError {
  return new ProblemError(422, 'register.file-unreadable', '文件里有无法保存的字符，请另存为 xlsx 后重新上传。');
}
