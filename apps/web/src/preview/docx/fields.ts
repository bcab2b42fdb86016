/**
 * Fields in their shown form: codes are removed, results stay, and what Word shows without a result (form fields,
 * formulas and symbols) becomes text.
 */
import { attribute, child, isOn, Maker, within } from './markup.ts';
import { symbolText } from './symbols.ts';

interface Field {
  readonly begin: Element;
  code: string;
  hasResult: boolean;
  /** Content of the code, which is not shown. */
  readonly hidden: Element[];
}

const content = new Set(['t', 'delText', 'tab', 'br', 'cr', 'sym', 'drawing', 'pict', 'object', 'noBreakHyphen']);

/** Resolves the complex fields of a part. A field that never ends is left as it is. */
export function resolveFields(root: Element, maker: Maker): void {
  const open: Field[] = [];
  for (const element of within(root, '*')) {
    switch (element.localName) {
      case 'fldChar': {
        const type = attribute(element, 'fldCharType');
        const field = open.at(-1);
        if (type === 'begin') open.push({ begin: element, code: '', hasResult: false, hidden: [] });
        else if (type === 'separate' && field !== undefined) field.hasResult = true;
        else if (type === 'end' && field !== undefined) {
          open.pop();
          close(field, maker);
        }
        break;
      }
      case 'instrText':
      case 'delInstrText': {
        const field = open.at(-1);
        if (field !== undefined && !field.hasResult) field.code += element.textContent;
        break;
      }
      default:
        if (content.has(element.localName)) open.find(({ hasResult }) => !hasResult)?.hidden.push(element);
    }
  }
}

function close(field: Field, maker: Maker): void {
  const inner = field.hidden.filter(({ localName }) => localName === 't').map(({ textContent }) => textContent);
  for (const element of field.hidden) element.remove();
  const shown = formValue(field.begin) ?? (field.hasResult ? null : valueOf(field.code.trim(), inner.join('')));
  if (shown !== null && shown !== '') field.begin.before(maker.text(shown));
}

/** Check boxes and lists of forms have no result. */
function formValue(begin: Element): string | null {
  const form = child(begin, 'ffData');
  const box = child(form, 'checkBox');
  if (box !== null) return isOn(child(box, 'checked') ?? child(box, 'default')) ? '☑' : '☐';
  const list = child(form, 'ddList');
  if (list === null) return null;
  const at = Number(attribute(child(list, 'result') ?? child(list, 'default'), 'val') ?? 0);
  const entries = [...list.children].filter(({ localName }) => localName === 'listEntry');
  return attribute(entries[at], 'val') ?? '';
}

/** What Word shows for a code without a result. */
export function valueOf(code: string, inner: string): string | null {
  const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/u.exec(code) ?? [];
  switch (name.toUpperCase()) {
    case 'EQ':
      return equation(rest + inner);
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return rest.replace(/^\S+\s*/u, '') + inner;
    case 'SYMBOL': {
      const point = /^(0x[0-9a-f]+|\d+)/iu.exec(rest)?.[1] ?? '0';
      const font = /\\f\s+"?([^"\\]+?)"?\s*(?:\\|$)/iu.exec(rest)?.[1] ?? null;
      return symbolText(font, Number(point).toString(16));
    }
    default:
      return null;
  }
}

/** `\f(1,2)` is a fraction; other switches place their arguments next to or above each other. */
function equation(code: string): string {
  let text = code;
  for (let turn = 0; turn < 20; turn += 1) {
    const next = text.replace(/\\([a-z]+)(?:\\[a-z]+\d*)*\s*\(([^()]*)\)/giu, (_, kind: string, inside: string) =>
      inside.split(/[,;，]/u).join(kind.toLowerCase() === 'f' ? '/' : ''),
    );
    if (next === text) break;
    text = next;
  }
  return text.trim();
}
