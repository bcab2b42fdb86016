/** What requests about one case have in common. */
import { CaseId, notFound } from '@lawgate/contracts';

/** @throws ProblemError 404: an id that is no id names no case. */
export function caseId(text: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound('该案件');
  return parsed.data.toLowerCase();
}
