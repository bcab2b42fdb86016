/** The rows that a commit writes, as verification compares them: what the SQL function `commit_event` does with each. Pure. */
import { isRecorded } from '@lawgate/engine';
import { canonicalJson, sm3, type LoadedCase } from '../read/loaded-case.ts';
import type { WrittenRow } from '../verify/written-row.ts';
import type { CommitDraft } from './commit-draft.ts';
import type { PlanInput } from './commit-rows.ts';
import { isSystem } from './step-environment.ts';

/** The columns of the case row after the commit, without those that follow from its chains. */
type CaseAfter = Pick<LoadedCase, 'title' | 'state' | 'stage' | 'status' | 'version' | 'stored'>;

/**
 * @param after the case after the commit
 * @returns in the order in which they are written
 */
export function writtenRows(input: PlanInput, draft: CommitDraft, after: CaseAfter): WrittenRow[] {
  const { before, env } = input;
  const { rows } = draft;
  return [
    caseRow(input, draft, after),
    ...people(input),
    ...numberRows(input, draft),
    ...(rows.closeTasks ?? []).map(({ id, outcome, by }) => ({
      in: 'task',
      key: { id },
      set: { status: 'closed', outcome, closed_at: env.at, closed_by: by },
    })),
    ...(rows.grants ?? []).map((person) => ({
      in: 'case_access',
      key: { person_id: person },
      add: true,
      set: { granted_at: env.at, revoked_at: null, revoked_reason: null },
      unless: { revoked_at: null },
    })),
    ...openedTasks(rows, env.at),
    ...(rows.dueTasks ?? []).map(({ id, dueOn, provisional }) => ({
      in: 'task',
      key: { id },
      set: { due_on: dueOn, provisional },
    })),
    ...(rows.clocks ?? []).map(({ key, run, status, dueOn, provisional, onDue, state }) => {
      const isNew = !before.clocks.some((known) => known.state.key === key && known.run === run);
      const set = { status, due_on: dueOn, provisional, state };
      // The event of a clock's due date is written once.
      return { in: 'clock', key: { key, run }, ...(isNew ? { add: true, set: { ...set, on_due: onDue } } : { set }) };
    }),
    ...(rows.facts ?? []).map(({ id, kind, on, detail }) => ({
      in: 'fact',
      key: { id },
      add: true,
      set: {
        org_id: before.orgId,
        category: before.category,
        kind,
        on_date: on,
        year: Number(on.slice(0, 4)),
        detail,
      },
    })),
    ...(rows.opinions ?? []).map(({ id, byPerson, byName, ...opinion }) => ({
      in: 'opinion',
      key: { id },
      add: true,
      set: { ...opinion, by_person: byPerson, by_name: byName, at: env.at },
    })),
    ...(rows.revokes ?? []).map(({ person, reason }) => ({
      in: 'case_access',
      key: { person_id: person },
      set: { revoked_at: env.at, revoked_reason: reason },
      where: { revoked_at: null },
    })),
    ...(input.also?.(env.at) ?? []),
  ];
}

function openedTasks(rows: CommitDraft['rows'], at: string): WrittenRow[] {
  return (rows.openTasks ?? []).map(({ id, clock, dueOn, ...task }) => ({
    in: 'task',
    key: { id },
    add: true,
    set: {
      ...pick(task, ['key', 'visit', 'seat', 'turn', 'role', 'label', 'holder', 'provisional']),
      clock_key: clock,
      due_on: dueOn,
      status: 'open',
      outcome: null,
      opened_at: at,
      closed_at: null,
      closed_by: null,
    },
  }));
}

function caseRow({ before, env }: PlanInput, draft: CommitDraft, after: CaseAfter): WrittenRow {
  const { title, state, stage, status, version, stored } = after;
  const moved = {
    ...{ title, state, stage, status, version },
    definition_version: stored.definitionVersion,
    // Long, and written again by each commit.
    stored: sm3(canonicalJson(stored)),
    recorded: isRecorded(stored),
    due_on: draft.caseDueOn(),
    updated_at: env.at,
  };
  if (before.version > 0) return { in: 'review_case', key: { id: before.id }, set: moved };
  return {
    in: 'review_case',
    key: { id: before.id },
    add: true,
    set: {
      ...moved,
      org_id: before.orgId,
      org_path: before.orgPath,
      category: before.category,
      ruleset_version: stored.rulesetVersion,
      created_by: before.createdBy,
      created_at: env.at,
      back_dated: before.backDated,
    },
  };
}

/** Pages show a person by the name of today; the chain has the name of the time. */
function people({ env }: PlanInput): WrittenRow[] {
  const named = [...(isSystem(env) ? [] : [env.actor]), ...Object.values(env.people)];
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ in: 'person', key: { id }, set: { name } }));
}

function numberRows({ before, env, taken, numbers, givenNumbers = [] }: PlanInput, draft: CommitDraft): WrittenRow[] {
  const byText = new Map([
    ...numbers.map((text, index) => [text, taken?.[index] ?? null] as const),
    ...givenNumbers.map((given) => [given.text, given] as const),
  ]);
  return draft.numbers.flatMap(({ text, purpose }) => {
    const parts = byText.get(text);
    if (parts == null) return [];
    const { code, year, number } = parts;
    const unused = { void_reason: null, voided_by: null, voided_by_name: null, voided_at: null };
    return [
      {
        in: 'document_number',
        key: { code, year, number },
        add: true,
        set: { org_id: before.orgId, text, purpose, taken_at: env.at, ...unused },
      },
    ];
  });
}

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;
}
