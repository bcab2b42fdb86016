/** Which template a paper is set by, and how a town's own is filled. */
import type { PaperContent } from '@lawgate/engine';
import { fillDocx, openOwnDocx, packDocx } from '@lawgate/files';
import { Document, Packer } from 'docx';
import { sql, type Kysely } from 'kysely';
import type { DocumentTables } from '../../tables.ts';
import { setBlock, type SetOptions } from '../page/set-page.ts';
import { bodyLine, dateText } from '../page/set-text.ts';
import { openTemplate, withoutDocxErrors } from './open-template.ts';
import { bodyPlaceholder, placeholderNames } from './placeholders.ts';

export interface TemplateInForce {
  readonly version: number;
  readonly sha256: string;
  readonly size: number;
}

/** The town's template of a kind at that time; null where the one that ships with the program is in force. */
export async function templateInForce(
  db: Kysely<DocumentTables>,
  orgId: string,
  kind: string,
  at: Date,
): Promise<TemplateInForce | null> {
  const choice = db
    .selectFrom('paper_template_choice')
    .select(['version', 'orgId', 'orgPath', 'kind'])
    .where('orgId', '=', orgId)
    .where('kind', '=', kind)
    .where('chosenAt', '<=', at)
    .orderBy('chosenAt', 'desc')
    .orderBy('id', 'desc')
    .limit(sql.lit(1));
  const found = await db
    .selectFrom(choice.as('c'))
    .innerJoin('paper_template as t', (join) =>
      join
        .onRef('t.orgId', '=', 'c.orgId')
        .onRef('t.orgPath', '=', 'c.orgPath')
        .onRef('t.kind', '=', 'c.kind')
        .onRef('t.version', '=', 'c.version'),
    )
    .select(['t.version', 't.sha256', 't.size'])
    .executeTakeFirst();
  return found ?? null;
}

/** What a template may ask for of every paper; more by the paper's own words. */
export function valuesOf(content: PaperContent): Record<string, string> {
  return {
    ...content.values,
    标题: content.title,
    文号: content.number ?? '',
    主送: content.addressee ?? '',
    署名: content.signature?.by ?? '',
    日期: content.signature === null ? '' : dateText(content.signature.on),
    抄送: content.imprint?.copies ?? '',
    印发机关: content.imprint?.by ?? '',
    印发日期: content.imprint === null ? '' : dateText(content.imprint.on),
  };
}

/** @throws ProblemError for a template that should never have been taken in */
export async function fillTemplate(
  template: Buffer,
  content: PaperContent,
  { mark }: Partial<SetOptions>,
): Promise<Buffer> {
  const files = await openTemplate(template);
  const values = valuesOf(content);
  const body = await blocksXml(content, mark);
  return withoutDocxErrors(() =>
    packDocx(
      fillDocx(files, {
        names: placeholderNames,
        block: (name, { isMain }) => (name === bodyPlaceholder ? (isMain ? body : '') : null),
        inline: (name) => [{ text: Object.hasOwn(values, name) ? (values[name] ?? '') : '' }],
      }),
    ),
  );
}

/** The paper's paragraphs and tables as they stand in a document. */
async function blocksXml(content: PaperContent, mark?: string): Promise<string> {
  const children = [
    ...(mark === undefined ? [] : [bodyLine(`【${mark}】`)]),
    ...content.body.flatMap((block) => setBlock(block)),
  ];
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
  const xml = (await openOwnDocx(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
  return /<w:body>([^]*)<w:sectPr/.exec(xml)?.[1] ?? '';
}
