/** A contract that waits for its sealed copy. */
import { wordDocument } from '../reading/samples.fixtures.ts';
import type { openDocumentsTown } from '../documents-town.fixtures.ts';

type Town = Awaited<ReturnType<typeof openDocumentsTown>>;

const [clerk, reviewer, director] = ['east-clerk', 'east-reviewer', 'east-director'];
export const terms = ['采购合同', '第一条 价款为10万元。', '第二条 违约金为每日千分之一。'];
const questions = ['parties', 'authority', 'content', 'rights-and-duties', 'liability', 'dispute', 'public-interest'];

/** A contract that is signed and not filed yet; `until` stops before the letter. */
export async function signedContract(
  town: Town,
  { draft, until = 'signed' }: { draft?: readonly [string, Buffer]; until?: 'submitted' | 'signed' } = {},
): Promise<{ caseId: string; draftId: string }> {
  const caseId = await town.draft('contract', '采购合同', { scale: 'ordinary' });
  const [name, content] = draft ?? ['合同.docx', await wordDocument(terms)];
  const draftId = (await town.upload(clerk, caseId, 'draft', name, content)).body.id as string;
  await town.upload(clerk, caseId, 'counterparty-standing', '执照.txt', '营业执照');
  await town.send(clerk, caseId, 'submit', { vouched: true });
  if (until === 'submitted') return { caseId, draftId };
  await signOn(town, caseId);
  return { caseId, draftId };
}

/** From the submission to the signature. */
export async function signOn(town: Town, caseId: string): Promise<void> {
  await town.send(reviewer, caseId, 'accept');
  await town.send(reviewer, caseId, 'findings.record', {
    conclusion: 'may-sign',
    text: '可以签订。',
    points: questions.map((point) => ({ point, finding: 'ok' })),
  });
  await town.send(director, caseId, 'sign-off');
  await town.send(clerk, caseId, 'contract.sign', { on: '2026-03-02' });
}

/** @returns 'filed', or the rules that refuse it */
export async function fileContract(town: Town, caseId: string): Promise<string | readonly string[] | undefined> {
  return town.send(reviewer, caseId, 'file', { on: '2026-03-02', target: '县司法局' }).then(
    () => 'filed',
    (error: { more?: { refusals?: { rule: string }[] } }) => error.more?.refusals?.map(({ rule }) => rule),
  );
}
