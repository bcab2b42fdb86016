/** Values of form fields and texts of annotations. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PlacedGlyph } from './page-marks.ts';

export interface PageForms {
  /** Values that are shown on the page, at the places of their fields. */
  readonly glyphs: PlacedGlyph[];
  /** Values that no field shows on the page: hidden fields, and values that differ from what is drawn. */
  readonly fields: string[];
  readonly annotations: string[];
  /** Names of attached files. */
  readonly attached: string[];
}

/** What pdf.js says of an annotation, as far as it is used here. */
interface Annotation {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly [number, number, number, number];
  readonly hidden?: boolean;
  readonly noView?: boolean;
  readonly annotationFlags?: number;
  readonly fieldType?: string | null;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly exportValue?: string;
  readonly buttonValue?: string | null;
  readonly password?: boolean;
  readonly contentsObj?: { readonly str?: string };
  readonly file?: { readonly filename?: string };
}

/** Bits of the flags of an annotation: hidden, and not shown on the screen (ISO 32000-1, table 165). */
const unseen = 2 | 32;
/** Points; the size of the text of a field that does not show its value. */
const fieldSize = 10;

/** @param drawn glyphs of the page with those that its annotations draw */
export async function formsOf(page: PDFPageProxy, drawn: readonly PlacedGlyph[]): Promise<PageForms> {
  const found: PageForms = { glyphs: [], fields: [], annotations: [], attached: [] };
  const own = Map.groupBy(drawn, ({ annotation }) => annotation);
  const said = new Set<string>();
  for (const annotation of (await page.getAnnotations({ intent: 'any' })) as Annotation[]) {
    const glyphs = own.get(annotation.id) ?? [];
    if (annotation.subtype === 'Widget') {
      field(annotation, glyphs, found);
      continue;
    }
    const shown = plain(glyphs.map(({ text }) => text).join(''));
    const contents = annotation.contentsObj?.str?.trim() ?? '';
    if (contents !== '' && plain(contents) !== shown && !said.has(contents))
      found.annotations.push(...contents.split(/[\r\n]+/u));
    said.add(contents);
    if (annotation.subtype === 'FileAttachment') found.attached.push(annotation.file?.filename ?? '');
    // What the annotation draws is a part of the page.
    found.glyphs.push(...glyphs);
  }
  return found;
}

function field(annotation: Annotation, drawn: readonly PlacedGlyph[], found: PageForms): void {
  const { fieldName = '', rect } = annotation;
  const box = boxOf(annotation);
  const hidden = annotation.hidden === true || ((annotation.annotationFlags ?? 0) & unseen) !== 0;
  const value = box ?? valueOf(annotation);
  if (hidden) {
    if (value !== '') found.fields.push(`${fieldName}：${value}`);
    return;
  }
  if (box === null && drawn.length > 0) {
    found.glyphs.push(...drawn);
    const shown = plain(drawn.map(({ text }) => text).join(''));
    if (value !== '' && annotation.fieldType !== 'Btn' && plain(value) !== shown)
      found.fields.push(`${fieldName}：${value}`);
    return;
  }
  const [left, bottom, right, top] = rect;
  const size = Math.min(fieldSize, Math.max(1, top - bottom));
  for (const [index, line] of value.split(/\r\n|[\r\n]/u).entries()) {
    const y = box === null && index > 0 ? top - size * (index + 1) * 1.2 : (bottom + top) / 2 - size * 0.35;
    const toX = Math.min(right, left + size * line.length);
    found.glyphs.push({
      text: line,
      x: left,
      y,
      toX: Math.max(toX, left + 0.1),
      toY: y,
      size,
      invisible: false,
      annotation: null,
    });
  }
}

/** ☑ or ☐ for a check box and a radio button, null for other fields. */
function boxOf({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: Annotation): string | null {
  if (checkBox === true) return fieldValue !== null && fieldValue !== 'Off' && fieldValue === exportValue ? '☑' : '☐';
  if (radioButton === true) return fieldValue !== null && fieldValue === buttonValue ? '☑' : '☐';
  return null;
}

function valueOf({ fieldType, fieldValue, password }: Annotation): string {
  if (fieldType === 'Btn' || password === true) return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  return values
    .filter((value) => typeof value === 'string')
    .join('，')
    .trim();
}

const plain = (text: string): string => text.replace(/\s/gu, '');
