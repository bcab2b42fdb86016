/** A later register says how matters ended that an earlier one had without an outcome. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { headings, line, openImportTown, type Answered, type ImportTown } from './import-town.fixtures.ts';

let town: ImportTown;
beforeAll(async () => {
  town = await openImportTown();
});
afterAll(() => town?.close());

const open = { conclusion: '', number: '', concluded: '', status: '在办' };
const upload = (...lines: readonly string[]): Promise<Answered> => town.upload([headings, ...lines].join('\n'));
const importAll = async (...lines: readonly string[]) => {
  const { body } = await upload(...lines);
  await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
  await town.work();
  return (await rowsOf(body.id)) as Row[];
};
interface Row {
  readonly line: number;
  readonly state: string;
  readonly caseId: string | null;
  readonly problems: readonly { readonly code: string }[];
}
const rowsOf = async (id: string): Promise<readonly Row[]> =>
  (await town.get(`/api/register/imports/${id}?rows=all&limit=200`)).body.rows.items;
const factsOf = async (caseId: string | null) =>
  (
    await town.database.ownerPool.query<{ kind: string; on: string }>(
      `select kind, to_char(on_date, 'YYYY-MM-DD') as on from fact where case_id = $1 order by on_date, kind`,
      [caseId],
    )
  ).rows.map(({ kind, on }) => `${kind} ${on}`);

describe('a later register', () => {
  it('completes the matter that the earlier one had without an outcome, and makes no second case of it', async () => {
    const [first] = await importAll(line(1, open));
    const caseId = first?.caseId ?? null;
    expect(await factsOf(caseId)).toEqual(['received 2023-02-06', 'accepted 2023-02-07']);
    const { body } = await upload(line(1, { filed: '2024-01-05', concluded: '2024-01-03', number: '合审〔2024〕1号' }));
    expect(await rowsOf(body.id)).toMatchObject([{ state: 'add', problems: [{ code: 'row.completes' }] }]);
    await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    await town.work();
    expect(await rowsOf(body.id)).toMatchObject([{ state: 'added', caseId, problems: [{ code: 'row.completes' }] }]);
    expect(await factsOf(caseId)).toEqual([
      'received 2023-02-06',
      'accepted 2023-02-07',
      'concluded 2024-01-03',
      'filed 2024-01-05',
    ]);
    const view = await town.get(`/api/cases/${caseId}`);
    expect(view.body.history.map(({ type }: { type: string }) => type)).toEqual([
      'register.record',
      'register.completed',
    ]);
    expect(view.body.recorded).toMatchObject({
      line: 2,
      later: [{ line: 2 }],
      record: { receivedOn: '2023-02-06', concludedOn: '2024-01-03', number: '合审〔2024〕1号', status: '审结' },
    });
    expect(await town.rows('review_case', `title like '%（1）'`)).toBe(1);
  });

  it('says it once: again it is known, and another outcome changes nothing', async () => {
    const [first] = await importAll(line(2, open));
    const ended = line(2, { ...open, status: '撤回' });
    expect(await importAll(ended)).toMatchObject([{ state: 'added', caseId: first?.caseId }]);
    expect(await importAll(ended)).toMatchObject([{ state: 'skip', problems: [{ code: 'row.known' }] }]);
    expect(await importAll(line(2))).toMatchObject([{ state: 'skip', problems: [{ code: 'row.known' }] }]);
    expect(await factsOf(first?.caseId ?? null)).toEqual([
      'received 2023-02-06',
      'accepted 2023-02-07',
      'withdrawn 2023-02-07',
    ]);
  });

  it('of two files that ran at once completes it once', async () => {
    await importAll(line(3, open));
    const [one, two] = [await upload(line(3)), await upload(line(3, { filed: '2023-03-01' }))];
    for (const { body } of [one, two]) await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    await Promise.all([town.work(), town.work()]);
    const states = [...(await rowsOf(one.body.id)), ...(await rowsOf(two.body.id))].map(({ state }) => state);
    expect(
      await town.rows(
        'fact',
        `kind = 'concluded' and case_id in (select id from review_case where title like '%（3）')`,
      ),
    ).toBe(1);
    expect(await town.rows('review_case', `title like '%（3）'`)).toBe(1);
    expect(states).toContain('added');
  });

  it('is skipped as known where it is not clear which of two matters it ends', async () => {
    const twins = [line(4, { ...open, number: '' }), line(4, { ...open, number: '', concluded: '' })];
    expect((await importAll(...twins)).map(({ state }) => state)).toEqual(['added', 'skip']);
    await town.database.ownerPool.query(
      `update review_case set title = '农田灌溉机井维修工程施工合同（4）' where title like '%（2）'`,
    );
    expect(await importAll(line(4))).toMatchObject([{ state: 'skip', problems: [{ code: 'row.known' }] }]);
  });
});
