/** Imports for people: upload, choice of the sheet, mapping, preview, start. The worker runs them. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { civilDateOf } from '@lawgate/calendar';
import { CONTENT_STORE, type ContentStore, type Table } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { drain, readUploadForm, type UploadRequest, decodeCursor, encodeCursor } from '@lawgate/http';
import { CLOCK, Database, isId, json, type Clock, type Transaction } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import type { Definition } from '@lawgate/engine';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { z } from 'zod';
import type { ReportingTables } from '../../tables.ts';
import { fieldLabels, fields, headerAt, headingsKey, type Field, type Mapping } from './columns.ts';
import { checkImport } from './import-check.ts';
import { draftOf, recognise } from './import-draft.ts';
import {
  countLines,
  imports,
  insertImport,
  linesOf,
  registerImportKind,
  replaceLines,
  type LineCounts,
  type StoredImport,
} from './import-store.ts';
import { noSuchSheet, readRegisterTable } from './register-table.ts';
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
        await content.keep();
        return await this.database.as(principal, async (tx) => {
          const whole = { ...made, ...(await this.#recognised(tx, made, table)) };
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
   * Reads another sheet of a draft's workbook; the mapping is recognised again.
   *
   * @throws ProblemError 409 once the import has started; 422 `register.no-such-sheet`, and as for an upload
   */
  async chooseSheet(principal: Principal, id: string, sheet: string): Promise<ImportView> {
    const { fileHash, size, sheets } = await this.database.as(principal, (tx) => requireDraft(tx, id));
    if (!sheets.some(({ name }) => name === sheet)) throw noSuchSheet();
    const table = await this.#readStored(fileHash, size, sheet);
    return this.database.as(principal, async (tx) => {
      const before = await requireDraft(tx, id, { lock: true });
      const recognised = await this.#recognised(tx, before, table);
      const after: StoredImport = { ...before, ...recognised, version: before.version + 1 };
      await replaceLines(tx, after, table.rows);
      await checkImport(tx, after, this.#basis(after));
      return this.#view(tx, after);
    });
  }

  /**
   * Sets another mapping of the columns: checks every line again and stores the mapping for files with the same
   * headings.
   */
  async map(principal: Principal, id: string, request: MappingRequest): Promise<ImportView> {
    return this.database.as(principal, async (tx) => {
      const before = await requireDraft(tx, id, { lock: true });
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
        items: shown.map((each) => viewOf(each, counts.get(each.id), this.definitions.all())),
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

  /** What the sheet that was read says of its columns. */
  async #recognised(tx: Tx, { orgId, fileName }: Pick<StoredImport, 'orgId' | 'fileName'>, table: Table) {
    const found = recognise(this.definitions.all(), fileName, table);
    const kept = found.headerLine === null ? null : await keptMapping(tx, orgId, found.headings);
    return kept === null ? found : { ...found, mapping: kept, isMappingKept: true };
  }

  /** The reader needs a file of this machine, which a store elsewhere does not have. */
  async #readStored(sha256: string, size: number, sheet: string): Promise<Table> {
    const content = await this.store.read(sha256, size);
    if (content === null) throw notFound('该导入的文件');
    const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-register-'));
    try {
      const file = path.join(folder, 'register');
      await pipeline(content, createWriteStream(file));
      return await readRegisterTable(file, sheet);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
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
    return viewOf(of, (await countLines(tx, [of.id])).get(of.id), this.definitions.all());
  }
}

function viewOf(
  of: StoredImport,
  counted: LineCounts | undefined,
  definitions: readonly Pick<Definition, 'label'>[],
): ImportView {
  const { add, skip, refuse, added } = counted ?? { add: 0, skip: 0, refuse: 0, added: 0 };
  const rows = add + skip + refuse + added;
  const { columns, defaults } = of.mapping;
  const readIndex = of.sheets.findIndex(({ name }) => name === of.sheet);
  return {
    id: of.id,
    fileName: of.fileName,
    fileHash: of.fileHash,
    size: of.size,
    format: of.format,
    encoding: of.encoding,
    sheet: of.sheet,
    sheets: of.sheets.map((sheet, index) => ({ ...sheet, read: index === readIndex })),
    state: of.state,
    headerLine: of.headerLine,
    headings: [...of.headings],
    fields: fields.map((key) => ({ key, label: fieldLabels[key] })),
    categories: definitions.map(({ label }) => label),
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

async function requireDraft(tx: Tx, id: string, lock = { lock: false }): Promise<StoredImport> {
  const found = await requireImport(tx, id, lock);
  if (found.state !== 'draft') throw notDraft();
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
    '导入已经开始，不能再改工作表和列的对应关系。需要更正的，请改正文件后重新上传。',
  );
}

function tooLarge(): ProblemError {
  return new ProblemError(413, 'register.file-too-large', '台账文件超过20MB，请按年份拆开后上传。');
}
