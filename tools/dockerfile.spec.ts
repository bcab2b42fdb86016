/** The images are not built here: this test finds mistakes by reading the Dockerfile. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');

it('the image knows the manifest of every package, once', () => {
  const dockerfile = readFileSync(path.join(root, 'docker', 'Dockerfile'), 'utf8');
  const packages = globSync('{apps,libs}/**/package.json', {
    cwd: root,
    exclude: (name) => ['node_modules', 'dist', 'bundle'].includes(path.basename(String(name))),
  }).map((file) => path.posix.dirname(file));
  expect(packages.length).toBeGreaterThan(10);
  const copied = [...dockerfile.matchAll(/^COPY ((?:apps|libs)\/[\w/-]+)\/package\.json \1\/$/gm)].map(
    ([, name]) => name,
  );
  expect(copied.sort()).toEqual(packages.sort());
});
