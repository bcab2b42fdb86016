/** Fields of a Word document: their result is text, their instruction is not, with a few exceptions. */
import { symbol } from './symbols.ts';

export interface Field {
  instruction: string;
  /** Position in the pieces of the text at which the result starts; null while the instruction is read. */
  resultFrom: number | null;
  /** Text found before the result, in case the field is never closed. */
  hidden: string;
  checked: boolean | null;
  entries: string[];
  /** Index of the selected entry. */
  selected: number;
}

export function newField(instruction = ''): Field {
  return { instruction, resultFrom: null, hidden: '', checked: null, entries: [], selected: 0 };
}

const pageFields = ['PAGE', 'NUMPAGES', 'SECTIONPAGES', 'PAGEREF'];
const countedFields = ['AUTONUM', 'AUTONUMLGL', 'AUTONUMOUT', 'LISTNUM'];

export function nameOf({ instruction }: Field): string {
  return /^[\s\\]*([A-Za-z]+|=)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';
}

export function isPageField(field: Field): boolean {
  return pageFields.includes(nameOf(field));
}

/** Whether Word computes its text only when it prints, and stores none. */
export function isCountedField(field: Field): boolean {
  return countedFields.includes(nameOf(field));
}

/**
 * The text of a field that stores no result; null where it has none.
 *
 * @param result what is stored
 */
export function fieldText(field: Field, result: string): string | null {
  const { instruction, checked, entries, selected } = field;
  switch (nameOf(field)) {
    case 'FORMCHECKBOX':
      return checked === true ? '☑' : '☐';
    case 'FORMDROPDOWN':
      return result.trim() === '' ? (entries[selected] ?? null) : null;
    case 'MACROBUTTON':
    case 'GOTOBUTTON':
      return result.trim() === '' ? (/^\s*\S+\s+\S+\s+([\s\S]*?)\s*$/u.exec(instruction)?.[1] ?? null) : null;
    case 'EQ':
      return result.trim() === '' ? equationText(instruction.replace(/^\s*EQ\s*/iu, '')) : null;
    case 'SYMBOL': {
      const found = /SYMBOL\s+(0x[\da-f]+|\d+|\S)(?:[\s\S]*?\\f\s*"?([^"\\]+)"?)?/iu.exec(instruction);
      if (result.trim() !== '' || found?.[1] === undefined) return null;
      const code = /^(0x[\da-f]+|\d+)$/iu.test(found[1]) ? Number(found[1]) : (found[1].codePointAt(0) ?? 0);
      return code > 0x10_ffff ? null : symbol(found[2]?.trim() ?? 'Symbol', code);
    }
    default:
      return null;
  }
}

/** Switches of the field EQ with their arguments, from the innermost: `\f(1,2)` becomes 1/2. */
function equationText(instruction: string): string {
  let text = instruction;
  for (let count = 0; count < 100; count += 1) {
    const found = /\\([a-z]+)((?:\\[a-z]+\d*|[\s,])*)\(([^()\\]*)\)/iu.exec(text);
    if (found === null) break;
    const [whole, name = '', options = '', inner = ''] = found;
    const args = inner.split(/[,;]/u).map((one) => one.trim());
    const next = switchText(name.toLowerCase(), options.toLowerCase(), args)
      .replaceAll('(', '\u0001')
      .replaceAll(')', '\u0002');
    text = text.slice(0, found.index) + next + text.slice(found.index + whole.length);
  }
  return text
    .replaceAll('\u0001', '(')
    .replaceAll('\u0002', ')')
    .replace(/\\[a-z]+\d*/giu, '')
    .trim();
}

function switchText(name: string, options: string, args: readonly string[]): string {
  const [first = '', second = ''] = args;
  if (name === 'f') return `${grouped(first)}/${grouped(second)}`;
  if (name === 'r') return second === '' ? `√(${first})` : `${first}√(${second})`;
  if (name === 's') return options.includes('do') ? `_(${first})` : `^(${first})`;
  if (name === 'b') return `(${args.join(',')})`;
  return args.join(name === 'o' ? '' : ',');
}

/** In parentheses, unless it is one word or number. */
export function grouped(text: string): string {
  return /^[\p{L}\p{N}.]*$/u.test(text) ? text : `(${text})`;
}
