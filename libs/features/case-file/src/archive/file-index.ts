/** The index of a file (卷内目录): its items in order, with their pages. Pure. */
import type { Attachment } from './attachments.ts';

export interface IndexItem {
  readonly seq: number;
  readonly id: string;
  readonly source: Attachment['source'];
  readonly kind: string;
  readonly label: string;
  readonly name: string;
  readonly number: string | null;
  readonly version: number;
  /** 责任者. */
  readonly by: string;
  readonly at: string;
  readonly pages: number | null;
  /** First and last page within the file; null from the first item without a page count on. */
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Papers first, because decisions come before their basis; then the documents in the order in which the category lists
 * its materials, the newest version of each kind first.
 */
export function fileIndex(
  attachments: readonly Attachment[],
  materials: readonly { readonly kind: string; readonly label: string }[],
  pagesOf: ReadonlyMap<string, number>,
): IndexItem[] {
  const order = new Map(materials.map(({ kind }, index) => [kind, index]));
  const labels = new Map(materials.map(({ kind, label }) => [kind, label]));
  const rank = ({ kind }: Attachment): number => order.get(kind) ?? materials.length;
  const papers = attachments.filter(({ source }) => source === 'papers');
  const documents = attachments
    .filter(({ source }) => source === 'documents')
    .sort((a, b) => rank(a) - rank(b) || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : b.version - a.version));
  let next: number | null = 1;
  return [...papers, ...documents].map(({ id, source, kind, name, number, version, by, at }, index) => {
    const pages = pagesOf.get(id) ?? null;
    const from: number | null = pages === null ? null : next;
    const to = from === null || pages === null ? null : from + pages - 1;
    next = to === null ? null : to + 1;
    const label = source === 'papers' ? name : (labels.get(kind) ?? kind);
    return { seq: index + 1, id, source, kind, label, name, number, version, by, at, pages, from, to };
  });
}
