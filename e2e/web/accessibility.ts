/** Axe in the page itself: its rules as they come, without a frame of their own around them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Violation {
  readonly id: string;
  readonly help: string;
  /** The start of each element that breaks the rule. */
  readonly elements: readonly string[];
}

const options: axe.RunOptions = {
  // Only what is wrong is worked out in full.
  resultTypes: ['violations'],
  // The one rule that loads anything first asks for media; by default axe reads every style sheet as well.
  preload: { assets: ['media'] },
  // The way to an element is not printed.
  selectors: false,
};

const minified = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** As axe is built, each private field of a colour is an entry of a weak map; a property is ten times as quick. */
const propertyFields = `class Field {
  key = Symbol();
  has(object) { return this.key in object; }
  get(object) { return object[this.key]; }
  set(object, value) { object[this.key] = value; }
}
${minified.replace(/([\w$]+)=new WeakMap(?=[,;])/g, '$1=new Field')}`;
/** The same few colours are behind all words of a page. */
const eachColourReadOnce = `{
  const { prototype } = axe.commons.color.Color;
  const { parseString } = prototype;
  const known = new Map();
  prototype.parseString = function (text) {
    if (!known.has(text)) {
      const { r, g, b, alpha } = parseString.call(this, text);
      known.set(text, { r, g, b, alpha });
    }
    return Object.assign(this, known.get(text));
  };
}`;
const source = `${propertyFields}\n${eachColourReadOnce}`;

// Handed-in documents are drawn in a sandbox that runs no script, so neither axe.
const context: axe.ElementContext = { exclude: [['iframe[sandbox]']] };

const run = `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)}).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html.slice(0, 200)) })))`;

/** @returns what is serious or critical on the page as it is now */
export async function seriousViolations(page: Page): Promise<Violation[]> {
  // The script is half a megabyte, and stays until the page loads another document.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(source);
  return page.evaluate<Violation[]>(run);
}
