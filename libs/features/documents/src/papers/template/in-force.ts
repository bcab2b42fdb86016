/** Selects the template of a paper, and lists the values that fill it. */
import type { PaperContent } from '@lawgate/engine';
import { sql, type Kysely } from 'kysely';
import type { DocumentTables } from '../../tables.ts';
import { dateText } from '../page/line-text.ts';

export interface TemplateInForce {
  readonly version: number;
  readonly sha256: string;
  readonly size: number;
}

/** The town's template of a kind at that time; null where the built-in one is in force. */
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

/** Placeholders that exist for every paper; a paper may have further values. */
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
