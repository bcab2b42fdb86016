/** The town's own templates of the annual report: each upload is a version, and taking one back is a version too. */
import { createHash } from 'node:crypto';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { requireWholeOrganisation } from '../annual-report.service.ts';
import { findPlace } from '../frozen-year.ts';
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

interface VersionRow {
  readonly version: number;
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly restoredFrom: number | null;
  readonly byId: string;
  readonly byName: string;
  readonly at: Date;
}

const versionColumns = `version, name, size, sha256, restored_from as "restoredFrom", uploaded_by as "byId",
  uploaded_by_name as "byName", uploaded_at as at`;

@Injectable()
export class TemplateService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly contents: DraftContentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Every version of the own organisation, the newest first, and what a template may use. */
  async list(viewer: Principal): Promise<TemplateList> {
    requireWholeOrganisation(viewer);
    const phrases = await this.#phrases(viewer);
    const rows = await asViewer(this.pool, viewer, (client) => readVersions(client, viewer.orgPath));
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
    const found = await asViewer(this.pool, viewer, async (client) => {
      const place = await findPlace(client, viewer, organisation);
      return client.query<UsedTemplate>(
        `select version, name, content as bytes from report_template
          where org_path = $1 and ($2::int is null or version = $2) order by version desc limit 1`,
        [place.path, version ?? null],
      );
    });
    const row = found.rows[0];
    if (row === undefined && version !== undefined) throw notFound('该版模板');
    return row ?? shipped;
  }

  async #write(
    director: Principal,
    made: { readonly name: string; readonly bytes: Buffer; readonly restoredFrom: number | null },
  ): Promise<TemplateVersion> {
    const sha256 = digestOf(made.bytes);
    return asViewer(this.pool, director, async (client) => {
      const [last] = await readVersions(client, director.orgPath);
      if (last === undefined ? made.restoredFrom === 0 : last.sha256 === sha256) {
        return last === undefined ? builtInVersion(true) : viewOf(last, true);
      }
      const written = await client.query<VersionRow>(
        `insert into report_template (id, org_id, org_path, version, name, size, sha256, content, restored_from,
                                      uploaded_by, uploaded_by_name, uploaded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (org_id, org_path, version) do nothing returning ${versionColumns}`,
        [
          newId(),
          director.orgId,
          director.orgPath,
          (last?.version ?? 0) + 1,
          made.name,
          made.bytes.length,
          sha256,
          made.bytes,
          made.restoredFrom,
          director.id,
          director.name,
          this.clock.now(),
        ],
      );
      const row = written.rows[0];
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

async function readVersions(client: pg.PoolClient, orgPath: string): Promise<VersionRow[]> {
  const found = await client.query<VersionRow>(
    `select ${versionColumns} from report_template where org_path = $1 order by version desc limit 200`,
    [orgPath],
  );
  return found.rows;
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
