/** Formulas (OMML) as linear text, where docx-preview does not know an element of them. */
import { attribute, child, formulaStyle, Maker, within } from './markup.ts';

const drawn = new Set(
  'oMath oMathPara f func fName num den rad deg e sSup sSub sPre sup sub d nary eqArr lim limLow m mr box bar groupChr r t'.split(
    ' ',
  ),
);

/** @param isNote docx-preview cannot draw formulas of notes at all */
export function writeUnknownMath(root: Element, maker: Maker, isNote: boolean): void {
  for (const math of within(root, 'oMath')) {
    const known = within(math, '*').every(
      ({ localName, parentElement }) =>
        drawn.has(localName) || localName.endsWith('Pr') || /Pr$/u.test(parentElement?.localName ?? ''),
    );
    const needsProperties = within(math, 'd', 'groupChr', 'bar').some(
      (one) => child(one, `${one.localName}Pr`) === null,
    );
    if (known && !isNote && !needsProperties) continue;
    math.replaceWith(maker.run([maker.text(linear(math))], null, formulaStyle));
  }
}

export function linear(element: Element): string {
  const part = (name: string): string => {
    const found = child(element, name);
    return found === null ? '' : linear(found);
  };
  switch (element.localName) {
    case 't':
      return element.textContent;
    case 'f':
      return `${part('num')}/${part('den')}`;
    case 'sSup':
      return `${part('e')}^${part('sup')}`;
    case 'sSub':
      return `${part('e')}_${part('sub')}`;
    case 'sSubSup':
      return `${part('e')}_${part('sub')}^${part('sup')}`;
    case 'rad':
      return `${part('deg')}√${part('e')}`;
    case 'd': {
      const sign = (name: string, standard: string): string =>
        attribute(child(child(element, 'dPr'), name), 'val') ?? standard;
      return `${sign('begChr', '(')}${inside(element)}${sign('endChr', ')')}`;
    }
    case 'nary': {
      const sign = attribute(child(child(element, 'naryPr'), 'chr'), 'val') ?? '∫';
      return `${sign}_${part('sub')}^${part('sup')}${part('e')}`;
    }
    default:
      return inside(element);
  }
}

function inside(element: Element): string {
  return [...element.children]
    .filter(({ localName }) => !localName.endsWith('Pr'))
    .map(linear)
    .join('');
}
