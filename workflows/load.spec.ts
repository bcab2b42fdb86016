import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkDefinition } from '@lawgate/engine';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installedDefinitions, loadDefinitions } from './load.ts';

const here = fileURLToPath(new URL('./', import.meta.url));

describe('the categories', () => {
  it('are found in the order of the annual report, and every one is valid', async () => {
    const definitions = await loadDefinitions();
    const folders = readdirSync(here).filter((name) => existsSync(join(here, name, 'definition.ts')));
    expect(folders.length).toBeGreaterThanOrEqual(4);
    expect([...new Set(definitions.map(({ key }) => key))].sort()).toEqual(folders.sort());
    const orders = definitions.map(({ count }) => count.order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    // Labels and units as the town's own report of 2023 has them.
    const said = definitions.map(({ count }) => `${count.label}/${count.unit}`);
    expect(said).toEqual(
      expect.arrayContaining(['规范性文件/件', '重要合同/份', '重大执法决定/个', '重大行政决策/项']),
    );
    expect(definitions.flatMap((definition) => checkDefinition(definition))).toEqual([]);
  });

  it('create a draft from category and title alone', async () => {
    for (const definition of await loadDefinitions()) {
      expect([definition.key, definition.fields.safeParse({}).success]).toEqual([definition.key, true]);
    }
  });
});

describe('adding a category takes one folder and no other change', () => {
  let folder = '';

  // Copied next to the others, because relative imports of the spine and of the engine must resolve from there.
  beforeEach(() => {
    folder = mkdtempSync(join(here, '.new-category-'));
    cpSync(join(here, 'shared'), join(folder, 'shared'), { recursive: true });
    cpSync(join(here, 'contract'), join(folder, 'contract'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const copyAs = (name: string, key: string): void => {
    cpSync(join(folder, 'contract'), join(folder, name), { recursive: true });
    const file = join(folder, name, 'definition.ts');
    writeFileSync(file, readFileSync(file, 'utf8').replace("key: 'contract'", `key: '${key}'`));
  };

  it('a copy under another key is a category of its own', async () => {
    copyAs('framework-agreement', 'framework-agreement');
    const definitions = await loadDefinitions(pathToFileURL(`${folder}/`));
    expect([...new Set(definitions.map(({ key }) => key))]).toEqual(['contract', 'framework-agreement']);
    expect(definitions.flatMap((definition) => checkDefinition(definition))).toEqual([]);
  });

  it('a folder of categories from outside is loaded after those that come with Lawgate', async () => {
    copyAs('framework-agreement', 'framework-agreement');
    rmSync(join(folder, 'contract'), { recursive: true });
    const keys = (definitions: readonly { key: string }[]): string[] => definitions.map(({ key }) => key).sort();
    const own = keys(await installedDefinitions());
    expect(keys(await installedDefinitions(folder))).toEqual([...own, 'framework-agreement'].sort());
  });

  it('a folder from outside that claims a key of the installation is refused', async () => {
    await expect(installedDefinitions(folder)).rejects.toMatchObject({ code: 'workflows.duplicate-key' });
  });

  it('an outside folder that is missing, a file or without a category is refused with its path', async () => {
    for (const [place, code] of [
      [join(folder, 'nowhere'), 'workflows.folder-missing'],
      [join(folder, 'contract', 'definition.ts'), 'workflows.folder-missing'],
      [join(folder, 'contract'), 'workflows.folder-empty'],
    ] as const) {
      await expect(installedDefinitions(place)).rejects.toMatchObject({
        code,
        message: expect.stringContaining(place),
      });
    }
  });

  it('a copy under the same key is refused', async () => {
    copyAs('copy', 'contract');
    await expect(loadDefinitions(pathToFileURL(`${folder}/`))).rejects.toMatchObject({
      code: 'workflows.duplicate-key',
    });
  });

  it('another version may have a folder of its own next to the first', async () => {
    copyAs('contract-next', 'contract');
    const file = join(folder, 'contract-next', 'definition.ts');
    const newest = Number(/ version: (\d+),/.exec(readFileSync(file, 'utf8'))?.[1]);
    writeFileSync(file, readFileSync(file, 'utf8').replace(`version: ${newest},`, `version: ${newest + 1},`));
    const loaded = await loadDefinitions(pathToFileURL(`${folder}/`));
    const versions = Array.from({ length: newest + 1 }, (_, index) => ['contract', index + 1]);
    expect(loaded.map(({ key, version }) => [key, version])).toEqual(versions);
  });

  it('a folder whose file exports no definition is refused', async () => {
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty', 'definition.ts'), 'export {};\n');
    await expect(loadDefinitions(pathToFileURL(`${folder}/`))).rejects.toMatchObject({
      code: 'workflows.no-definition',
    });
  });
});
