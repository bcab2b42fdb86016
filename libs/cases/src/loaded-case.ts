/** A case as the hot path reads it: the answer of the SQL function `load_case`. */
import type { ClockState } from '@lawgate/calendar';
import type { StoredCase } from '@lawgate/engine';

export interface LoadedDocument {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly version: number;
  readonly size: number;
  readonly mediaType: string;
  readonly sha256: string;
  readonly sm3: string;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
}

export interface LoadedTask {
  readonly id: string;
  readonly key: string;
  readonly visit: number;
  readonly seat: string;
  readonly turn: number;
  readonly role: string;
  readonly label: string;
  readonly holder: string | null;
  readonly clock: string | null;
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly openedAt: string;
}

export interface LoadedClock {
  readonly run: number;
  readonly onDue: string | null;
  readonly state: ClockState;
}

export interface LoadedOpinion {
  readonly id: string;
  readonly act: string;
  readonly round: number;
  readonly by: { readonly id: string; readonly name: string };
  readonly conclusion: string;
  readonly text: string;
  readonly points: readonly Record<string, unknown>[];
  readonly at: string;
  readonly hash: string;
}

export interface LoadedNumber {
  readonly text: string;
  readonly purpose: string;
  readonly takenAt: string;
  readonly voidReason: string | null;
}

export interface LoadedCase {
  readonly id: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly category: string;
  readonly title: string;
  readonly state: string;
  readonly stage: string;
  readonly status: 'active' | 'done';
  readonly version: number;
  readonly stored: StoredCase;
  readonly lastHash: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly backDated: boolean;
  /** How many documents there are in all versions; a commit on other documents is refused. */
  readonly documentCount: number;
  /** Names of the people who have or had a part in the case, by id. */
  readonly names: Readonly<Record<string, string>> | null;
  readonly documents: readonly LoadedDocument[];
  /** Open tasks only. */
  readonly tasks: readonly LoadedTask[];
  /** Every run of every clock, by key and run. */
  readonly clocks: readonly LoadedClock[];
  readonly opinions: readonly LoadedOpinion[];
  readonly numbers: readonly LoadedNumber[];
  readonly history: readonly { readonly body: string; readonly hash: string }[];
}

/** One history row as it is hashed. */
export interface HistoryBody {
  readonly case: string;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** The holder for whom the actor was stand-in (代理); missing where the actor acted alone. */
  readonly onBehalfOf?: { readonly id: string; readonly name: string };
  /** The rule set under which the case begins; in its first row. */
  readonly ruleset?: number;
  readonly from: string | null;
  readonly to: string;
  readonly payload: unknown;
  readonly overridden: readonly { readonly rule: string; readonly reason: string }[];
  readonly numbers: readonly string[];
  /** What this event signed: the opinion and the SM3 of what was signed. */
  readonly signed?: readonly { readonly id: string; readonly act: string; readonly hash: string }[];
  /**
   * The documents that the step saw: how many, and the SM3 of their SHA-256 hashes in the order of kind and version.
   */
  readonly documents: { readonly count: number; readonly hash: string };
  /** What else the commit did, such as `startClock:review`. */
  readonly effects: readonly string[];
}

/** The latest run of each clock, by key. */
export function latestClocks(clocks: readonly LoadedClock[]): Map<string, LoadedClock> {
  const latest = new Map<string, LoadedClock>();
  for (const clock of clocks) {
    const known = latest.get(clock.state.key);
    if (known === undefined || known.run < clock.run) latest.set(clock.state.key, clock);
  }
  return latest;
}
