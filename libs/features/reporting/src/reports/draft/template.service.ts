/** The town's own templates of the annual report: each upload is a version, and taking one back is a version too. */
import { createHash } from 'node:crypto';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { findPlace } from '../../places.ts';
import type { ReportingTables } from '../../tables.ts';
import { requireWholeOrganisation } from '../annual-report.service.ts';
import { builtInTemplate } from './built-in-template.ts';
import { checkTemplate } from './check-template.ts';
import { DraftContentService } from './draft-content.service.ts';
import type { TemplateCheck, TemplateList, TemplateVersion } from './draft-views.ts';
import { tableName } from './fill-template.ts';
import type { Phrase } from './phrase.ts';
import type { TemplateFile } from './template-upload.ts';

export interface UsedTemplate {
  readonly version: number;
  readonly name: string;
  readonly bytes: Buffer;
}

const builtInName = '法治政府建设年度报告（内置模板）.docx';

type Tx = Transaction<ReportingTables>;

const versionColumns = [
  'version',
  'name',
  'size',
  'sha256',
  'restoredFrom',
  'uploadedBy as byId',
  'uploadedByName as byName',
  'uploadedAt as at',
] as const;

type VersionRow = Awaited<ReturnType<typeof readVersions>>[number];

@Injectable()
export class TemplateService {
  constructor(
    private readonly database: Database<ReportingTables>,
    private readonly contents: DraftContentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every version of the own organisation, the newest first, and what a template may use. */
  async list(viewer: Principal): Promise<TemplateList> {
    requireWholeOrganisation(viewer);
    const phrases = await this.#phrases(viewer);
    const rows = await this.database.as(viewer, (tx) => readVersions(tx, viewer.orgPath));
    return {
      items: [...rows.map((row, index) => viewOf(row, index === 0)), builtInVersion(rows.length === 0)],
      placeholders: [
        ...phrases.map(({ key, label }) => ({ key, label })),
        { key: tableName, label: '合法性审核年度统计表（单独成段）' },
      ],
    };
  }

  /** Looks at a file as an upload would, and keeps nothing of it. */
  async check(viewer: Principal, { name, bytes }: TemplateFile): Promise<TemplateCheck> {
    requireWholeOrganisation(viewer);
    const phrases = await this.#phrases(viewer);
    const byName = namesOf(phrases);
    const checked = await checkTemplate(bytes, new Set([...byName.keys(), tableName]));
    const shown = new Set([...checked.names.keys()].map((one) => byName.get(one)?.key ?? one));
    const { names: shippedNames } = await checkTemplate(builtInTemplate, new Set(byName.keys()));
    return {
      name,
      size: bytes.length,
      sha256: digestOf(bytes),
      ok: checked.problems.length === 0,
      problems: [...checked.problems],
      placeholders: [...checked.names].map(([key, times]) => ({
        key,
        label: byName.get(key)?.label ?? (key === tableName ? '合法性审核年度统计表' : key),
        known: byName.has(key) || key === tableName,
        times,
      })),
      left: [...shippedNames.keys()].flatMap((key) => {
        const phrase = byName.get(key);
        return phrase === undefined || shown.has(key) ? [] : [{ key, label: phrase.label }];
      }),
    };
  }

  /**
   * Takes a file as the next version. The same bytes as the version that holds make no new one.
   *
   * @throws ProblemError 409 `report.template-taken`, 422 `report.template-invalid`
   *   with every problem in `issues`
   */
  async upload(director: Principal, file: TemplateFile): Promise<TemplateVersion> {
    const known = new Set([...namesOf(await this.#phrases(director)).keys(), tableName]);
    const checked = await checkTemplate(file.bytes, known);
    if (checked.problems.length > 0) {
      throw new ProblemError(422, 'report.template-invalid', '模板有问题，没有保存。请按所列逐项修改后重新上传。', {
        issues: checked.problems.map(({ where, message }) => ({ path: where, message })),
      });
    }
    return this.#write(director, { name: file.name, bytes: file.bytes, restoredFrom: null });
  }

  /**
   * Takes an earlier version back; 0 is the one that ships.
   *
   * @throws ProblemError as {@link upload}, and 404
   */
  async restore(director: Principal, version: number): Promise<TemplateVersion> {
    const { name, bytes } = await this.read(director, version);
    return this.#write(director, { name, bytes, restoredFrom: version });
  }

  /** @param version the one that holds where it is left out */
  async read(viewer: Principal, version?: number, organisation?: string): Promise<UsedTemplate> {
    requireWholeOrganisation(viewer);
    if (version === 0) return shipped;
    const row = await this.database.as(viewer, async (tx) => {
      const place = await findPlace(tx, viewer, organisation);
      const versions = tx.db.selectFrom('report_template').select(['version', 'name', 'content as bytes']);
      const own = versions.where('orgPath', '=', place.path).orderBy('version', 'desc').limit(1);
      return (version === undefined ? own : own.where('version', '=', version)).executeTakeFirst();
    });
    if (row === undefined && version !== undefined) throw notFound('该版模板');
    return row ?? shipped;
  }

  async #write(
    director: Principal,
    made: { readonly name: string; readonly bytes: Buffer; readonly restoredFrom: number | null },
  ): Promise<TemplateVersion> {
    const sha256 = digestOf(made.bytes);
    return this.database.as(director, async (tx) => {
      const [last] = await readVersions(tx, director.orgPath);
      if (last === undefined ? made.restoredFrom === 0 : last.sha256 === sha256) {
        return last === undefined ? builtInVersion(true) : viewOf(last, true);
      }
      const row = await tx.db
        .insertInto('report_template')
        .values({
          id: newId(),
          orgId: director.orgId,
          orgPath: director.orgPath,
          version: (last?.version ?? 0) + 1,
          name: made.name,
          size: made.bytes.length,
          sha256,
          content: made.bytes,
          restoredFrom: made.restoredFrom,
          uploadedBy: director.id,
          uploadedByName: director.name,
          uploadedAt: this.clock.now(),
        })
        .onConflict((conflict) => conflict.columns(['orgId', 'orgPath', 'version']).doNothing())
        .returning(versionColumns)
        .executeTakeFirst();
      if (row === undefined) {
        throw new ProblemError(409, 'report.template-taken', '他人刚刚更换了模板，请刷新核对后再上传。');
      }
      return viewOf(row, true);
    });
  }

  /** Labels do not depend on the year; which categories and kinds there are is asked of the present one. */
  async #phrases(viewer: Principal): Promise<readonly Phrase[]> {
    const year = this.clock.now().getUTCFullYear();
    return (await this.contents.content(viewer, Math.min(2100, Math.max(2000, year)), {})).content.phrases;
  }
}

const shipped: UsedTemplate = { version: 0, name: builtInName, bytes: builtInTemplate };

/** Phrases by key and by label; a label of two represents the first. */
export function namesOf(phrases: readonly Phrase[]): Map<string, Phrase> {
  const names = new Map<string, Phrase>();
  for (const phrase of phrases) if (!names.has(phrase.label)) names.set(phrase.label, phrase);
  for (const phrase of phrases) names.set(phrase.key, phrase);
  return names;
}

function readVersions({ db }: Tx, orgPath: string) {
  return db
    .selectFrom('report_template')
    .select(versionColumns)
    .where('orgPath', '=', orgPath)
    .orderBy('version', 'desc')
    .limit(200)
    .execute();
}

function viewOf({ byId, byName, at, ...row }: VersionRow, current: boolean): TemplateVersion {
  return { ...row, current, uploadedBy: { id: byId, name: byName }, uploadedAt: at.toISOString() };
}

function builtInVersion(current: boolean): TemplateVersion {
  return {
    version: 0,
    name: builtInName,
    size: builtInTemplate.length,
    sha256: digestOf(builtInTemplate),
    current,
    restoredFrom: null,
    uploadedBy: null,
    uploadedAt: null,
  };
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
