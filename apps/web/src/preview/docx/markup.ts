/** Elements of WordprocessingML: looked up by local name, because prefixes differ between programs. */
export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const relationsNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const drawingNamespace = 'http://schemas.openxmlformats.org/drawingml/2006/main';

/** Style names of inserted runs; docx-preview turns them into the classes of their spans. */
export const markStyle = 'lawgate-mark';
export const numberStyle = 'lawgate-number';
export const formulaStyle = 'lawgate-formula';

export function attribute(element: Element | null | undefined, name: string): string | null {
  return [...(element?.attributes ?? [])].find(({ localName }) => localName === name)?.value ?? null;
}

export function child(element: Element | null | undefined, name: string): Element | null {
  return [...(element?.children ?? [])].find(({ localName }) => localName === name) ?? null;
}

/** All descendants of that local name, in document order. */
export function within(element: Element | Document, ...names: readonly string[]): Element[] {
  return names.length === 1
    ? [...element.getElementsByTagNameNS('*', names[0] ?? '')]
    : [...element.getElementsByTagNameNS('*', '*')].filter(({ localName }) => names.includes(localName));
}

export function has(element: Element, ...names: readonly string[]): boolean {
  return names.some((name) => element.getElementsByTagNameNS('*', name).length > 0);
}

/** True for a toggle such as `w:vanish` that is there and not switched off. */
export function isOn(element: Element | null): boolean {
  return element !== null && !['0', 'false', 'off', 'none'].includes(attribute(element, 'val') ?? '1');
}

export class Maker {
  constructor(private readonly document: Document) {}

  element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly Node[] = []): Element {
    const made = this.document.createElementNS(wordNamespace, `w:${name}`);
    for (const [key, value] of Object.entries(attributes)) made.setAttributeNS(wordNamespace, `w:${key}`, value);
    made.append(...children);
    return made;
  }

  text(text: string): Element {
    const made = this.element('t');
    made.setAttribute('xml:space', 'preserve');
    made.textContent = text;
    return made;
  }

  /** @param properties copied; its style is replaced where one is given */
  run(content: readonly Node[], properties: Element | null = null, style?: string): Element {
    const own = (properties?.cloneNode(true) as Element | undefined) ?? this.element('rPr');
    if (style !== undefined) {
      child(own, 'rStyle')?.remove();
      own.prepend(this.element('rStyle', { val: style }));
    }
    return this.element('r', {}, own.children.length > 0 ? [own, ...content] : content);
  }

  paragraph(text: string, style?: string): Element {
    return this.element('p', {}, text === '' ? [] : [this.run([this.text(text)], null, style)]);
  }

  /** A frame around the blocks, drawn as a table of one cell. */
  box(blocks: readonly Element[]): Element {
    const sides = ['top', 'left', 'bottom', 'right'];
    const borders = sides.map((side) => this.element(side, { val: 'dashed', sz: '4', color: '888888' }));
    const cell = this.element('tc', {}, [
      this.element('tcPr', {}, [this.element('tcBorders', {}, borders)]),
      ...blocks,
    ]);
    return this.element('tbl', {}, [this.element('tr', {}, [cell])]);
  }

  /** An inline picture. @param relation id of the picture's relationship; sizes in EMU */
  picture(relation: string, width: number, height: number): Element {
    const shape = (name: string, attributes: Record<string, string>, children: readonly Node[] = []): Element => {
      const made = this.document.createElementNS(drawingNamespace, `a:${name}`);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    };
    const size = { cx: String(Math.round(width)), cy: String(Math.round(height)) };
    const blip = shape('blip', {});
    blip.setAttributeNS(relationsNamespace, 'r:embed', relation);
    const pic = shape('pic', {}, [
      shape('blipFill', {}, [blip]),
      shape('spPr', {}, width > 0 ? [shape('xfrm', {}, [shape('ext', size)])] : []),
    ]);
    const graphic = shape('graphic', {}, [shape('graphicData', {}, [pic])]);
    return this.element('drawing', {}, [shape('inline', {}, [...(width > 0 ? [shape('extent', size)] : []), graphic])]);
  }
}
