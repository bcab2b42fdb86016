/** A town's own templates: taken in when harmless, shown with sample words, put in force and taken back with a reason. */
import { Readable } from 'node:stream';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { readUploadForm, type UploadRequest } from '@lawgate/http';
import type { Definition, PaperSpec } from '@lawgate/engine';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import { bytesOf, paperBytes } from '../paper-maker.ts';
import { fileName, type PaperFile } from '../papers.service.ts';
import { docxType } from '../page/set-page.ts';
import { toPdf } from '../pdf.ts';
import { builtInTemplate } from './built-in-template.ts';
import { templateInForce, valuesOf } from './in-force.ts';
import { maxTemplateBytes, openTemplate, tooLarge, withoutDocxErrors } from './open-template.ts';
import { bodyPlaceholder, placeholdersIn } from './placeholders.ts';
import { sampleSource } from './sample-source.ts';
import type { ChooseTemplateRequest, TemplateKindView, TemplateList } from './template-views.ts';

/** Written over every page of a sample. */
const sampleMark = '样张　示例数据';
const uniqueViolation = '23505';

interface Kept {
  readonly version: number;
  readonly size: number;
  readonly sha256: string;
}

@Injectable()
export class TemplatesService {
  constructor(
    private readonly definitions: DefinitionRegistry,
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  async list(principal: Principal): Promise<TemplateList> {
    const kinds = this.#kinds();
    const { versions, choices } = await asViewer(this.pool, principal, async (client) => ({
      versions: await client.query<{ kind: string; view: TemplateKindView['versions'][number] }>(
        `select kind, json_build_object('version', version, 'fileName', file_name, 'size', size, 'sha256', sha256,
                'placeholders', placeholders, 'uploadedBy', json_build_object('id', uploaded_by, 'name', uploaded_by_name),
                'uploadedAt', ${instant('uploaded_at')}) as view
           from paper_template where org_id = $1 order by kind, version desc`,
        [principal.orgId],
      ),
      choices: await client.query<{ kind: string; view: TemplateKindView['choices'][number] }>(
        `select kind, json_build_object('version', version, 'reason', reason,
                'chosenBy', json_build_object('id', chosen_by, 'name', chosen_by_name), 'chosenAt', ${instant('chosen_at')}) as view
           from paper_template_choice where org_id = $1 order by chosen_at desc, id desc`,
        [principal.orgId],
      ),
    }));
    const of = <T>(rows: readonly { kind: string; view: T }[], kind: string): T[] =>
      rows.filter((row) => row.kind === kind).map(({ view }) => view);
    return {
      items: [...kinds].map(([kind, { definition, spec }]) => ({
        kind,
        label: spec.title,
        inForce: of(choices.rows, kind)[0]?.version ?? 0,
        placeholders: known(definition, spec),
        versions: of(versions.rows, kind),
        choices: of(choices.rows, kind),
      })),
      next: null,
    };
  }

  /**
   * Takes a template in as the next version of its kind. It is not in force by that.
   *
   * @throws ProblemError 404, 413 `template.too-large`, 422 `template.broken`,
   *   `template.forbidden`, `template.placeholder-unknown`, `template.body-missing`; then nothing was kept
   */
  async add(principal: Principal, kind: string, request: UploadRequest): Promise<TemplateKindView> {
    const { definition, spec } = this.#kind(kind);
    const { name, content } = await readUploadForm(request, this.store);
    let kept = false;
    try {
      if (content.size > maxTemplateBytes) throw tooLarge();
      const placeholders = await checked(await readFile(content.path), known(definition, spec));
      await content.keep();
      kept = true;
      await this.#write(principal, kind, { name, placeholders, ...content });
    } finally {
      if (!kept) await content.discard();
    }
    return this.#view(principal, kind);
  }

  /** @throws ProblemError 404, 422 `template.version-unknown` */
  async choose(
    principal: Principal,
    kind: string,
    { version, reason }: ChooseTemplateRequest,
  ): Promise<TemplateKindView> {
    this.#kind(kind);
    await asViewer(this.pool, principal, async (client) => {
      if (version > 0) await templateVersion(client, principal, kind, version);
      await client.query(
        `insert into paper_template_choice (id, org_id, org_path, kind, version, reason, chosen_by, chosen_by_name, chosen_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          newId(),
          principal.orgId,
          principal.orgPath,
          kind,
          version,
          reason,
          principal.id,
          principal.name,
          this.clock.now(),
        ],
      );
    });
    return this.#view(principal, kind);
  }

  /** The paper as a version of its template sets it, with made-up words. */
  async preview(
    principal: Principal,
    kind: string,
    asked: { readonly version?: number | undefined; readonly format: 'docx' | 'pdf' },
  ): Promise<PaperFile> {
    const { definition, spec } = this.#kind(kind);
    const template = await asViewer(this.pool, principal, async (client) => {
      if (asked.version === undefined) return templateInForce(client, principal.orgId, kind, this.clock.now());
      return asked.version === 0 ? null : templateVersion(client, principal, kind, asked.version);
    });
    const source = sampleSource(definition, spec);
    const bytes = await paperBytes(spec.compose(source), source.cause.at, template, this.store, sampleMark);
    const name = `样张-${spec.title}`;
    if (asked.format === 'pdf') {
      const pdf = await toPdf(bytes);
      return {
        name: `${fileName(name)}.pdf`,
        mediaType: 'application/pdf',
        bytes: pdf,
        size: pdf.length,
        sha256: null,
      };
    }
    return docxFile(name, bytes);
  }

  /**
   * A version as it was uploaded; of version 0 a docx with the placeholders in place, to begin one's own with.
   *
   * @throws ProblemError 404, 422 `template.version-unknown`
   */
  async content(principal: Principal, kind: string, version: number): Promise<PaperFile> {
    const { definition, spec } = this.#kind(kind);
    if (version === 0) {
      const source = sampleSource(definition, spec);
      const bytes = await builtInTemplate(spec.compose(source), spec.title, source.cause.at);
      return docxFile(`${spec.title}-系统自带模板`, bytes);
    }
    const kept = await asViewer(this.pool, principal, (client) => templateVersion(client, principal, kind, version));
    return docxFile(`${spec.title}-第${version}版模板`, await bytesOf(this.store, kept));
  }

  /** Every kind of every category once; a kind means the same in all of them. */
  #kinds(): Map<string, { definition: Definition; spec: PaperSpec }> {
    const kinds = new Map<string, { definition: Definition; spec: PaperSpec }>();
    for (const definition of this.definitions.all()) {
      for (const spec of definition.papers ?? []) {
        if (!kinds.has(spec.kind)) kinds.set(spec.kind, { definition, spec });
      }
    }
    return kinds;
  }

  #kind(kind: string): { definition: Definition; spec: PaperSpec } {
    const found = this.#kinds().get(kind);
    if (found === undefined) throw notFound('该文书种类');
    return found;
  }

  async #view(principal: Principal, kind: string): Promise<TemplateKindView> {
    const view = (await this.list(principal)).items.find((item) => item.kind === kind);
    if (view === undefined) throw notFound('该文书种类');
    return view;
  }

  async #write(
    principal: Principal,
    kind: string,
    file: { name: string; size: number; sha256: string; sm3: string; placeholders: readonly string[] },
  ): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await asViewer(this.pool, principal, (client) =>
          client.query(
            `insert into paper_template (org_id, org_path, kind, version, file_name, size, sha256, sm3, placeholders,
                    uploaded_by, uploaded_by_name, uploaded_at)
             select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11
               from paper_template where org_id = $1 and kind = $3`,
            [
              principal.orgId,
              principal.orgPath,
              kind,
              file.name,
              file.size,
              file.sha256,
              file.sm3,
              JSON.stringify(file.placeholders),
              principal.id,
              principal.name,
              this.clock.now(),
            ],
          ),
        );
        return;
      } catch (error) {
        // Another upload took the version; the next attempt sees its row.
        if ((error as { code?: string }).code !== uniqueViolation || attempt === 20) throw error;
      }
    }
  }
}

function docxFile(name: string, bytes: Uint8Array): PaperFile {
  return {
    name: `${fileName(name)}.docx`,
    mediaType: docxType,
    bytes: Readable.from([bytes]),
    size: bytes.length,
    sha256: null,
  };
}

const instant = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

async function templateVersion(
  client: pg.PoolClient,
  principal: Principal,
  kind: string,
  version: number,
): Promise<Kept> {
  const found = await client.query<Kept>(
    `select version, size::float8 as size, sha256 from paper_template where org_id = $1 and kind = $2 and version = $3`,
    [principal.orgId, kind, version],
  );
  const row = found.rows[0];
  if (row === undefined) {
    throw new ProblemError(422, 'template.version-unknown', `这种文书没有第${version}版模板，请选择已上传的版本。`);
  }
  return row;
}

/** What a template of this kind may ask for. */
function known(definition: Definition, spec: PaperSpec): string[] {
  return [bodyPlaceholder, ...Object.keys(valuesOf(spec.compose(sampleSource(definition, spec))))].sort();
}

/** @returns the placeholders of a template that is harmless and asks for nothing unknown */
async function checked(bytes: Buffer, allowed: readonly string[]): Promise<string[]> {
  const files = await openTemplate(bytes);
  const names = await withoutDocxErrors(() => placeholdersIn(files));
  const unknown = names.filter((name) => !allowed.includes(name));
  if (unknown.length > 0) {
    throw new ProblemError(
      422,
      'template.placeholder-unknown',
      `模板中有不认识的占位符：${unknown.map((name) => `{{${name}}}`).join('、')}。可用的占位符：${allowed.join('、')}。`,
    );
  }
  if (!names.includes(bodyPlaceholder)) {
    throw new ProblemError(
      422,
      'template.body-missing',
      '模板中没有 {{正文}}，文书的内容无处安放，请单独用一段写上 {{正文}}。',
    );
  }
  return names;
}
