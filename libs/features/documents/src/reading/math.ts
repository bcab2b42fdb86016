/** Formulas (Office Math, ISO/IEC 29500-1, 22.1) as one line of text. */
import { grouped } from './fields.ts';
import { raised } from './symbols.ts';

/** An argument of a formula, such as the numerator, or a property, such as the sign of a sum. */
export interface MathArgument {
  readonly name: string;
  readonly text: string;
}

const kept = ['num', 'den', 'e', 'sup', 'sub', 'deg', 'lim', 'fName', 'mr'];

/**
 * @param name local name of the element
 * @param text the text directly in it
 * @param args its arguments and properties in their order
 * @returns the text, and whether it is an argument of the element around it
 */
export function mathText(
  name: string,
  text: string,
  args: readonly MathArgument[],
): { readonly text: string; readonly argument: boolean } {
  const of = (key: string, other = ''): string => args.find((one) => one.name === key)?.text ?? other;
  const all = (key: string): string[] => args.filter((one) => one.name === key).map((one) => one.text);
  if (name === 'mr') return { text: all('e').join(','), argument: true };
  if (kept.includes(name)) return { text, argument: true };
  return { text: elementText(name, of, all) + text, argument: false };
}

function elementText(
  name: string,
  of: (key: string, other?: string) => string,
  all: (key: string) => string[],
): string {
  const up = of('sup') === '' ? '' : scripted(of('sup'), 'superscript');
  const down = of('sub') === '' ? '' : scripted(of('sub'), 'subscript');
  switch (name) {
    case 'f':
      return `${grouped(of('num'))}/${grouped(of('den'))}`;
    case 'rad':
      return `${of('deg')}√(${of('e')})`;
    case 'd':
      return `${of('begChr', '(')}${all('e').join(of('sepChr', '|'))}${of('endChr', ')')}`;
    case 'sPre':
      return `${down}${up}${of('e')}`;
    case 'nary':
      return `${of('chr', '∫')}${down}${up}${of('e')}`;
    case 'func':
      return `${of('fName')}${grouped(of('e'))}`;
    case 'limLow':
      return `${of('e')}_(${of('lim')})`;
    case 'limUpp':
      return `${of('e')}^(${of('lim')})`;
    case 'm':
      return `[${all('mr').join(';')}]`;
    case 'eqArr':
      return all('e').join('\n');
    case 'groupChr':
      return of('e');
    default:
      return `${of('e')}${of('chr')}${down}${up}`;
  }
}

function scripted(text: string, how: 'superscript' | 'subscript'): string {
  return /^[\p{N}\p{L}+−-]*$/u.test(text) ? raised(text, how) : `${how === 'superscript' ? '^' : '_'}(${text})`;
}
