/**
 * Builds the environment of a step from the case, the calendar and the rule set of the case; finds the actor, the
 * people whose stand-in they are (代理), and the people whom an event names.
 */
import { civilDateOf, receiptDate, viewClock, type Calendar, type CivilDate } from '@lawgate/calendar';
import type { Actor, Definition, StepEnvironment, StepOpinion, Role } from '@lawgate/engine';
import { latestClocks, type LoadedCase } from '../read/loaded-case.ts';
import { citationsOf, parametersOf, type RuleSet } from '../definitions/rule-sets.ts';
import type { Principal } from '@lawgate/contracts';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { isId, type Viewer } from '@lawgate/database';
import { sqlText } from '../sql-text.ts';

/** Each is prepared by the name of its file. */
const prepared = (name: string): { name: string; text: string } => ({
  name,
  text: sqlText(`commit/${name}`),
});
const stoodInForStatement = prepared('stood-in-for');
const findPeopleStatement = prepared('find-people');

export interface EnvironmentSources {
  readonly definition: Definition;
  readonly ruleSet: RuleSet;
  readonly calendar: Calendar;
  readonly now: Date;
  /** HH:MM in Asia/Shanghai; used where the definition has none of its own. */
  readonly closingTime: string;
}

export function stepEnvironmentOf(
  { definition, ruleSet, calendar, now, closingTime }: EnvironmentSources,
  loaded: LoadedCase,
  actor: Actor,
  people: Readonly<Record<string, Actor>> = {},
): StepEnvironment {
  const today = civilDateOf(now);
  const parameters = parametersOf(ruleSet, definition);
  const closing = definition.closing === undefined ? closingTime : definition.closing(parameters);
  return {
    at: now.toISOString(),
    today,
    receiptDay: receiptDate(calendar, now, closing),
    actor,
    documents: loaded.documents.map(({ id, kind, sha256 }) => ({ id, kind, sha256 })),
    clocks: Object.fromEntries(
      [...latestClocks(loaded.clocks)].map(([key, clock]) => [key, viewClock(calendar, clock.state, today)]),
    ),
    parameters,
    citations: citationsOf(ruleSet, definition),
    opinions: loaded.opinions as readonly StepOpinion[],
    people,
  };
}

/** The engine's view of a person; `standsInFor` are the ids of the people whose stand-in they are on that day. */
export function actorOf(principal: Principal, standsInFor: readonly string[] = []): Actor {
  return {
    id: principal.id,
    name: principal.name,
    roles: principal.roles as readonly Role[],
    qualifications: principal.qualifications,
    ...(standsInFor.length === 0 ? {} : { standsInFor }),
  };
}

/** True for a system event: a due date, a changed calendar. */
export function isSystem({ actor }: StepEnvironment): boolean {
  return actor.roles.includes('system');
}

/** Half-open range: from `from` to the day before `to`. */
export interface StandingIn {
  readonly person: string;
  readonly name: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export interface StandIns {
  /** The people whose stand-in is `standIn` on `day`. */
  stoodInFor(standIn: string, day: CivilDate): Promise<readonly StandingIn[]>;
}

/** By the monotonic clock of this process: entries of other processes are seen after this time. */
const cacheTtlMs = 5_000;
const maxEntries = 20_000;

export class StandInDirectory implements StandIns {
  readonly #kept = new LRUCache<string, Promise<readonly StandingIn[]>>({
    max: maxEntries,
    ttl: cacheTtlMs,
    ttlResolution: 0,
  });

  constructor(private readonly pool: pg.Pool) {}

  async stoodInFor(standIn: string, day: CivilDate): Promise<readonly StandingIn[]> {
    // A system principal is nobody's stand-in.
    if (!isId(standIn)) return [];
    const ranges = await this.#ranges(standIn);
    return ranges.length === 0 ? ranges : ranges.filter(({ from, to }) => from <= day && day < to);
  }

  /** Drops everything; called by the process that added or ended a stand-in. */
  dropAll(): void {
    this.#kept.clear();
  }

  /** All ranges, not those of one day, so that the cached answer is valid for every day. */
  #ranges(standIn: string): Promise<readonly StandingIn[]> {
    const kept = this.#kept.get(standIn);
    if (kept !== undefined) return kept;
    const ranges = this.#ask(standIn);
    this.#kept.set(standIn, ranges);
    // A failed query is not cached: the next caller queries again.
    ranges.catch(() => {
      if (this.#kept.peek(standIn) === ranges) this.#kept.delete(standIn);
    });
    return ranges;
  }

  async #ask(standIn: string): Promise<readonly StandingIn[]> {
    const found = await this.pool.query<{ person: string; name: string; from_on: string; to_on: string }>({
      ...stoodInForStatement,
      values: [standIn],
    });
    return found.rows.map(({ person, name, from_on: from, to_on: to }) => ({ person, name, from, to }));
  }
}

/** The part of a directory that a runtime uses. */
export type People = Pick<PersonDirectory, 'find'>;

export class PersonDirectory {
  constructor(private readonly pool: pg.Pool) {}

  /** The active people of the viewer's own organisation among `ids`, by id; unknown ids are left out. */
  async find(viewer: Viewer, ids: readonly string[]): Promise<Record<string, Actor>> {
    const wanted = ids.filter(isId);
    if (wanted.length === 0) return {};
    const found = await this.pool.query<{ people: (Actor & { roles: Role[] })[] | null }>({
      ...findPeopleStatement,
      values: [viewer.scope, viewer.orgPath, viewer.id, wanted],
    });
    return Object.fromEntries((found.rows[0]?.people ?? []).map((person) => [person.id, person]));
  }
}
