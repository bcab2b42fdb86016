/** Verifies one case for a person: its rows against its chains, and its bytes against their hashes. */
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { notFound, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import {
  checkContent,
  keepResult,
  keptResult,
  readCaseRows,
  recusedFrom,
  verifyCase,
  type CaseRows,
  type ContentCheck,
  type Spot,
} from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type { VerificationView } from './pack-views.ts';

/** Bytes that one answer hashes, about a fifth of a second. */
const maxInlineBytes = 32 * 1024 * 1024;
/** Findings that an answer lists; all are counted. */
const maxListed = 100;

@Injectable()
export class CaseVerificationService {
  /** One answer at a time hashes bytes, so that many open pages do not take all processors. */
  #hashing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONTENT_STORE) private readonly store: ContentStore,
  ) {}

  /**
   * For anyone who may see the case. Stores the result where it differs from the last one.
   *
   * @throws ProblemError 404; 403 after their recusal
   */
  async verify(principal: Principal, caseId: string): Promise<VerificationView> {
    const { pool } = this.database;
    // Shows a case to whom reading it does. A changed case need not be one that can be read.
    const evidence = await readCaseRows(pool, principal, caseId);
    if (evidence === null) throw notFound('该案件');
    const { recused } = (evidence.case['stored'] ?? {}) as { readonly recused?: unknown };
    if (Array.isArray(recused) && recused.includes(principal.id)) throw recusedFrom();
    const verdict = verifyCase(evidence);
    const content = await this.#content(evidence);
    const kept = keptResult(evidence);
    const isWhole = content.checked === content.files;
    const spots = [...verdict.spots, ...(isWhole ? content.spots : merged(content, kept?.content?.spots ?? []))];
    if (spots.length !== (kept?.broken ?? 0)) {
      const result = { broken: spots.length, at: this.clock.now(), content: isWhole ? content.spots : null };
      await keepResult(pool, evidence, result);
    }
    const first = spots.find(({ seq }) => seq !== null);
    const { chain } = verdict;
    // What the values say is for the organisation: an adviser sees where, and not what.
    const mayRead = principal.scope === 'organisation';
    return {
      verified: spots.length === 0,
      count: evidence.history.length,
      lastHash: String(evidence.case['last_hash']),
      firstBad: chain.intact
        ? first === undefined
          ? null
          : { seq: first.seq ?? 0, reason: first.reason }
        : { seq: chain.seq, reason: chain.reason },
      broken: spots.length,
      findings: spots.slice(0, maxListed).map((spot) => ({ ...spot, ...(mayRead ? {} : { said: null, found: null }) })),
      notCovered: [...verdict.notCovered],
      content: { files: content.files, checked: content.checked, allCheckedAt: kept?.content?.at ?? null },
    };
  }

  #content(evidence: CaseRows): Promise<ContentCheck> {
    const check = (): Promise<ContentCheck> => checkContent(evidence, this.store, maxInlineBytes);
    const checked = this.#hashing.then(check, check);
    this.#hashing = checked.catch(() => {});
    return checked;
  }
}

/** Spots of this check, and of the last whole one for files that this one left out. */
function merged({ spots, names }: ContentCheck, before: readonly Spot[]): Spot[] {
  return [...spots, ...before.filter(({ table, row }) => !names.has(`${table} ${row}`))];
}
