/** Files that were dropped before the case existed. The draft that is created for them uploads them. */
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
