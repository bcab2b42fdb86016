/** A category outside the repository: a server with its folder in the settings offers it like the built-in ones. */
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '@lawgate/contracts';
import { strFromU8, unzipSync } from 'fflate';
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
