/** Cases that a submission refers to: a supplement to a contract is a new review, linked to the contract's own. */
import type { Problem } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { CaseStore } from '../commit/case-store.ts';
import type { Viewer } from '@lawgate/database';

/** What is wrong with them, by field; whether a case is not there or not this person's is not revealed. */
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
