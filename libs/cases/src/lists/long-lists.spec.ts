/** Finds a page that is fast with a hundred cases and reads the whole queue with a hundred thousand. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CaseQuery, TaskQuery, type Principal } from '@lawgate/contracts';
import { asViewer } from '@lawgate/database';
import { encodeCursor } from '@lawgate/http';
import { openTown, people } from '../runtime.fixtures.ts';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { casePageStatement } from './case-page.ts';
import { readList, type ListStatement } from './list-statement.ts';
import { fillLongLists } from './long-lists.fixtures.ts';
import { taskPageStatement } from './task-page.ts';

const cases = 100_000;
const limit = 50;
const today = '2024-10-08';
const { li, zhao, county } = people;
/** The middle of the list: a page far from the beginning must cost no more than the first. */
const middleId = '00000000-0000-7000-8000-00000000c350';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
  await openTown(db);
  await fillLongLists(db.ownerPool, { cases, submitter: li, reviewer: zhao, category: 'errand' });
}, 300_000);
afterAll(() => db.drop());

interface Plan {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Plan[];
}

/** Rows that the scans of a plan read, including those that a filter removed. */
function touched(plan: Plan): number {
  const own = plan['Node Type'].includes('Scan')
    ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Index Recheck'] ?? 0)) *
      plan['Actual Loops']
    : 0;
  return (plan.Plans ?? []).reduce((sum, inner) => sum + touched(inner), own);
}

async function rowsTouched(viewer: Principal, statement: ListStatement): Promise<number> {
  const plan = await asViewer(db.appPool, viewer, async (client) => {
    const explained = await readList<{ 'QUERY PLAN': { Plan: Plan }[] }>(client, {
      ...statement,
      text: `explain (analyze, timing off, format json) ${statement.text}`,
    });
    return explained[0]?.['QUERY PLAN'][0]?.Plan;
  });
  if (plan === undefined) throw new Error('no plan came back');
  return touched(plan);
}

/** For each row shown, the row itself, its clock, its task and that task's holder are read, some of them twice. */
const perRow = 12;

describe('a page of 50 among a hundred thousand', () => {
  const sorts = {
    due: encodeCursor(['2024-08-20', middleId]),
    created: encodeCursor(['2024-02-04T17:20:00.000Z', middleId]),
    updated: encodeCursor(['2024-07-05T17:20:00.000Z', middleId]),
  } as const;

  const tooMany = async (
    viewers: readonly Principal[],
    queries: readonly Record<string, unknown>[],
    statementOf: (viewer: Principal, query: Record<string, unknown>) => ListStatement,
  ): Promise<unknown[]> => {
    const found: unknown[] = [];
    for (const viewer of viewers) {
      for (const query of queries) {
        const rows = await rowsTouched(viewer, statementOf(viewer, query));
        if (rows > limit * perRow) found.push({ viewer: viewer.username, query, rows });
      }
    }
    return found;
  };

  it.each(Object.entries(sorts))('of cases by %s reads about one page of rows', async (sort, cursor) => {
    const queries = [{}, { cursor }, { status: 'active' }, { category: 'errand', organisation: 'hill', cursor }];
    expect(
      await tooMany([li, county], queries, (viewer, query) =>
        casePageStatement(viewer, CaseQuery.parse({ sort, limit, ...query }), today),
      ),
    ).toEqual([]);
  });

  it('of overdue cases, and of those due in a week, reads about one page of rows', async () => {
    const queries = [{ late: 'true' }, { status: 'active', dueFrom: '2024-10-08', dueBefore: '2024-10-14' }];
    expect(
      await tooMany([li, county], queries, (viewer, query) =>
        casePageStatement(viewer, CaseQuery.parse({ sort: 'due', limit, ...query }), today),
      ),
    ).toEqual([]);
  });

  it('of a person’s created cases reads about one page of rows', async () => {
    expect(
      await tooMany([li], [{ mine: 'submitted' }], (viewer, query) =>
        casePageStatement(viewer, CaseQuery.parse({ limit, ...query }), today),
      ),
    ).toEqual([]);
  });

  it.each([
    ['due', encodeCursor(['2024-08-20', middleId])],
    ['opened', encodeCursor(['2024-07-05T17:20:00.000Z', middleId])],
  ])('of tasks by %s reads about one page of rows', async (sort, cursor) => {
    const queries = [
      {},
      { cursor },
      { category: 'errand', key: 'handle' },
      ...(sort === 'due' ? [{ late: 'true' }] : []),
    ];
    expect(
      await tooMany([zhao, li], queries, (viewer, query) =>
        taskPageStatement(
          { orgPath: viewer.orgPath, holders: [viewer.id], roles: viewer.roles },
          TaskQuery.parse({ sort, limit, ...query }),
          today,
        ),
      ),
    ).toEqual([]);
  });
});
