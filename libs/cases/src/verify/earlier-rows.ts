/**
 * What the history of earlier versions covers already: signed opinions, numbers, the state, and the documents that each step
 * saw. Only for rows that nothing else covers. Pure.
 */
import {
  canonicalJson,
  converted,
  numberVoided,
  sm3,
  type HistoryBody,
  type OwnPayloads,
} from '../read/loaded-case.ts';
import { tableOf } from './coverage.ts';
import type { ExpectedRows } from './expected-rows.ts';
import type { CaseRows, Row, Spot } from './verify-case.ts';

type Bodies = readonly (HistoryBody | null)[];

export function earlierSpots(evidence: CaseRows, bodies: Bodies, expected: ExpectedRows): Spot[] {
  return [
    ...opinions(evidence, bodies, expected),
    ...numbers(evidence, bodies, expected),
    ...state(evidence, bodies),
    ...documents(evidence, bodies),
  ];
}

/** The hash of an opinion covers all of it, and its history row has the hash. */
function opinions({ tables, case: of }: CaseRows, bodies: Bodies, expected: ExpectedRows): Spot[] {
  const spots: Spot[] = [];
  const rows = tables['opinion'] ?? [];
  for (const row of rows) {
    const id = String(row['id']);
    if (expected.of('opinion').has(id)) continue;
    const body = bodies.find((each) => each?.signed?.some((signed) => signed.id === id)) ?? null;
    const hash = body?.signed?.find((signed) => signed.id === id)?.hash ?? row['hash'];
    if (row['hash'] !== hash) spots.push(spot('opinion', id, 'hash', body?.seq ?? null, hash, row['hash']));
    const at = instant(row['at']);
    const taken = (body ?? bodies.find((each) => each?.at === at) ?? null)?.numbers ?? [];
    if (signedTexts(String(of['id']), row, taken).some((text) => sm3(text) === hash)) continue;
    spots.push(spot('opinion', id, 'text', body?.seq ?? null, hash, row['hash']));
  }
  const takenBack = lastTakenBack(bodies);
  for (const body of bodies) {
    if (body !== null && body.seq <= takenBack) continue;
    for (const { id } of body?.signed ?? []) {
      if (expected.of('opinion').has(id) || rows.some((row) => row['id'] === id)) continue;
      spots.push({ ...spot('opinion', id, null, body?.seq ?? null), kind: 'missing', reason: '意见缺少一条记录' });
    }
  }
  return spots;
}

/** The last history row whose opinions a conversion took back, because nobody had given them; 0 where none was. */
function lastTakenBack(bodies: Bodies): number {
  const row = bodies.findLast((body) => body?.type === converted);
  return (row?.payload as OwnPayloads[typeof converted] | undefined)?.until ?? 0;
}

function instant(at: unknown): string {
  const date = new Date(String(at));
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** The hashed text also contains the numbers that the same commit had taken before. */
export function signedTexts(caseId: string, row: Row, taken: readonly string[]): string[] {
  const signed = {
    case: caseId,
    by: { id: row['by_person'], name: row['by_name'] },
    at: instant(row['at']),
    act: row['act'],
    conclusion: row['conclusion'],
    text: row['text'],
    points: row['points'],
    round: row['round'],
  };
  return Array.from({ length: taken.length + 1 }, (_, count) =>
    canonicalJson({ ...signed, numbers: taken.slice(0, count) }),
  );
}

/** Every history row has the texts of the numbers that its commit took. */
function numbers({ tables }: CaseRows, bodies: Bodies, expected: ExpectedRows): Spot[] {
  const spots: Spot[] = [];
  const rows = tables['document_number'] ?? [];
  const taken = new Map(bodies.flatMap((body) => (body?.numbers ?? []).map((text) => [text, body?.seq ?? null])));
  const voids = new Map(
    bodies.flatMap((body) => {
      if (body?.type !== numberVoided || body.wrote !== undefined) return [];
      const { number, reason } = (body.payload ?? {}) as { number?: string; reason?: string };
      return number === undefined ? [] : [[number, { reason, seq: body.seq }]];
    }),
  );
  for (const row of rows) {
    const text = String(row['text']);
    const voided = voids.get(text);
    if (voided !== undefined && row['void_reason'] !== voided.reason) {
      spots.push(spot('document_number', text, 'void_reason', voided.seq, voided.reason, row['void_reason']));
    }
  }
  const recorded = new Set([...expected.of('document_number').values()].map(({ values }) => values.get('text')?.value));
  for (const [text, seq] of taken) {
    if (recorded.has(text) || rows.some((row) => row['text'] === text)) continue;
    spots.push({
      ...spot('document_number', text, null, seq, text),
      kind: 'missing',
      reason: '文号缺少一条记录',
    });
  }
  // Rows of a case whose first commit is recorded are judged by what was recorded.
  if (bodies[0]?.wrote !== undefined) return spots;
  for (const row of rows) {
    const text = String(row['text']);
    if (taken.has(text) || recorded.has(text)) continue;
    spots.push({
      ...spot('document_number', text, 'text', null, null, text),
      kind: 'added',
      reason: '文号多出一条没有记录过的',
    });
  }
  return spots;
}

function state({ case: row }: CaseRows, bodies: Bodies): Spot[] {
  const last = bodies.at(-1);
  if (last == null || last.wrote !== undefined) return [];
  const spots: Spot[] = [];
  if (row['state'] !== last.to) {
    spots.push(spot('review_case', String(row['id']), 'state', last.seq, last.to, row['state']));
  }
  if (Number(row['version']) !== bodies.length) {
    spots.push(spot('review_case', String(row['id']), 'version', last.seq, bodies.length, row['version']));
  }
  return spots;
}

/** The number of documents that a step saw, and the hash over their hashes. */
function documents({ tables, documentOrder }: CaseRows, bodies: Bodies): Spot[] {
  if (bodies[0]?.wrote !== undefined) return [];
  const rows = tables['document'] ?? [];
  const arrived = [...rows].sort(
    (one, other) =>
      Date.parse(String(one['uploaded_at'])) - Date.parse(String(other['uploaded_at'])) ||
      (String(one['id']) < String(other['id']) ? -1 : 1),
  );
  const byId = new Map(rows.map((row) => [String(row['id']), row]));
  const ordered = documentOrder.map((id) => byId.get(id)).filter((row) => row !== undefined);
  for (const body of bodies) {
    // Rows of the first version do not have it.
    if (body?.documents === undefined) continue;
    const { count, hash } = body.documents;
    const seen = new Set(arrived.slice(0, count));
    const found = sm3(
      ordered
        .filter((row) => seen.has(row))
        .map(({ sha256 }) => sha256)
        .join('\n'),
    );
    if (found === hash) continue;
    const what = spot('document', '', 'sha256', body.seq, hash, found);
    return [{ ...what, reason: `材料与办理记录第${body.seq}条时的不一致` }];
  }
  return [];
}

function spot(
  table: string,
  row: string,
  column: string | null,
  seq: number | null,
  said: unknown = null,
  found: unknown = null,
): Spot {
  const covered = tableOf(table);
  const label = column === null ? '' : `的“${covered?.columns[column] ?? column}”`;
  const text = (value: unknown): string | null => (value == null ? null : String(value));
  return {
    ...{ table, row, column, kind: 'changed', seq },
    reason: `${covered?.label ?? table}${label}与记录不一致`,
    said: text(said),
    found: text(found),
  };
}
