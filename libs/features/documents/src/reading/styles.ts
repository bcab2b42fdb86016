/** What the styles of a Word document say about text: lists, raised characters, fonts of symbols. */
import type { Raised } from './symbols.ts';
import { walkXml } from './xml.ts';

export interface Style {
  readonly basedOn: string | null;
  numId: string | null;
  level: number | null;
  raised: Raised | 'baseline' | null;
}

export interface Styles {
  readonly defaultParagraph: string | null;
  /** The nearest value up the chain of `basedOn`; null where none has it. */
  readonly find: <K extends keyof Style>(id: string | null, key: K) => Style[K] | null;
}

export function readStyles(part: Buffer | null): Styles {
  const styles = new Map<string, Style & { basedOn: string | null }>();
  let defaultParagraph: string | null = null;
  let current: (Style & { basedOn: string | null }) | null = null;
  if (part !== null) {
    walkXml(part, {
      open: ({ name, attributes }) => {
        if (name === 'w:style') {
          current = { basedOn: null, numId: null, level: null, raised: null };
          styles.set(attributes.styleId ?? '', current);
          const isDefault = ['1', 'true', 'on'].includes(attributes.default ?? '');
          if (isDefault && attributes.type === 'paragraph') defaultParagraph = attributes.styleId ?? null;
        }
        if (current === null) return;
        if (name === 'w:basedOn') current.basedOn = attributes.val ?? null;
        if (name === 'w:numId') current.numId = attributes.val ?? null;
        if (name === 'w:ilvl') current.level = Number(attributes.val);
        if (name === 'w:vertAlign') current.raised = raisedOf(attributes.val);
      },
      close: (name) => {
        if (name === 'w:style') current = null;
      },
    });
  }
  return {
    defaultParagraph,
    find: (id, key) => {
      let at: string | null = id;
      // A chain of styles may have a cycle.
      for (let count = 0; at !== null && count < 64; count += 1) {
        const style = styles.get(at);
        if (style === undefined) return null;
        if (style[key] !== null) return style[key];
        at = style.basedOn;
      }
      return null;
    },
  };
}

export function raisedOf(value: string | undefined): Style['raised'] {
  return value === 'superscript' || value === 'subscript' ? value : 'baseline';
}
