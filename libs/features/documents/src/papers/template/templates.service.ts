/** A town's own templates: checked and stored, previewed with sample data, put in force and replaced with a reason. */
import { Readable } from 'node:stream';
import { docxType, CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { readUploadForm, type UploadRequest } from '@lawgate/http';
import type { Definition, PaperSpec } from '@lawgate/engine';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { DefinitionRegistry } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import type { DocumentTables } from '../../tables.ts';
import { PaperTemplateChoiceEntity, PaperTemplateEntity } from '../paper.entity.ts';
import { bytesOf, paperBytes } from '../paper-maker.ts';
import { fileName, type PaperFile } from '../papers.service.ts';
import { toPdf } from '../pdf.ts';
import { builtInTemplate } from './built-in-template.ts';
import { templateInForce, valuesOf } from './in-force.ts';
import { maxTemplateBytes, openTemplate, tooLarge, withoutDocxErrors } from './open-template.ts';
import { bodyPlaceholder, placeholdersIn } from './placeholders.ts';
import { sampleSource } from './sample-source.ts';
import type { ChooseTemplateRequest, TemplateKindView, TemplateList } from './template-views.ts';

/** Watermark on every page of a sample. */
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
    private readonly database: Database<DocumentTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  async list(principal: Principal): Promise<TemplateList> {
    const kinds = this.#kinds();
    const { versions, choices } = await this.database.as(principal, async ({ db }) => ({
      versions: await db
        .selectFrom('paper_template')
        .selectAll()
        .where('orgId', '=', principal.orgId)
        .orderBy('kind')
        .orderBy('version', 'desc')
        .execute(),
      choices: await db
        .selectFrom('paper_template_choice')
        .selectAll()
        .where('orgId', '=', principal.orgId)
        .orderBy('chosenAt', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    }));
    const of = <T extends { kind: string }>(rows: readonly T[], kind: string): T[] =>
      rows.filter((row) => row.kind === kind);
    return {
      items: [...kinds].map(([kind, { definition, spec }]) => ({
        kind,
        label: spec.title,
        inForce: of(choices, kind)[0]?.version ?? 0,
        placeholders: known(definition, spec),
        versions: of(versions, kind).map((row) => ({
          version: row.version,
          fileName: row.fileName,
          size: row.size,
          sha256: row.sha256,
          placeholders: row.placeholders,
          uploadedBy: { id: row.uploadedBy, name: row.uploadedByName },
          uploadedAt: row.uploadedAt.toISOString(),
        })),
        choices: of(choices, kind).map((row) => ({
          version: row.version,
          reason: row.reason,
          chosenBy: { id: row.chosenBy, name: row.chosenByName },
          chosenAt: row.chosenAt.toISOString(),
        })),
      })),
      next: null,
    };
  }

  /**
   * Stores a template as the next version of its kind. It is not put in force.
   *
   * @throws ProblemError 404, 413 `template.too-large`, 422 `template.broken`, `template.forbidden`,
   * `template.placeholder-unknown`, `template.body-missing`; then nothing was stored
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
    await this.database.as(principal, async (tx) => {
      if (version > 0) await templateVersion(tx, principal, kind, version);
      tx.em.create(PaperTemplateChoiceEntity, {
        id: newId(),
        orgId: principal.orgId,
        orgPath: principal.orgPath,
        kind,
        version,
        reason,
        chosenBy: principal.id,
        chosenByName: principal.name,
        chosenAt: this.clock.now(),
      });
    });
    return this.#view(principal, kind);
  }

  /** A sample paper in a version of its template. */
  async preview(
    principal: Principal,
    kind: string,
    asked: { readonly version?: number | undefined; readonly format: 'docx' | 'pdf' },
  ): Promise<PaperFile> {
    const { definition, spec } = this.#kind(kind);
    const template = await this.database.as(principal, async (tx) => {
      if (asked.version === undefined) return templateInForce(tx.db, principal.orgId, kind, this.clock.now());
      return asked.version === 0 ? null : templateVersion(tx, principal, kind, asked.version);
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
   * An uploaded version; for version 0 a docx with the placeholders, as a starting point.
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
    const kept = await this.database.as(principal, (tx) => templateVersion(tx, principal, kind, version));
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
        await this.database.as(principal, async ({ db, em }) => {
          const { last } = await db
            .selectFrom('paper_template')
            .select(({ fn }) => fn.max('version').as('last'))
            .where('orgId', '=', principal.orgId)
            .where('kind', '=', kind)
            .executeTakeFirstOrThrow();
          em.create(PaperTemplateEntity, {
            orgId: principal.orgId,
            orgPath: principal.orgPath,
            kind,
            version: (last ?? 0) + 1,
            fileName: file.name,
            size: file.size,
            sha256: file.sha256,
            sm3: file.sm3,
            placeholders: [...file.placeholders],
            uploadedBy: principal.id,
            uploadedByName: principal.name,
            uploadedAt: this.clock.now(),
          });
        });
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

async function templateVersion(
  { db }: Transaction<DocumentTables>,
  principal: Principal,
  kind: string,
  version: number,
): Promise<Kept> {
  const row = await db
    .selectFrom('paper_template')
    .select(['version', 'size', 'sha256'])
    .where('orgId', '=', principal.orgId)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) {
    throw new ProblemError(422, 'template.version-unknown', `这种文书没有第${version}版模板，请选择已上传的版本。`);
  }
  return row;
}

/** Placeholders that a template of this kind may use. */
function known(definition: Definition, spec: PaperSpec): string[] {
  return [bodyPlaceholder, ...Object.keys(valuesOf(spec.compose(sampleSource(definition, spec))))].sort();
}

/** @returns the placeholders of a template without active content and without unknown placeholders */
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
