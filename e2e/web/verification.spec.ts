/** A case whose rows somebody changed in the database: its page says so to everybody who may read it. */
import { expect, it } from '@jest/globals';
import { asOwner } from '../owner.ts';
import { workbenchFor } from './browser.ts';
import { resize } from './fields.ts';

const workbench = workbenchFor('own');

it('a changed opinion is named on the page of the case, for the town and its adviser, until it is put back', async () => {
  const change = (to: string, was: string) =>
    asOwner(workbench.dataDir, async (pool) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        // As somebody does who owns the database: no trigger stops it.
        await client.query('set local session_replication_role = replica');
        const { rows } = await client.query<{ caseId: string; person: string }>(
          `update opinion set text = replace(text, $2, $1)
            where id = (select id from opinion where act = 'adviser' and text like '%' || $2 || '%' order by id limit 1)
            returning case_id as "caseId", by_person as person`,
          [to, was],
        );
        await client.query('commit');
        const { rows: people } = await client.query<{ username: string }>('select username from person where id = $1', [
          rows[0]?.person,
        ]);
        return { caseId: rows[0]?.caseId ?? '', adviser: people[0]?.username ?? '' };
      } finally {
        client.release();
      }
    });
  const { caseId, adviser } = await change('合同。', '。');
  expect(caseId).not.toBe('');
  for (const username of ['clerk', 'director', adviser]) {
    const desk = await workbench.window(username);
    await desk.goto(`/cases/${caseId}`);
    const notice = desk.page.getByRole('alert').filter({ hasText: '本案记录与留痕不一致' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('意见');
    for (const width of [390, 1366, 1920]) {
      await resize(desk.page, width);
      await desk.look(`case-not-verified-${username}-${width}`);
      await desk.expectNoSidewaysScrolling();
    }
  }
  await change('。', '合同。');
  const desk = await workbench.window('clerk');
  const asked = desk.page.waitForResponse((response) => response.url().endsWith('/verification'));
  await desk.goto(`/cases/${caseId}`);
  expect(await (await asked).json()).toMatchObject({ verified: true });
  await desk.page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await desk.page.getByText('本案记录与留痕不一致').count()).toBe(0);
});
