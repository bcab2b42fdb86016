import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RuleSetStore, verifyChain, type HistoryBody } from '@lawgate/cases';
import { testDatabase } from '@lawgate/testing';
import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { paperMaker } from './paper-maker.ts';
import { li, openPaperTown, qian, wordsOf, zhao, type PaperRow, type PaperTown } from './papers.fixtures.ts';

let papers: PaperTown;

beforeAll(async () => {
  papers = await openPaperTown(await testDatabase());
}, 120_000);
afterAll(() => papers.close());

const text = async (row: { sha256: string; size: number }): Promise<string> =>
  wordsOf(strFromU8(unzipSync(await papers.bytes(row))['word/document.xml'] ?? new Uint8Array()));

describe('papers are made once, from committed rows', () => {
  it('makes every paper of a case of each category, with its signer, its number and the hash of its bytes', async () => {
    for (const { key, papers: specs = [], events } of papers.town.definitions.all()) {
      const id = await papers.prepared(key, `${key}一件`);
      await papers.go(id, 'archive');
      await papers.deliver();
      const made = await papers.papers(id);
      const standard = specs
        .filter(({ event }) => event !== null && event in events)
        .map(({ kind }) => kind)
        .filter((kind) => !['supplement', 'return', 'decline', 'extension'].includes(kind))
        // A contract that may be signed as it is asks for no answer.
        .filter((kind) => kind !== 'adoption-feedback' || key !== 'contract');
      expect(made.map(({ kind }) => kind).sort()).toEqual([...standard].sort());
      const letter = made.find(({ kind }) => kind === 'opinion-letter');
      expect(letter).toMatchObject({
        number: expect.stringMatching(/^合审〔2024〕\d+号$/),
        signer: qian.name,
        template: 0,
      });
      for (const row of made) {
        const bytes = await papers.bytes(row);
        expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256);
      }
    }
  }, 120_000);

  it('shows the retention on the cover, and lays the index out as the standard requires', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'archive');
    await papers.deliver();
    const made = await papers.papers(id);
    const wordsOn = async (kind: string) => {
      const row = made.find((each) => each.kind === kind) as (typeof made)[number];
      return (await text(row)).replaceAll('\n', '');
    };
    expect(await wordsOn('file-cover')).toContain('保管期限30年');
    const index = await wordsOn('file-index');
    expect(index).toContain('顺序号文号责任者题名日期页号备注1');
    expect(index).toContain('合法性审查送审表20240311');
  });

  it('shows on the cover the retention of the case’s rule set, which the worker reads for the first time', async () => {
    // From here on, cases of this file begin under this set; later tests do not depend on the retention.
    await papers.db.ownerPool.query(
      `with entered as (
         insert into ruleset (org_id, org_path, effective_from, document_number, base_version, entered_by, entered_by_name, entered_at)
         values ($1, $2, '2024-03-11', '1号', 1, $3, '某', '2024-03-11T00:00:00Z') returning version, org_path)
       insert into ruleset_parameter (version, org_path, category, key, value, citation)
       select version, org_path, 'contract', 'archive.retention', 10, null from entered`,
      [li.orgId, li.orgPath, li.id],
    );
    const id = await papers.prepared();
    await papers.go(id, 'archive');
    await papers.deliver();
    const cover = (await papers.papers(id)).find(({ kind }) => kind === 'file-cover');
    expect((await text(cover as PaperRow)).replaceAll('\n', '')).toContain('保管期限10年');
  });

  it('makes nothing new when an order is delivered a second time, and the same bytes when it is made again', async () => {
    const id = await papers.prepared('normative-document');
    await papers.go(id, 'sign-off');
    await papers.deliver();
    const before = await papers.papers(id);
    await papers.db.ownerPool.query('update outbox set delivered_at = null where case_id = $1', [id]);
    // The case has changed since, on another day.
    papers.town.clock.set(new Date('2024-03-12T02:00:00Z'));
    await papers.go(id, 'adoption.record');
    await papers.deliver();
    const after = await papers.papers(id);
    papers.town.clock.set(new Date('2024-03-11T02:00:00Z'));
    expect(after.filter(({ kind }) => kind !== 'adoption-feedback')).toEqual(before);
    // The bytes were made again for the second delivery; stored by hash, they would be a second file if they differed.
    const kinds = new Set(before.map(({ kind }) => kind));
    expect(kinds.size).toBe(before.length);
  });

  it('stores no bytes twice when the process died between the bytes and the row', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'accept');
    const { rows } = await papers.db.ownerPool.query<{ id: string }>(
      `select id from outbox where case_id = $1 and kind = 'paper' and payload ->> 'paper' = 'acceptance'`,
      [id],
    );
    const order = await papers.db.workerPool.connect();
    const make = paperMaker({
      definitions: papers.town.definitions,
      ruleSets: new RuleSetStore(papers.db.workerPool),
      store: papers.store,
    });
    try {
      await order.query('begin');
      const row = await order.query(
        `select id, case_id as "caseId", org_path as "orgPath", kind, payload, created_at as "createdAt" from outbox where id = $1`,
        [rows[0]?.id],
      );
      await make(order, row.rows[0] as never, papers.town.clock.now());
      const first = await order.query<{ sha256: string }>('select sha256 from paper where case_id = $1', [id]);
      await order.query('rollback');
      await papers.deliver();
      const made = (await papers.papers(id)).find(({ kind }) => kind === 'acceptance');
      expect(made?.sha256).toBe(first.rows[0]?.sha256);
    } finally {
      order.release();
    }
  });

  it('shows the state at the event, even if the case changed before the paper was made', async () => {
    const id = await papers.prepared();
    await papers.go(id, 'submit');
    await papers.town.send(zhao, id, 'supplement.request', { items: ['补充授权委托书', '补充资金来源证明'] });
    await papers.town.send(li, id, 'supplement.provide');
    await papers.town.send(zhao, id, 'accept');
    await papers.deliver();
    const made = await papers.papers(id);
    const supplement = made.find(({ kind }) => kind === 'supplement');
    expect(supplement?.number).toMatch(/^合补〔2024〕\d+号$/);
    const words = await text(supplement as never);
    expect(words).toContain('1. 补充授权委托书');
    expect(words).toContain('2. 补充资金来源证明');
    // The clock has ended since; the notice shows its due date at the event.
    expect(words).toContain('请于2024年3月18日前（5个工作日内）');
    expect(await text(made.find(({ kind }) => kind === 'acceptance') as never)).not.toContain('undefined');
  });

  it('cannot be changed or deleted, not even by the owner of the table', async () => {
    for (const statement of ["update paper set title = 'x'", 'delete from paper', 'truncate paper cascade']) {
      await expect(papers.db.ownerPool.query(statement)).rejects.toThrow('append-only');
    }
  });

  it('ties what was signed to the chain of the history', async () => {
    const id = await papers.prepared();
    const after = await papers.go(id, 'sign-off');
    const bodies = after.history.map(({ body }) => JSON.parse(body) as HistoryBody);
    const signed = bodies.at(-1)?.signed ?? [];
    expect(signed).toEqual([{ id: after.opinions.at(-1)?.id, act: 'director', hash: after.opinions.at(-1)?.hash }]);
    const { rows } = await papers.db.ownerPool.query<{ seq: number; body: string; prevHash: string; hash: string }>(
      'select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq',
      [id],
    );
    expect(verifyChain(rows, after.lastHash)).toEqual({ intact: true });
  });
});
