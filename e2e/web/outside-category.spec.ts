/** A category outside the repository: a server with its folder in the settings offers it like the built-in ones. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { strFromU8, unzipSync } from 'fflate';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Client } from '../client.ts';
import { Server } from '../server.ts';
import { handInMaterials, walkToEnd, type Cast, type DefinitionView } from '../walker.ts';
import { workbenchFor } from './browser.ts';

const outside = path.resolve(import.meta.dirname, '../outside');
const title = '镇区管道燃气特许经营协议';

const workbench = workbenchFor('own', { LAWGATE_WORKFLOWS: outside });
let cast: Cast;
let definition: DefinitionView;
let caseId: string;

beforeAll(async () => {
  const login = (username: string): Promise<Client> => Client.login(workbench.base, username);
  cast = {
    clerk: await login('clerk'),
    intake: await login('intake'),
    adviser: await login('adviser'),
    director: await login('director'),
    leader: await login('leader'),
    archivist: await login('archivist'),
  };
}, 300_000);

interface Listed {
  readonly items: readonly { readonly key?: string; readonly title?: string }[];
}

describe('a category of LAWGATE_WORKFLOWS', () => {
  it('is listed after the built-in ones, with its act and its material', async () => {
    const listed = await cast.clerk.get<Listed>('/api/definitions');
    expect(listed.body.items.at(-1)?.key).toBe('franchise');
    expect(listed.body.items.length).toBeGreaterThanOrEqual(5);
    definition = (await cast.clerk.get<DefinitionView>('/api/definitions/franchise')).body;
    expect(definition.acts).toEqual(['franchise.grant']);
    expect(definition.materials.map(({ label }) => label)).toContain('特许经营实施方案');
  });

  it('has its act refused in the draft, and assigned to the leader after the letter', async () => {
    const created = await cast.clerk.post<CaseView>('/api/cases', { category: 'franchise', title });
    expect(created.status).toBe(201);
    caseId = created.body.id;
    const early = await cast.leader.send(caseId, 'franchise.grant', { on: '2024-03-15', years: 20 });
    expect([early.status, early.body.refusals?.[0]?.rule]).toEqual([422, 'review.concluded']);
    await handInMaterials(cast.clerk, caseId, definition);
    await walkToEnd(cast, caseId, definition, 'franchise.grant');
    const tasks = await cast.leader.get<{ items: { case: { id: string }; label: string }[] }>('/api/tasks?limit=200');
    expect(tasks.body.items.filter((task) => task.case.id === caseId).map(({ label }) => label)).toEqual([
      '授予特许经营权',
    ]);
  });

  it('goes to the archive, and into the register and the annual report under its own name', async () => {
    const steps = await walkToEnd(cast, caseId, definition);
    expect(steps.map(({ type }) => type)).toEqual(['franchise.grant', 'franchise.hand-over', 'archive']);
    expect((await cast.clerk.view(caseId)).state).toBe('archived');

    const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
    const register = await cast.director.get<Listed>(`/api/register/entries?category=franchise&limit=200`);
    expect(register.body.items.map((row) => row.title)).toEqual([title]);
    const report = await cast.leader.get<{ counts: Record<string, number>; sentence: string }>(
      `/api/reports/annual/${year}`,
    );
    expect(report.body.counts['franchise']).toBe(1);
    expect(report.body.sentence).toContain('特许经营1宗');
  });

  it('makes its own paper, with its name in it', async () => {
    const papers = await untilMade();
    expect(papers.map(({ label }) => label)).toContain('合法性审查意见书');
    const own = papers.find(({ kind }) => kind === 'franchise-certificate');
    const response = await fetch(`${workbench.base}/api/cases/${caseId}/papers/${own?.id}/content`, {
      headers: { cookie: cast.clerk.cookieHeader },
    });
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
    expect(words).toContain(`《${title}》（特许经营协议）的特许经营期限为20年。`);
  });

  it('is offered and shown by the pages', async () => {
    const desk = await workbench.window('clerk');
    await desk.goto('/submit');
    await desk.page.locator('[data-category="franchise"]').click();
    await desk.page.getByText('特许经营实施方案').first().waitFor();
    await desk.page.getByLabel('特许经营者').waitFor();
    await desk.goto(`/cases/${caseId}`);
    await desk.page.getByRole('heading', { level: 1, name: title }).waitFor();
    await desk.page.getByText('特许经营协议').first().waitFor();
    desk.expectNoFaults();
  });
});

describe('its second version', () => {
  // Below this folder, because the imports of a category have to resolve from its folder.
  const folder = mkdtempSync(path.join(import.meta.dirname, '.versions-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes open cases along from the page of versions on a phone: tried, refused with its rule, ordered, followed', async () => {
    const open = async (name: string) =>
      (await cast.clerk.post<CaseView>('/api/cases', { category: 'franchise', title: name })).body.id;
    const draft = await open('镇区供热特许经营协议');
    const granted = await open('镇区供水特许经营协议');
    await handInMaterials(cast.clerk, granted, definition);
    await walkToEnd(cast, granted, definition, 'franchise.hand-over');
    const source = readFileSync(path.join(outside, 'franchise', 'definition.ts'), 'utf8');
    const install = (name: string, text: string): void => {
      mkdirSync(path.join(folder, name));
      writeFileSync(path.join(folder, name, 'definition.ts'), text);
    };
    install('franchise-1', source);
    install('franchise-2', secondVersion(source));
    await workbench.restart({ LAWGATE_WORKFLOWS: folder });

    const desk = await workbench.window('admin', 'phone');
    const { page } = desk;
    await desk.goto('/administration/versions');
    await page.getByText('仅在办案件适用').waitFor();
    await desk.look('versions');
    await page.getByRole('button', { name: '试算迁移到第2版' }).click();
    await page.getByText('可以迁移 1 件，不能迁移 1 件').waitFor();
    await page.getByText('规则：migration.refused').waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('versions-trial');
    expect((await cast.clerk.view(granted)).definitionVersion).toBe(1);

    await page.getByRole('button', { name: '迁移 1 件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '迁移 1 件' }).click();
    await dialog.getByText('请填写理由').waitFor();
    await dialog.getByLabel('理由').fill('柳政发〔2026〕9号');
    await dialog.getByRole('button', { name: '迁移 1 件' }).click();
    await page.getByText('已完成：共 2 件，已迁移 1 件，不能迁移 1 件').waitFor();
    await page.getByText('草稿请先提交，再迁移。').waitFor();
    await desk.expectNoSidewaysScrolling();
    await desk.look('versions-migrated');
    const moved = await cast.clerk.view(granted);
    expect([moved.definitionVersion, moved.state]).toEqual([2, 'transfer']);
    expect(moved.history.at(-1)).toMatchObject({ payload: { orderedBy: '郑管理', reason: '柳政发〔2026〕9号' } });
    expect((await cast.clerk.view(draft)).definitionVersion).toBe(1);
  }, 300_000);
});

/** Calls a state and its task by another name, and leaves drafts where they are. */
function secondVersion(source: string): string {
  const migration = `
  migrations: [
    { key: 'franchise', from: 1, to: 2, states: { handover: 'transfer' }, tasks: { handover: 'transfer' },
      refuses: ({ value }) => (value === 'draft' ? '草稿请先提交，再迁移。' : null) },
  ],
  machine:`;
  return source
    .replaceAll("'handover'", "'transfer'")
    .replace(/\bhandover,/, 'transfer: handover,')
    .replace('version: 1,', 'version: 2,')
    .replace('\n  machine:', migration);
}

it('ends the start in one line with its code when the folder is not there', async () => {
  const nowhere = path.join(outside, 'nowhere');
  await expect(Server.start({ env: { LAWGATE_WORKFLOWS: nowhere } })).rejects.toThrow(
    /\[workflows\.folder-missing\].*nowhere/,
  );
});

interface Paper {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly status: string;
}

/** The worker makes papers in the background; polls until none is waiting. */
async function untilMade(): Promise<readonly Paper[]> {
  for (;;) {
    const { body } = await cast.clerk.get<{ items: readonly Paper[] }>(`/api/cases/${caseId}/papers`);
    if (body.items.every(({ status }) => status !== 'waiting')) return body.items;
  }
}
