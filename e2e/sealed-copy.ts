/** Hands in the sealed copy of a contract, which filing asks for, and accepts its comparison with the reviewed text. */
import type { CaseView } from '@lawgate/contracts';
import type { Client } from './client.ts';
import { until } from './owner.ts';

interface Found {
  readonly id: string;
  readonly state: 'pending' | 'done' | 'failed';
  readonly differences: number | null;
  readonly right: { readonly documentId: string };
}

/** Whether the case lacks what filing asks for: a sealed copy, or the acceptance of its comparison. */
export function lacksSealedCopy({ events }: Pick<CaseView, 'events'>): boolean {
  const file = events.find(({ type }) => type === 'file');
  return file?.refusals.some(({ rule }) => rule.startsWith('sealed-copy.')) === true;
}

/**
 * @param clerk a submitter of the town
 * @throws Error where something is refused, or the two texts differ
 */
export async function handInSealedCopy(clerk: Client, caseId: string): Promise<void> {
  const { documents, materials } = await clerk.view(caseId);
  const kind = materials.find(({ compared }) => compared === true)?.kind ?? '';
  const draft = documents.findLast((document) => document.kind === 'draft');
  const content = await fetch(`${clerk.base}/api/cases/${caseId}/documents/${draft?.id}/content`, {
    headers: { cookie: clerk.cookieHeader },
  });
  const bytes = new Uint8Array(await content.arrayBuffer());
  const sealed = await clerk.upload<{ id: string }>(caseId, kind, `盖章文本-${draft?.name}`, bytes);
  if (sealed.status !== 201) throw new Error(`the sealed copy: ${sealed.status} ${JSON.stringify(sealed.body)}`);
  const found = await until('the comparison of the sealed copy', async () => {
    const { body } = await clerk.get<{ items: readonly Found[] }>(`/api/cases/${caseId}/comparisons`);
    return body.items.find(({ right, state }) => right.documentId === sealed.body.id && state !== 'pending') ?? null;
  });
  const accepted = await clerk.post(`/api/cases/${caseId}/comparisons/${found.id}/acceptance`, {});
  if (accepted.status > 299) throw new Error(`its acceptance: ${accepted.status} ${JSON.stringify(accepted.body)}`);
}
