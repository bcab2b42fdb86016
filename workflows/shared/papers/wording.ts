/** Phrases that several papers share. */
import type { PaperBlock, PaperContent, PaperEvent, PaperSource } from '@lawgate/engine';
import type { MaterialSpec } from '@lawgate/engine';
import { numberedParts } from './numerals.ts';
import type { Labels } from '../words.ts';

/** The parts of a paper that a category provides. */
export interface PaperPlan {
  readonly conclusions: Labels;
  readonly questions: Labels;
  readonly materials: readonly MaterialSpec[];
}

/** 2024年2月8日: Arabic figures, no zero padding. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export function unitOf(source: PaperSource): string {
  const unit = source.fields.submittingUnit;
  return typeof unit === 'string' && unit !== '' ? unit : (source.names[source.drafter] ?? '送审单位');
}

export function nameOf(source: PaperSource, id: string): string {
  return source.names[id] ?? '';
}

/** The newest event of these types, up to the one that caused the paper. */
export function lastOf(source: PaperSource, ...types: readonly string[]): PaperEvent | null {
  return source.events.findLast(({ type }) => types.includes(type)) ?? null;
}

export function limitText(clock: { readonly limit: number; readonly unit: 'workday' | 'day' }): string {
  return `${clock.limit}个${clock.unit === 'workday' ? '工作日' : '自然日'}`;
}

export function clockOf(source: PaperSource, key: string) {
  return source.clocks.find((clock) => clock.key === key) ?? null;
}

export function paragraph(text: string): Extract<PaperBlock, { kind: 'paragraph' }> {
  return { kind: 'paragraph', text };
}

export function heading(level: 1 | 2 | 3 | 4, text: string): PaperBlock {
  return { kind: 'heading', level, text };
}

/** Paragraphs numbered 1. 2. 3. */
export function numbered(texts: readonly string[]): PaperBlock[] {
  return texts.map((text, index) => paragraph(`${index + 1}. ${text}`));
}

/** Parts numbered 一、二、三、; a part without blocks is left out and takes no numeral. */
export function parts(given: readonly (readonly [title: string, blocks: readonly PaperBlock[]])[]): PaperBlock[] {
  return numberedParts(given.filter(([, blocks]) => blocks.length > 0)).flatMap(([title, blocks]) => [
    heading(1, title),
    ...blocks,
  ]);
}

/** A paper that goes out in the issuer's name on the day of its event. */
export function letterOf(
  source: PaperSource,
  paper: Pick<PaperContent, 'title' | 'body'> & Partial<PaperContent>,
): PaperContent {
  return {
    form: 'letter',
    number: source.number,
    addressee: unitOf(source),
    signature: { by: source.organisation, on: source.cause.on },
    imprint: null,
    ...paper,
    values: { ...valuesOf(source), ...paper.values },
  };
}

/** A form of the file: its content is in its table. */
export function sheetOf(
  source: PaperSource,
  paper: Pick<PaperContent, 'title' | 'body'> & Partial<PaperContent>,
): PaperContent {
  return letterOf(source, { form: 'sheet', number: null, addressee: null, signature: null, ...paper });
}

/** Values by placeholder name, for a town's template. */
function valuesOf(source: PaperSource): Record<string, string> {
  return {
    事项名称: source.title,
    事项类别: source.categoryLabel,
    送审单位: unitOf(source),
    承办人: nameOf(source, source.drafter),
    审查机构: source.organisation,
    轮次: String(source.round),
    办理人: source.cause.actor?.name ?? '系统',
    理由: String(source.cause.payload?.reason ?? ''),
  };
}
