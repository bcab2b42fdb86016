/** The pack of a case that was taken over from a register: what the register says, and nothing else. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newId } from '@lawgate/database';
import { registerLine } from '@lawgate/cases/fixtures';
import { unzipSync } from 'fflate';
import { ArchiveHttpModule } from '../archive/index.ts';
import { openProofTown, type ProofTown } from './proof-town.fixtures.ts';

let town: ProofTown;
let page: string;
let caseId: string;

beforeAll(async () => {
  town = await openProofTown([{ module: ArchiveHttpModule }]);
  const { runtime, definitions } = town.parts;
  const definition = definitions.all().find(({ key }) => key === 'contract');
  if (definition === undefined) throw new Error('no contracts');
  caseId = newId();
  await runtime.recorded.record(town.person('east-reviewer'), {
    id: caseId,
    definition,
    title: '一件旧事',
    fields: {},
    line: registerLine,
    facts: [],
    number: null,
  });
  const ordered = await town.call('POST', '/api/proof-packs', 'east-director', { caseIds: [caseId] });
  expect(ordered.status).toBe(202);
  await town.work();
  const response = await town.request('GET', `/api/proof-packs/${ordered.body.id}/content`, 'east-director');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  page = Buffer.from(files['index.html'] ?? []).toString();
}, 120_000);
afterAll(() => town?.close());

it('says that the case is recorded, from which line, and shows the record', () => {
  expect(page).toContain('补录：据台账“台账2023.xlsx”工作表“2023年”第3行登记，系统内没有办理过程。');
  expect(page).toContain('台账补录');
  expect(page).toContain('2023-02-09');
  // Nine of eleven values are not in the line: in the record, and in the history row.
  expect(page.match(/未记载/g)?.length).toBe(9 * 2 + 1);
});

it('prints no promise, no limit, no rule and no missing material', () => {
  for (const absent of ['承诺与声明', '办理期限', '规则版本和依据', '逐项审查', '没有提交的材料', '任务与回避']) {
    expect({ absent, found: page.includes(absent) }).toEqual({ absent, found: false });
  }
});

it('is of a case that is not archived here, and cannot be handed over', async () => {
  const answer = await town.call('POST', '/api/archive/hand-overs', 'east-archivist', {
    caseIds: [caseId],
    receiver: '县档案馆',
  });
  expect(answer).toMatchObject({ status: 422, body: { code: 'archive.not-archived' } });
  expect(answer.body.detail).toContain('补录事项');
});
