/** The verifier contained in every pack: a script for Node and a page for browsers, each a single file. */
import { readFileSync } from 'node:fs';

const sourceOf = (name: string): string => readFileSync(new URL(`../../verify/${name}`, import.meta.url), 'utf8');
const common = ['hashes.mjs', 'zip-reading.mjs', 'checking.mjs'];

/** A page on disk may not import modules from next to it, so everything is joined into one text. */
function joined(own: string): string {
  return [...common, own]
    .map(sourceOf)
    .join('\n')
    .replace(/^import .* from '\.\/[^']+';\n/gm, '')
    .replace(/^export /gm, '');
}

export interface VerifierFile {
  readonly path: string;
  readonly text: string;
}

/** `verify.html` and `verify.mjs`; they need only a browser or Node 20, and no network. */
export function verifierFiles(): readonly VerifierFile[] {
  const script = `(() => {\n'use strict';\n${joined('page.mjs')}})();\n`;
  return [
    { path: 'verify.html', text: sourceOf('page.html').replace('/* script */', () => script) },
    { path: 'verify.mjs', text: joined('node.mjs') },
  ];
}
