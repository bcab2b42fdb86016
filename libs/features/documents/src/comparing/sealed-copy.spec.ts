/** A contract from its draft to its filing: the sealed copy is compared with the reviewed text. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@lawgate/database';
import { loadDefinitions } from '@lawgate/workflows';
import { openDocumentsTown } from '../documents-town.fixtures.ts';
import { drawnPdf } from '../reading/pdf/drawn-pdf.fixtures.ts';
import { pdfOf, wordDocument } from '../reading/samples.fixtures.ts';
import { fileContract, signedContract, terms } from './signed-contract.fixtures.ts';

const definitions = await loadDefinitions();
const town = await openDocumentsTown(definitions);
afterAll(() => town.close());

const [clerk, reviewer] = ['east-clerk', 'east-reviewer'];
const signed = (draft?: readonly [string, Buffer]) => signedContract(town, draft === undefined ? {} : { draft });
const comparisons = (caseId: string) => `/api/cases/${caseId}/comparisons`;
const file = (caseId: string) => fileContract(town, caseId);

async function compared(caseId: string, left: string, name: string, content: Buffer) {
  const sealed = await town.upload(clerk, caseId, 'sealed-copy', name, content);
  expect(sealed.status).toBe(201);
  // It has started by itself, with the reviewed text.
  const [started] = (await town.get(clerk, comparisons(caseId))).body.items;
  expect(started).toMatchObject({
    state: 'pending',
    left: { documentId: left },
    right: { documentId: sealed.body.id },
  });
  await town.work();
  return (await town.get(clerk, `${comparisons(caseId)}/${started.id}`)).body;
}

let caseId = '';
let draftId = '';
beforeAll(async () => ({ caseId, draftId } = await signed()));

describe('a sealed copy', () => {
  it('is needed before the contract is filed', async () => {
    expect(await file(caseId)).toEqual(['sealed-copy.handed-in']);
  });

  it('is not compared with a draft that nobody reviewed', async () => {
    const other = await signed();
    const changed = await wordDocument(terms.with(1, '第一条 价款为100万元。'));
    const later = await town.upload(reviewer, other.caseId, 'draft', '新稿.docx', changed);
    expect(later.status).toBe(201);
    expect(await compared(other.caseId, other.draftId, '盖章.docx', changed)).toMatchObject({ differences: 1 });
    const [right] = (await town.documentsOf(clerk, other.caseId)).filter(({ kind }) => kind === 'sealed-copy');
    const asked = await town.post(clerk, comparisons(other.caseId), { left: later.body.id, right: right?.id });
    await town.work();
    const accepted = await town.post(clerk, `${comparisons(other.caseId)}/${asked.body.id}/acceptance`, {});
    expect([accepted.status, accepted.body.refusals?.map(({ rule }: { rule: string }) => rule)]).toEqual([
      422,
      ['sealed-copy.with-reviewed'],
    ]);
    expect(await file(other.caseId)).toEqual(['sealed-copy.compared']);
  });

  it('that differs from the reviewed text is filed only with a reason', async () => {
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
            { kind: 'same', text: '第一条 价款为' },
            { kind: 'removed', text: '10万元' },
            { kind: 'added', text: '100万元' },
            { kind: 'same', text: '。' },
          ],
        },
      ],
      changes: [{ kind: 'amount', from: '10万元', to: '100万元' }],
      notCompared: [],
      outdated: false,
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

  it('that was replaced is compared again; a scan by its pages and by a person', async () => {
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

describe('what was not compared', () => {
  const page = 'BT /F1 12 Tf 72 700 Td (PURCHASE AGREEMENT) Tj ET';
  const annexed = (grey: string) => drawnPdf([page, `${grey} g 90 200 300 300 re f`]);

  it('is listed by page, and accepted only after a check by hand with a reason', async () => {
    const other = await signed(['合同.pdf', annexed('0.5')]);
    const found = await compared(other.caseId, other.draftId, '盖章.pdf', annexed('0.6'));
    const gap = { part: '第2页', page: 2, reason: expect.stringContaining('图形') };
    expect(found).toMatchObject({ state: 'done', basis: 'text', differences: 0, notCompared: [gap] });
    const accept = (body: unknown) => town.post(reviewer, `${comparisons(other.caseId)}/${found.id}/acceptance`, body);
    expect((await accept({})).body.code).toBe('comparison.not-checked');
    expect((await accept({ checkedByHand: true })).body.code).toBe('comparison.reason-missing');
    const byHand = { checkedByHand: true, checkedBy: '王某', reason: '附件逐字核对，一致。' };
    expect((await accept(byHand)).body.accepted).toMatchObject({ by: { name: reviewer }, checkedBy: '王某' });
    expect(await file(other.caseId)).toBe('filed');
    const [listed] = (await town.documentsOf(clerk, other.caseId)).filter(({ kind }) => kind === 'sealed-copy');
    expect(listed?.text.unread).toEqual([gap]);
  });

  it('cannot be passed by an event that says there were no differences', async () => {
    const other = await signed();
    const sealed = await town.upload(reviewer, other.caseId, 'sealed-copy', '盖章.docx', await wordDocument(['改']));
    const [draft] = (await town.documentsOf(clerk, other.caseId)).filter(({ kind }) => kind === 'draft');
    const payload = {
      comparison: newId(),
      left: draft?.sha256,
      right: sealed.body.sha256,
      basis: 'text',
      differences: 0,
    };
    const forged = { type: 'comparison.accept', payload };
    for (const by of [clerk, reviewer]) {
      const answer = await town.post(by, `/api/cases/${other.caseId}/events`, forged);
      expect([answer.status, answer.body.code]).toEqual([422, 'event.reserved']);
    }
    expect(await file(other.caseId)).toEqual(['sealed-copy.compared']);
  });
});

describe('a text that an older reader stored', () => {
  it('remains until it is read again, and its comparison is made again', async () => {
    const other = await signed();
    const before = await compared(other.caseId, other.draftId, '盖章.docx', await wordDocument(terms));
    const pool = town.database.ownerPool;
    await pool.query('update document_text set reader = 0 where case_id = $1', [other.caseId]);
    await pool.query('update comparison set reader = 0 where id = $1', [before.id]);
    const place = `${comparisons(other.caseId)}/${before.id}`;
    expect((await town.get(clerk, place)).body).toMatchObject({ outdated: true, differences: 0 });
    expect((await town.post(clerk, `${place}/acceptance`, {})).body.code).toBe('comparison.outdated');
    expect((await town.documentsOf(clerk, other.caseId)).every(({ text }) => text.state === 'done')).toBe(true);
    const { left, right } = before;
    const again = await town.post(clerk, comparisons(other.caseId), { left: left.documentId, right: right.documentId });
    expect(again.body.id).not.toBe(before.id);
    await town.work();
    const found = (await town.get(clerk, `${comparisons(other.caseId)}/${again.body.id}`)).body;
    expect(found).toMatchObject({ state: 'done', outdated: false, differences: 0 });
    const readers = await pool.query('select distinct reader from document_text where document_id = any($1)', [
      [left.documentId, right.documentId],
    ]);
    expect(readers.rows).toEqual([{ reader: 1 }]);
  });
});

describe('a comparison', () => {
  it('is requested once, by those who handle the case, for two documents of the case', async () => {
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

  it('of an unreadable document reports why', async () => {
    const other = await signed();
    const found = await compared(other.caseId, other.draftId, '盖章.pdf', Buffer.from('%PDF-1.7\nnonsense'));
    expect(found).toMatchObject({
      state: 'failed',
      code: 'damaged',
      message: expect.stringContaining('已损坏'),
      notCompared: [{ part: '全文', page: null, reason: expect.stringContaining('已损坏') }],
    });
    // The copy on paper can still be compared by hand.
    const accept = (body: unknown) => town.post(clerk, `${comparisons(other.caseId)}/${found.id}/acceptance`, body);
    expect((await accept({ reason: '一致。' })).body.code).toBe('comparison.not-checked');
    expect((await accept({ reason: '与纸质文本逐字核对，一致。', checkedByHand: true })).status).toBe(200);
    expect(await file(other.caseId)).toBe('filed');
  });
});
