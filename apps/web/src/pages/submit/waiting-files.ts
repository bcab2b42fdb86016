/** Files that were dropped before there was a case. The draft that is made for them takes them over. */
export interface Dropped {
  readonly kind: string;
  readonly files: readonly File[];
}

const waiting = new Map<string, Dropped[]>();

export function leaveFor(caseId: string, dropped: Dropped): void {
  waiting.set(caseId, [...(waiting.get(caseId) ?? []), dropped]);
}

export function takeFor(caseId: string): Dropped[] {
  const files = waiting.get(caseId) ?? [];
  waiting.delete(caseId);
  return files;
}
