import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compactSource, type Definition } from '@lawgate/engine';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { identityOf, loadDefinitions } from './load.ts';
import { releasedDefinition, releasesIn, sha256, type Release } from './releases.ts';

const here = fileURLToPath(new URL('./', import.meta.url));
const folders = readdirSync(here).filter((name) => existsSync(join(here, name, 'definition.ts')));
const releasesOf = (name: string): [Release, URL][] => releasesIn(pathToFileURL(`${join(here, name)}/`));

describe('a released version of a built-in category', () => {
  it('exists for every category, from version 1 on', () => {
    for (const name of folders)
      expect([name, releasesOf(name).map(([{ version }]) => version)]).toEqual([name, expect.arrayContaining([1])]);
  });

  // Compares the sources with the hashes of the release. When this fails, raise `version` in the definition; when the
  // change has no effect on the definition, run `npm run release -- --same workflows/…`, which refuses if it has.
  it.each(folders)('has the sources with which it was released: %s', async (name) => {
    const newest = (await loadDefinitions()).findLast(({ key }) => key === name);
    const release = releasesOf(name).find(([{ version }]) => version === newest?.version)?.[0];
    const changed = Object.entries(release?.sources ?? {}).filter(
      ([path, hash]) => sha256(compactSource(readFileSync(join(here, `${path}.ts`), 'utf8'))) !== hash,
    );
    expect(changed.map(([path]) => path)).toEqual([]);
  });

  it.each(folders)('is the file that was released, and can be loaded: %s', async (name) => {
    for (const [release, file] of releasesOf(name)) {
      const definition = await releasedDefinition(release, file);
      expect([definition.key, definition.version]).toEqual([name, release.version]);
      expect(identityOf(definition).hash).toBe(release.hash);
    }
  });
});

describe('a category with released versions', () => {
  const versions = releasesOf('contract').map(([{ version }]) => version);
  const newest = Math.max(...versions);
  const ofNewest = `version: ${newest},`;
  const toNext = `version: ${newest + 1},`;
  let folder = '';
  let file = '';
  const load = (): Promise<Definition[]> => loadDefinitions(pathToFileURL(`${folder}/`));
  const replace = (before: string, after: string): void =>
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));

  // Copied next to the others, because relative imports of the spine and of the engine must resolve from there.
  beforeEach(() => {
    folder = mkdtempSync(join(here, '.released-'));
    cpSync(join(here, 'shared'), join(folder, 'shared'), { recursive: true });
    cpSync(join(here, 'contract'), join(folder, 'contract'), { recursive: true });
    file = join(folder, 'contract', 'definition.ts');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is loaded once for each version while its newest version is the released one', async () => {
    const loaded = await load();
    expect(loaded.map(({ version }) => version)).toEqual(versions);
    const release = releasesOf('contract').find(([{ version }]) => version === newest)?.[0];
    expect(identityOf(loaded.at(-1) as Definition).hash).toBe(release?.hash);
  });

  it('keeps the released version next to a newer one', async () => {
    replace(ofNewest, toNext);
    replace("label: '重要合同',", "label: '重大合同',");
    expect((await load()).map(({ version, label }) => [version, label])).toEqual([
      ...versions.map((version) => [version, '重要合同']),
      [newest + 1, '重大合同'],
    ]);
  });

  it('is refused where the released version was changed, with the names of the changed parts', async () => {
    replace("stage: '待签订',", "stage: '等待签订',");
    replace("title: '合同金额（元）'", "title: '金额（元）'");
    await expect(load()).rejects.toMatchObject({
      code: 'workflows.released-changed',
      message: expect.stringMatching(new RegExp(`Version ${newest} of "contract" .*: fields, .*state signing`)),
    });
  });

  it('is accepted where only its comments and layout changed', async () => {
    appendFileSync(file, '\n// A remark.\n');
    expect((await load()).map(({ version }) => version)).toEqual(versions);
  });

  it('is refused where a released file was changed', async () => {
    replace(ofNewest, toNext);
    const released = join(folder, 'contract', 'released', 'v1.mjs');
    appendFileSync(released, '\n');
    await expect(load()).rejects.toMatchObject({
      code: 'workflows.released-changed',
      message: expect.stringContaining('v1.mjs'),
    });
  });

  it('is refused where its version is below a released one', async () => {
    replace(ofNewest, 'version: 0,');
    await expect(load()).rejects.toMatchObject({ code: 'workflows.version-lowered' });
  });

  it('under another key has nothing to do with the releases that were copied with it', async () => {
    replace("key: 'contract',", "key: 'framework-agreement',");
    expect((await load()).map(({ key }) => key)).toEqual(['framework-agreement']);
  });
});
