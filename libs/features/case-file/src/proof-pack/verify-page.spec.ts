/** The verifier page of a pack in a real browser, opened from disk, without a server or requests. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { launchChromium } from '@lawgate/testing';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { openProofTown, type ProofTown } from './proof-town.fixtures.ts';

let town: ProofTown;
let folder: string;
let browser: Browser;
let page: Page;
let files: Record<string, Uint8Array>;
const asked: string[] = [];

beforeAll(async () => {
  town = await openProofTown();
  folder = await mkdtemp(path.join(tmpdir(), 'lawgate-page-'));
  const caseId = await town.draft('路灯维护合同');
  await town.archive(caseId);
  const { body } = await town.call('POST', '/api/proof-packs', 'east-director', {
    caseIds: [caseId, await town.draft('桥梁检测合同')],
  });
  await town.work();
  const response = await town.request('GET', `/api/proof-packs/${body.id}/content`, 'east-director');
  const zip = new Uint8Array(await response.arrayBuffer());
  await writeFile(path.join(folder, 'pack.zip'), zip);
  files = unzipSync(zip);
  for (const [name, bytes] of Object.entries(files)) {
    const place = path.join(folder, 'pack', name);
    await mkdir(path.dirname(place), { recursive: true });
    await writeFile(place, bytes);
  }
  browser = await launchChromium();
  page = await browser.newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => asked.push(String(error)));
  await page.goto(pathToFileURL(path.join(folder, 'pack', 'verify.html')).href);
});
afterAll(async () => {
  await browser?.close();
  await town?.close();
  await rm(folder, { recursive: true, force: true });
});

async function verdict(input: string, file: string): Promise<{ verdict: string; faults: string }> {
  await page.setInputFiles(input, file);
  await page.waitForSelector('#result:is(.good, .bad)');
  const said = {
    verdict: (await page.textContent('#verdict')) ?? '',
    faults: (await page.textContent('#faults')) ?? '',
  };
  await page.reload();
  return said;
}

describe('verify.html', () => {
  it('verifies the ZIP and the extracted folder, the packs within included', async () => {
    expect(await verdict('#zip', path.join(folder, 'pack.zip'))).toMatchObject({
      verdict: expect.stringContaining('核验通过：2个案件'),
      faults: '',
    });
    expect((await verdict('#folder', path.join(folder, 'pack'))).verdict).toContain('核验通过：2个案件');
  });

  it('reports the changed position, and a file that is not a pack', async () => {
    const index = Buffer.from(files['index.html'] ?? []);
    index[index.length - 5] = (index[index.length - 5] ?? 0) ^ 1;
    await writeFile(path.join(folder, 'changed.zip'), zipSync({ ...files, 'index.html': index }));
    const changed = await verdict('#zip', path.join(folder, 'changed.zip'));
    expect(changed.verdict).toContain('核验未通过：1处不符');
    expect(changed.faults).toContain('index.html：文件被改动');
    await writeFile(path.join(folder, 'none.zip'), 'no ZIP');
    expect((await verdict('#zip', path.join(folder, 'none.zip'))).verdict).toContain('无法核验');
  });

  it('sends no request', () => {
    expect(asked.every((url) => url.startsWith('file://'))).toBe(true);
  });
});
