/** No engine builds the images here: what a build would miss is found by reading the file. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '..');

it('the image knows the manifest of every room, once', () => {
  const dockerfile = readFileSync(path.join(root, 'docker', 'Dockerfile'), 'utf8');
  const rooms = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => `${folder}/${name}`),
  );
  const copied = [...dockerfile.matchAll(/^COPY ((?:apps|libs)\/[\w-]+)\/package\.json \1\/$/gm)].map(
    ([, room]) => room,
  );
  expect(copied.sort()).toEqual(rooms.sort());
});
