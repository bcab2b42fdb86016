/**
 * Cases that a submission refers to: a supplement to a contract is a new review, linked to the case of the contract.
 */
import type { Problem } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { CaseStore } from '../commit/case-store.ts';
import type { Viewer } from '@lawgate/database';

/**
 * Problems with them, by field; the message does not reveal whether a case is missing or not visible to this person.
 */
export async function referredCaseIssues(
  store: Pick<CaseStore, 'load'>,
  definition: Definition,
  viewer: Viewer,
  fields: unknown,
): Promise<NonNullable<Problem['issues']>> {
  const issues: NonNullable<Problem['issues']> = [];
  for (const [path, caseId] of Object.entries(definition.refersTo?.(fields as never) ?? {})) {
    const found = await store.load(viewer, caseId);
    if (found.kind === 'case' && found.case.category === definition.key) continue;
    issues.push({ path, message: `没有这个${definition.label}案件，请核对案件编号。` });
  }
  return issues;
}
