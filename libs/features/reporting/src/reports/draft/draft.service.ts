/** The draft of the annual report on law-based government: figures as data, and the document made from them. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import { DocxError } from '@lawgate/files';
import { Injectable } from '@nestjs/common';
import { DraftContentService } from './draft-content.service.ts';
import type { DraftQuery, DraftView } from './draft-views.ts';
import { fillTemplate, tableName, type Filled } from './fill-template.ts';
import { checkTemplate, openTemplate } from './check-template.ts';
import { namesOf, TemplateService, type UsedTemplate } from './template.service.ts';
import type { AnnualReport } from '../report-views.ts';
import type { DraftContent } from './draft-figures.ts';

interface Draft {
  readonly template: UsedTemplate;
  readonly counted: AnnualReport;
  readonly content: DraftContent;
  readonly filled: Filled;
}

@Injectable()
export class DraftService {
  constructor(
    private readonly contents: DraftContentService,
    private readonly templates: TemplateService,
  ) {}

  /**
   * @throws ProblemError 403 for people who do not see whole organisations, 404 for another organisation, 422
   * `report.template-invalid` for a stored template that can no longer be read
   */
  async view(viewer: Principal, year: number, query: DraftQuery): Promise<DraftView> {
    const { template, counted, content, filled } = await this.#make(viewer, year, query, '');
    const byName = namesOf(content.phrases);
    const { names } = await checkTemplate(template.bytes, new Set());
    const used = new Set(
      [...names.keys()].flatMap((name) => {
        const pieces = name === tableName ? content.table.rows.flat() : (byName.get(name)?.pieces ?? []);
        return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.key]));
      }),
    );
    return {
      year,
      organisation: counted.organisation,
      template: { version: template.version, name: template.name },
      frozenAt: counted.frozenAt,
      revision: counted.revision,
      figures: content.figures.map((figure) => ({ ...figure, used: used.has(figure.key) })),
      missing: filled.missing.map(({ key, label, reason }) => ({ key, label, reason: reason ?? '' })),
    };
  }

  /**
   * The document.
   *
   * @param base address of the system, without a trailing slash
   * @throws ProblemError as {@link view}
   */
  async paper(
    viewer: Principal,
    year: number,
    query: DraftQuery,
    base: string,
  ): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const { counted, filled } = await this.#make(viewer, year, query, base);
    return { name: `${counted.organisation.name}${year}年法治政府建设年度报告（草稿）.docx`, bytes: filled.bytes };
  }

  async #make(viewer: Principal, year: number, query: DraftQuery, base: string): Promise<Draft> {
    const { counted, content } = await this.contents.content(viewer, year, query);
    const template = await this.templates.read(viewer, undefined, query.organisation);
    try {
      const filling = { phrases: namesOf(content.phrases), table: content.table, base };
      return { template, counted, content, filled: fillTemplate(await openTemplate(template.bytes), filling) };
    } catch (error) {
      if (!(error instanceof DocxError)) throw error;
      throw new ProblemError(422, 'report.template-invalid', '现用的模板已不能读取，请更换模板或恢复内置模板。');
    }
  }
}
