/** A contract from its draft to its filing: what was sealed is laid next to what was reviewed. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadDefinitions } from '@lawgate/workflows';
import { openDocumentsTown } from '../documents-town.fixtures.ts';
import { pdfOf, wordDocument } from '../reading/samples.fixtures.ts';

const definitions = await loadDefinitions();
const town = await openDocumentsTown(definitions);
afterAll(() => town.close());

const [clerk, reviewer, director] = ['east-clerk', 'east-reviewer', 'east-director'];
const terms = ['采购合同', '第一条 价款为10万元。', '第二条 违约金为每日千分之一。'];
const questions = ['parties', 'authority', 'content', 'rights-and-duties', 'liability', 'dispute', 'public-interest'];

/** A contract that is signed and not filed yet. */
async function signed(): Promise<{ caseId: string; draftId: string }> {
  const caseId = await town.draft('contract', '采购合同', { scale: 'ordinary' });
  const draft = await town.upload(clerk, caseId, 'draft', '合同.docx', await wordDocument(terms));
  await town.upload(clerk, caseId, 'counterparty-standing', '执照.txt', '营业执照');
  await town.send(clerk, caseId, 'submit', { vouched: true });
  await town.send(reviewer, caseId, 'accept');
  await town.send(reviewer, caseId, 'findings.record', {
    conclusion: 'may-sign',
    text: '可以签订。',
    points: questions.map((point) => ({ point, finding: 'ok' })),
  });
  await town.send(director, caseId, 'sign-off');
  await town.send(clerk, caseId, 'contract.sign', { on: '2026-03-02' });
  return { caseId, draftId: draft.body.id };
}

const comparisons = (caseId: string) => `/api/cases/${caseId}/comparisons`;
const file = (caseId: string) =>
  town.send(reviewer, caseId, 'file', { on: '2026-03-02', target: '县司法局' }).then(
    () => 'filed',
    (error: { more?: { refusals?: { rule: string }[] } }) => error.more?.refusals?.map(({ rule }) => rule),
  );

async function compared(caseId: string, left: string, name: string, content: Buffer) {
  const sealed = await town.upload(reviewer, caseId, 'sealed-copy', name, content);
  expect(sealed.status).toBe(201);
  const asked = await town.post(clerk, comparisons(caseId), { left, right: sealed.body.id });
  expect([asked.status, asked.body.state]).toEqual([202, 'pending']);
  await town.work();
  return (await town.get(clerk, `${comparisons(caseId)}/${asked.body.id}`)).body;
}

let caseId = '';
let draftId = '';
beforeAll(async () => ({ caseId, draftId } = await signed()));

describe('a sealed copy', () => {
  it('that differs from what was reviewed is filed only when somebody has said why that is right', async () => {
    const sealed = terms.with(1, '第一条 价款为100万元。');
    const found = await compared(caseId, draftId, '盖章.docx', await wordDocument(sealed));
    expect(found).toMatchObject({
      state: 'done',
      basis: 'text',
      differences: 1,
      hunks: [
        {
          left: 1,
          right: 1,
          spans: [
            { kind: 'same', text: '第一条 价款为10' },
            { kind: 'added', text: '0' },
            { kind: 'same', text: '万元。' },
          ],
        },
      ],
      accepted: null,
    });
    expect(await file(caseId)).toEqual(['sealed-copy.compared']);
    const accept = (body: unknown) => town.post(clerk, `${comparisons(caseId)}/${found.id}/acceptance`, body);
    expect((await accept({})).body.code).toBe('comparison.reason-missing');
    const accepted = await accept({ reason: '审查后经谈判提高，已报分管领导批准。' });
    expect(accepted.body.accepted).toMatchObject({
      by: { name: clerk },
      reason: '审查后经谈判提高，已报分管领导批准。',
    });
  });

  it('that was replaced is compared again; a scan by its pages, and by hand', async () => {
    const found = await compared(caseId, draftId, '盖章.pdf', pdfOf(['', '']));
    expect(found).toMatchObject({ state: 'done', basis: 'pages', differences: null, right: { pages: 2 }, hunks: [] });
    expect(await file(caseId)).toEqual(['sealed-copy.compared']);
    const accept = (body: unknown) => town.post(reviewer, `${comparisons(caseId)}/${found.id}/acceptance`, body);
    expect((await accept({ reason: '一致' })).body.code).toBe('comparison.not-checked');
    expect((await accept({ reason: '逐页核对，一致。', checkedByHand: true })).status).toBe(200);
    expect(await file(caseId)).toBe('filed');
    const { body } = await town.get('county', comparisons(caseId));
    expect(body.items.map(({ basis }: { basis: string }) => basis)).toEqual(['pages', 'text']);
    const first = (await town.get('county', `${comparisons(caseId)}?limit=1`)).body;
    const rest = (await town.get('county', `${comparisons(caseId)}?limit=1&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items]).toEqual(body.items);
  });
});

describe('a comparison', () => {
  it('is asked for once, by those who handle the case, of two documents of it', async () => {
    const other = await signed();
    const all = await town.documentsOf(clerk, other.caseId);
    const [left, right] = all.map(({ id }) => id);
    const ask = (by: string, body: unknown, where = other.caseId) => town.post(by, comparisons(where), body);
    const first = await ask(clerk, { left, right });
    expect((await ask(reviewer, { left, right })).body.id).toBe(first.body.id);
    expect((await ask(clerk, { left, right: left })).body.code).toBe('comparison.same-document');
    expect((await ask(clerk, { left, right: draftId })).status).toBe(404);
    expect((await ask('county', { left, right })).body.code).toBe('comparison.forbidden');
    expect((await ask('west-clerk', { left, right })).status).toBe(404);
    const early = await town.post(clerk, `${comparisons(other.caseId)}/${first.body.id}/acceptance`, {});
    expect(early.body.code).toBe('comparison.not-done');
  });

  it('of something that cannot be read says why', async () => {
    const other = await signed();
    const found = await compared(other.caseId, other.draftId, '盖章.pdf', Buffer.from('%PDF-1.7\nnonsense'));
    expect(found).toMatchObject({ state: 'failed', code: 'damaged', message: expect.stringContaining('已损坏') });
  });
});
