/** Runs axe in the page itself, without its usual wrapper. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

export interface Violation {
  readonly id: string;
  readonly help: string;
  /** The start tag of each element that violates the rule. */
  readonly elements: readonly string[];
}

const options: axe.RunOptions = {
  // Only violations are reported in detail.
  resultTypes: ['violations'],
  // The one rule that preloads anything needs media; by default axe also reads every style sheet.
  preload: { assets: ['media'] },
  // Selectors of elements are not needed.
  selectors: false,
};

const minified = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** In axe's build, each private field of a colour is an entry of a WeakMap; a property is ten times as fast. */
const propertyFields = `class Field {
  key = Symbol();
  has(object) { return this.key in object; }
  get(object) { return object[this.key]; }
  set(object, value) { object[this.key] = value; }
}
${minified.replace(/([\w$]+)=new WeakMap(?=[,;])/g, '$1=new Field')}`;
/** A page has few background colours, so each is parsed once. */
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

// Uploaded documents are drawn in a sandbox without scripts, in which axe cannot run.
const context: axe.ElementContext = { exclude: [['iframe[sandbox]']] };

const run = `axe.run(${JSON.stringify(context)}, ${JSON.stringify(options)}).then(({ violations }) =>
  violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => ({ id, help, elements: nodes.map(({ html }) => html.slice(0, 200)) })))`;

/** @returns the serious and critical violations on the present page */
export async function seriousViolations(page: Page): Promise<Violation[]> {
  // The script is half a megabyte, and stays until the page loads another document.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(source);
  return page.evaluate<Violation[]>(run);
}
