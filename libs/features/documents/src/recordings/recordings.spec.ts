/** The index of an enforcement decision's audio and video records, and the gaps in it. */
import { createHash } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { loadDefinitions } from '@lawgate/workflows';
import { openDocumentsTown } from '../documents-town.fixtures.ts';

const town = await openDocumentsTown(await loadDefinitions());
afterAll(() => town.close());

const clerk = 'east-clerk';
const recording = {
  stage: 'notice',
  device: 'DSJ-2203',
  officer: '张某、李某',
  startedAt: '2026-03-01T09:00:00+08:00',
  endedAt: '2026-03-01T09:12:30+08:00',
  fileName: '20260301-0900-告知.mp4',
  sha256: createHash('sha256').update('film').digest('hex'),
  shows: '向当事人送达告知书并宣读其权利',
};

let caseId = '';
beforeEach(async () => {
  caseId = await town.draft('enforcement-decision', '行政处罚案');
});
const where = () => `/api/cases/${caseId}/recordings`;
const gaps = async () =>
  (await town.get(clerk, where())).body.gaps.map(({ stage }: { stage: string }) => stage) as string[];

describe('the index of audio and video records', () => {
  it('reports the stages that the case went through without a record', async () => {
    expect(await gaps()).toEqual([]);
    await town.upload(clerk, caseId, 'notice', '告知.txt', '告知书');
    await town.upload(clerk, caseId, 'hearing-record', '听证.txt', '听证笔录');
    expect(await gaps()).toEqual(['notice', 'hearing']);
    const made = await town.post(clerk, where(), recording);
    expect(made).toMatchObject({
      status: 201,
      body: { stageLabel: '告知', startedAt: '2026-03-01T01:00:00.000Z', enteredBy: { name: clerk }, voided: null },
    });
    expect(await gaps()).toEqual(['hearing']);
    const voided = await town.post(clerk, `${where()}/${made.body.id}/void`, { reason: '设备编号填错' });
    expect(voided.body.voided).toMatchObject({ by: { name: clerk }, reason: '设备编号填错' });
    expect(await gaps()).toEqual(['notice', 'hearing']);
    expect((await town.post(clerk, `${where()}/${made.body.id}/void`, { reason: '再次' })).body.code).toBe(
      'recording.already-void',
    );
  });

  it('accepts a repeated request once, and lists by the start time', async () => {
    const click = (body: unknown) =>
      town.fetchAs(clerk, where(), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'once' },
        body: JSON.stringify(body),
      });
    const ids = await Promise.all(
      [click(recording), click(recording)].map(async (one) => ((await (await one).json()) as { id: string }).id),
    );
    expect(ids[0]).toBe(ids[1]);
    expect((await click({ ...recording, device: 'other' })).status).toBe(422);
    await town.post(clerk, where(), { ...recording, stage: 'inspection', startedAt: '2026-02-01T09:00:00+08:00' });
    const first = await town.get(clerk, `${where()}?limit=1`);
    expect(first.body.items).toMatchObject([{ stage: 'inspection' }]);
    expect((await town.get(clerk, `${where()}?limit=1&cursor=${first.body.next}`)).body).toMatchObject({
      items: [{ stage: 'notice' }],
      next: null,
    });
  });

  it.each([
    ['an unknown stage', { stage: 'nonsense' }, 'recording.stage-unknown'],
    ['an end before the beginning', { endedAt: '2026-03-01T08:00:00+08:00' }, 'request.invalid'],
    ['an end that has not come', { endedAt: '2036-03-01T08:00:00+08:00' }, 'recording.future'],
    ['no hash', { sha256: 'x' }, 'request.invalid'],
    ['a document of nowhere', { documentId: '0198c5a0-0000-7000-8000-000000000000' }, 'resource.not-found'],
  ])('refuses %s', async (_, change, code) => {
    expect((await town.post(clerk, where(), { ...recording, ...change })).body.code).toBe(code);
  });

  it('is maintained by the town, visible to the county, and to nobody else', async () => {
    await town.post(clerk, where(), recording);
    expect((await town.get('county', where())).body.items).toHaveLength(1);
    expect((await town.post('county', where(), recording)).body.code).toBe('recording.forbidden');
    expect((await town.get('west-clerk', where())).status).toBe(404);
    expect((await town.post('west-clerk', where(), recording)).status).toBe(404);
    await expect(town.database.ownerPool.query('delete from recording')).rejects.toThrow(/append-only/u);
  });
});
