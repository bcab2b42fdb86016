/** Sealed copies that arrive twice, early, late, unsealed, or in a form that nothing can be compared with. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { loadDefinitions } from '@lawgate/workflows';
import { openDocumentsTown } from '../documents-town.fixtures.ts';
import { wordDocument } from '../reading/samples.fixtures.ts';
import { jpg, ole } from '../samples.fixtures.ts';
import { fileContract, signedContract, signOn, terms } from './signed-contract.fixtures.ts';

const town = await openDocumentsTown(await loadDefinitions());
afterAll(() => town.close());

const [clerk, reviewer] = ['east-clerk', 'east-reviewer'];
const place = (caseId: string) => `/api/cases/${caseId}/comparisons`;
const listOf = async (caseId: string) => {
  await town.work();
  return (await town.get(clerk, place(caseId))).body.items;
};
const accept = (caseId: string, id: string, body: unknown = {}, by = clerk) =>
  town.post(by, `${place(caseId)}/${id}/acceptance`, body);
const seal = (caseId: string, name: string, content: Buffer, by = clerk) =>
  town.upload(by, caseId, 'sealed-copy', name, content);
const changed = () => wordDocument(terms.with(1, '第一条 价款为100万元。'));

describe('sealed copies', () => {
  it('of two people at once are both compared, and only the newest counts', async () => {
    const { caseId, draftId } = await signedContract(town);
    const [one, other] = await Promise.all([
      seal(caseId, '甲.docx', await changed()),
      seal(caseId, '乙.docx', await wordDocument(terms), reviewer),
    ]);
    expect([one.status, other.status]).toEqual([201, 201]);
    const found = await listOf(caseId);
    expect(found.map(({ left }: { left: { documentId: string } }) => left.documentId)).toEqual([draftId, draftId]);
    const newest = one.body.version > other.body.version ? one : other;
    const older = newest === one ? other : one;
    const of = (id: string) => found.find(({ right }: { right: { documentId: string } }) => right.documentId === id).id;
    const late = await accept(caseId, of(older.body.id), { reason: '一致。' });
    expect(late.body.refusals.map(({ rule }: { rule: string }) => rule)).toEqual(['sealed-copy.with-reviewed']);
    expect((await accept(caseId, of(newest.body.id), { reason: '已报批。' })).status).toBe(200);
    expect(await fileContract(town, caseId)).toBe('filed');
  });

  it('of the bytes of the reviewed text do not take its place', async () => {
    const reviewed = await wordDocument(terms);
    const { caseId, draftId } = await signedContract(town, { draft: ['合同.docx', reviewed] });
    expect((await seal(caseId, '未盖章.docx', reviewed)).status).toBe(201);
    const again = await seal(caseId, '盖章.docx', await changed());
    const [found] = await listOf(caseId);
    expect(found).toMatchObject({
      left: { documentId: draftId },
      right: { documentId: again.body.id },
      differences: 1,
    });
  });

  it('after the filing are refused, so that none goes into the archive without a comparison', async () => {
    const { caseId } = await signedContract(town);
    await seal(caseId, '盖章.docx', await wordDocument(terms));
    const [found] = await listOf(caseId);
    expect((await accept(caseId, found.id)).status).toBe(200);
    expect(await fileContract(town, caseId)).toBe('filed');
    const late = await seal(caseId, '换过的.docx', await changed());
    expect([late.status, late.body.code]).toEqual([409, 'document.not-now']);
  });

  it('before the letter are compared when somebody asks, after the signature', async () => {
    const { caseId, draftId } = await signedContract(town, { until: 'submitted' });
    const early = await seal(caseId, '早到.docx', await wordDocument(terms), reviewer);
    expect([early.status, await listOf(caseId)]).toEqual([201, []]);
    await signOn(town, caseId);
    expect(await fileContract(town, caseId)).toEqual(['sealed-copy.compared']);
    await town.post(clerk, place(caseId), { left: draftId, right: early.body.id });
    const [found] = await listOf(caseId);
    expect((await accept(caseId, found.id)).status).toBe(200);
    expect(await fileContract(town, caseId)).toBe('filed');
  });

  it('of a case that was withdrawn are refused', async () => {
    const { caseId } = await signedContract(town, { until: 'submitted' });
    await town.send(clerk, caseId, 'withdraw', { reason: '重新谈判。' });
    expect((await seal(caseId, '盖章.docx', await wordDocument(terms))).body.code).toBe('document.not-now');
  });

  it('that are encrypted are refused, with what to do', async () => {
    const { caseId } = await signedContract(town);
    const { status, body } = await seal(caseId, '盖章.docx', ole('EncryptionInfo', 'EncryptedPackage'));
    expect([status, body.code]).toEqual([422, 'document.encrypted']);
  });

  it('that are a photograph name all of it as not compared, and pass after a check by hand', async () => {
    const { caseId } = await signedContract(town);
    expect((await seal(caseId, '盖章.jpg', jpg)).status).toBe(201);
    const [found] = await listOf(caseId);
    expect(found.notCompared.length).toBeGreaterThan(0);
    expect(found.differences).not.toBe(0);
    expect((await accept(caseId, found.id, { reason: '一致。' })).body.code).toBe('comparison.not-checked');
    expect(await fileContract(town, caseId)).toEqual(['sealed-copy.compared']);
    const byHand = { reason: '与纸质文本逐字核对，一致。', checkedByHand: true };
    expect((await accept(caseId, found.id, byHand)).body.accepted).toMatchObject({ checkedBy: clerk });
    expect(await fileContract(town, caseId)).toBe('filed');
  });
});

describe('the name of who checked by hand', () => {
  it.each(['王\u0000某', '王'.repeat(51), ' ', '\ud800'])('%j is refused and not left out', async (checkedBy) => {
    const { caseId } = await signedContract(town);
    await seal(caseId, '盖章.jpg', jpg);
    const [found] = await listOf(caseId);
    const accepted = await accept(caseId, found.id, { reason: '一致。', checkedByHand: true, checkedBy });
    expect([400, 422]).toContain(accepted.status);
    expect(await fileContract(town, caseId)).toEqual(['sealed-copy.compared']);
  });
});
