/** Imports as people see them: uploading, mapping, looking, starting. The run itself is the worker's. */
import { civilDateOf } from '@lawgate/calendar';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { isStorable, notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { drain, readUploadForm, type UploadRequest, decodeCursor, encodeCursor } from '@lawgate/http';
import { APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import {
  fieldLabels,
  fields,
  findHeader,
  headerAt,
  headingsKey,
  suggestMapping,
  type Field,
  type Mapping,
} from './columns.ts';
import { checkImport } from './import-check.ts';
import {
  countLines,
  findImport,
  importColumns,
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

/** Bytes of a register's file. */
const maxBytes = 20 * 1024 * 1024;

const LineCursor = z.tuple([z.string().regex(/^\d{1,9}$/)]);
const ImportCursor = z.tuple([z.iso.datetime(), z.uuid()]);

@Injectable()
export class RegisterImportService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly definitions: DefinitionRegistry,
  ) {}

  /**
   * Reads a file, recognises its columns and says what each line would become. Nothing becomes a case yet.
   *
   * @throws ProblemError 413, 415, 422 for a file that cannot be read as a register; then nothing of it stays
   */
  async upload(principal: Principal, request: UploadRequest): Promise<ImportView> {
    try {
      const { name, content } = await readUploadForm(request, this.store);
      try {
        if (content.size > maxBytes) throw tooLarge();
        const table = await readRegisterTable(content.path);
        const { line, headings } = findHeader(table.rows);
        const { size, sha256, sm3 } = content;
        const made: StoredImport = {
          id: newId(),
          orgId: principal.orgId,
          orgPath: principal.orgPath,
          fileName: name,
          size,
          fileHash: sha256,
          fileSm3: sm3,
          format: table.format,
          encoding: table.encoding,
          sheet: table.sheet,
          headerLine: line,
          headings,
          mapping: suggestMapping(headings),
          isMappingKept: false,
          state: 'draft',
          version: 1,
          createdBy: principal.id,
          createdByName: principal.name,
          createdAt: this.clock.now(),
          startedAt: null,
          finishedAt: null,
        };
        if (table.rows.some(({ cells }) => !cells.every(isStorable))) throw unstorable();
        await content.keep();
        return await asViewer(this.pool, principal, async (client) => {
          const kept = line === null ? null : await keptMapping(client, principal.orgId, headings);
          const whole = kept === null ? made : { ...made, mapping: kept, isMappingKept: true };
          await insertImport(client, whole, table.rows);
          await checkImport(client, whole, this.#basis(whole));
          return this.#view(client, whole);
        });
      } finally {
        // What was kept is not there any more.
        await content.discard();
      }
    } catch (error) {
      await drain(request.raw);
      throw error;
    }
  }

  /** Another reading of the columns: checks every line again and stores it for files with the same headings. */
  async map(principal: Principal, id: string, request: MappingRequest): Promise<ImportView> {
    return asViewer(this.pool, principal, async (client) => {
      const before = await requireImport(client, id, 'for update of i');
      if (before.state !== 'draft') throw notDraft();
      const header = await this.#header(client, before, request.headerLine);
      const mapping = mappingOf(request, header.headings.length);
      const after: StoredImport = { ...before, ...header, mapping, isMappingKept: true, version: before.version + 1 };
      await client.query(
        `update register_import set header_line = $2, headings = $3, mapping = $4, remembered = true, version = $5
          where id = $1`,
        [id, after.headerLine, JSON.stringify(after.headings), JSON.stringify(mapping), after.version],
      );
      await client.query(
        `insert into register_mapping (org_id, org_path, headings_key, mapping, updated_at) values ($1, $2, $3, $4, $5)
         on conflict (org_id, headings_key) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`,
        [after.orgId, after.orgPath, headingsKey(after.headings), JSON.stringify(mapping), this.clock.now()],
      );
      await checkImport(client, after, this.#basis(after));
      return this.#view(client, after);
    });
  }

  /** Passes the import to the worker. Starting it again is no error and changes nothing. */
  async run(principal: Principal, id: string): Promise<ImportView> {
    return asViewer(this.pool, principal, async (client) => {
      const before = await requireImport(client, id, 'for update of i');
      if (before.state !== 'draft') return this.#view(client, before);
      requireComplete(before.mapping);
      // What was imported or decided since the preview counts, too.
      await checkImport(client, before, this.#basis(before));
      const startedAt = this.clock.now();
      await client.query(`update register_import set state = 'running', started_at = $2 where id = $1`, [
        id,
        startedAt,
      ]);
      await addJob(client, { kind: registerImportKind, key: id, organisation: principal });
      return this.#view(client, { ...before, state: 'running', startedAt });
    });
  }

  async list(principal: Principal, { cursor, limit }: ImportListQuery): Promise<ImportList> {
    const [at, id] = cursor === undefined ? [null, null] : decodeCursor(cursor, ImportCursor);
    return asViewer(this.pool, principal, async (client) => {
      const found = await client.query<StoredImport>(
        `select ${importColumns} from register_import i join person p on p.id = i.created_by
          where i.org_id = $1
            and ($2::timestamptz is null or (date_trunc('milliseconds', i.created_at), i.id) < ($2::timestamptz, $3::uuid))
          order by date_trunc('milliseconds', i.created_at) desc, i.id desc limit $4`,
        [principal.orgId, at, id, limit + 1],
      );
      const shown = found.rows.slice(0, limit);
      const counts = await countLines(
        client,
        shown.map((each) => each.id),
      );
      const last = shown.at(-1);
      return {
        items: shown.map((each) => viewOf(each, counts.get(each.id))),
        next: found.rows.length > limit && last ? encodeCursor([last.createdAt.toISOString(), last.id]) : null,
      };
    });
  }

  async find(principal: Principal, id: string, { rows, cursor, limit }: ImportQuery): Promise<ImportWithRows> {
    const after = cursor === undefined ? 0 : Number(decodeCursor(cursor, LineCursor)[0]);
    return asViewer(this.pool, principal, async (client) => {
      const of = await requireImport(client, id);
      const found = await client.query<ImportRow>(
        `select line, state, cells, problems, case_id as "caseId" from register_import_line
          where import_id = $1 and line > $2 and state <> 'above' and ($3 = 'all' or state = $3) order by line limit $4`,
        [id, after, rows, limit + 1],
      );
      const items = found.rows.slice(0, limit);
      const last = items.at(-1);
      const next = found.rows.length > limit && last ? encodeCursor([String(last.line)]) : null;
      return { ...(await this.#view(client, of)), rows: { items, next } };
    });
  }

  async #header(
    client: pg.PoolClient,
    before: StoredImport,
    line: number | undefined,
  ): Promise<Pick<StoredImport, 'headerLine' | 'headings'>> {
    const wanted = line ?? before.headerLine;
    if (wanted === before.headerLine && wanted !== null) return { headerLine: wanted, headings: before.headings };
    const first = (await linesOf(client, before.id).next()).value ?? [];
    const header = wanted === null ? null : headerAt(first, wanted);
    if (header !== null) return { headerLine: header.line, headings: header.headings };
    throw new ProblemError(422, 'register.heading-line', '没有认出表头。请用 headerLine 指明表头所在的行。');
  }

  #basis({ mapping, headings }: StoredImport) {
    return { mapping, headings, definitions: this.definitions.all(), today: civilDateOf(this.clock.now()) };
  }

  async #view(client: pg.PoolClient, of: StoredImport): Promise<ImportView> {
    return viewOf(of, (await countLines(client, [of.id])).get(of.id));
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

async function keptMapping(client: pg.PoolClient, orgId: string, headings: readonly string[]): Promise<Mapping | null> {
  const found = await client.query<{ mapping: Mapping }>(
    'select mapping from register_mapping where org_id = $1 and headings_key = $2',
    [orgId, headingsKey(headings)],
  );
  return found.rows[0]?.mapping ?? null;
}

async function requireImport(client: pg.PoolClient, id: string, lock = ''): Promise<StoredImport> {
  const found = isId(id) ? await findImport(client, id, lock) : null;
  if (found === null) throw notFound('该导入');
  return found;
}

/** @throws ProblemError 422 for a column that is not there or is read twice */
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

/** @throws ProblemError 422 where the columns are missing without which no row can become a case */
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
