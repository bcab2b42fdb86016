/** A town whose cases are driven through the shipped workflows, and the worker that makes their papers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openContentStore, type ContentStore } from '@lawgate/files';
import type { Principal } from '@lawgate/contracts';
import { dayFields, type Role } from '@lawgate/engine';
import { Deliverer, RuleSetStore, type LoadedCase } from '@lawgate/cases';
import { newId } from '@lawgate/database';
import { openTown, people, type Town } from '@lawgate/cases/fixtures';
import type { TestDatabase } from '@lawgate/testing';
import { acceptanceOf } from '@lawgate/cases/test-app-fixtures';
import { loadDefinitions } from '@lawgate/workflows';
import { paperMaker } from './paper-maker.ts';

export const { li, qian, wu, zheng } = people;
/** Also reviews enforcement decisions, which requires a qualification (行政处罚法 58). */
export const zhao: Principal = { ...people.zhao, qualifications: ['national-legal'] };
export const leader: Principal = { ...qian, roles: ['leader'] };
export const archivist: Principal = { ...zhao, roles: ['archivist'] };

export const advice = {
  noConflict: true,
  conclusion: 'agree-with-changes',
  text: '建议修改后采用。',
  points: [
    {
      clause: '第五条',
      problem: '违约责任约定不明',
      basis: '《中华人民共和国民法典》第五百七十七条',
      suggestion: '明确违约金的计算方法',
      risk: '发生争议时难以主张',
    },
    { clause: '第九条', problem: '争议解决条款缺失', suggestion: '增加由合同履行地人民法院管辖的约定' },
  ],
};

export interface PaperRow {
  readonly id: string;
  readonly kind: string;
  readonly seq: number;
  readonly number: string | null;
  readonly round: number;
  readonly sha256: string;
  readonly size: number;
  readonly signer: string | null;
  readonly template: number;
}

export interface PaperTown {
  readonly db: TestDatabase;
  readonly town: Town;
  readonly store: ContentStore;
  readonly folder: string;
  /** A case with its materials, ready to be submitted. */
  prepared(category?: string, title?: string): Promise<string>;
  /** Sends the standard events, in order, up to and including `last`; the given payloads replace the examples. */
  go(caseId: string, last: string, payloads?: Readonly<Record<string, unknown>>): Promise<LoadedCase>;
  /** Delivers everything that waits, as the worker does. */
  deliver(): Promise<void>;
  papers(caseId: string): Promise<PaperRow[]>;
  bytes(row: Pick<PaperRow, 'sha256' | 'size'>): Promise<Buffer>;
  close(): Promise<void>;
}

export async function openPaperTown(db: TestDatabase): Promise<PaperTown> {
  const town = await openTown(db, { definitions: await loadDefinitions(), at: '2024-03-11T02:00:00Z' });
  const folder = mkdtempSync(path.join(tmpdir(), 'papers-'));
  const store = await openContentStore({ folder });
  const quiet = async (): Promise<void> => {};
  const handlers = {
    outbox: {
      notice: quiet,
      'task-opened': quiet,
      paper: paperMaker({ definitions: town.definitions, ruleSets: new RuleSetStore(db.workerPool), store }),
    },
    noticeTimers: { reminder: quiet, 'clock-reminder': quiet },
  };
  const deliverer = new Deliverer(db.workerPool, town.workerRuntime, handlers, town.clock);

  const prepared = async (category = 'contract', title = '镇区路灯维护合同'): Promise<string> => {
    const { id } = await town.draft(li, category, title);
    const { materials } = town.definitions.newest(category);
    for (const { kind, label } of materials.filter(({ required, comparedWith }) => required || comparedWith)) {
      await db.ownerPool.query(
        `insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by, uploaded_at)
         values ($1, $2, $3, $4, $5, 1, 1, 'text/plain', $6, '', $7, $8)`,
        [newId(), id, li.orgPath, kind, `${label}.docx`, 'ab'.repeat(32), li.id, town.clock.now()],
      );
    }
    return id;
  };

  /** Payloads that the specs of papers check; every other event gets its own example. */
  const payloadsOn = (day: string): Readonly<Record<string, unknown>> => ({
    submit: { vouched: true, note: '请予审查。' },
    'advisers.assign': { advisers: [wu.id] },
    'opinion.give': advice,
    'contract.sign': { on: day, counterparty: '某照明有限公司', expiresOn: '2025-03-14' },
  });
  const byRole: Partial<Record<Role, Principal>> = {
    submitter: li,
    reviewer: zhao,
    adviser: wu,
    director: qian,
    leader,
    archivist,
  };

  const steps = (category: string, day: string): readonly (readonly [Principal, string, unknown])[] => {
    const { course, events } = town.definitions.newest(category);
    const payloads = payloadsOn(day);
    return course.flatMap((type) => {
      const spec = events[type];
      const by = byRole[spec?.by[0] ?? 'system'];
      if (spec === undefined || by === undefined) throw new Error(`Nobody sends ${type}`);
      const example = { ...(spec.examples[0] as Record<string, unknown>) };
      for (const name of dayFields(spec)) if (name in example) example[name] = day;
      return [[by, type, payloads[type] ?? example] as const];
    });
  };

  const go: PaperTown['go'] = async (caseId, last, payloads = {}) => {
    const { case: loaded } = await town.runtime.read(li, caseId);
    const done = new Set(loaded.history.map(({ body }) => (JSON.parse(body) as { type: string }).type));
    let after = loaded;
    for (const [by, type, payload] of steps(loaded.category, '2024-03-11')) {
      if (done.has(type) && type !== last) continue;
      // A contract that may be signed without changes requires no feedback.
      if (type === 'adoption.record' && after.state !== 'adoption') continue;
      if (type === 'file' && loaded.category === 'contract') {
        await town.send(li, caseId, 'comparison.accept', acceptanceOf(loaded.documents));
      }
      const event = {
        type,
        payload: payloads[type] ?? payload ?? {},
        overrides: { 'deliberation.floor': '县里要求本周上会' },
      };
      after = await town.send(by, caseId, type, event.payload, { event });
      if (type === last) return after;
    }
    return after;
  };

  return {
    db,
    town,
    store,
    folder,
    prepared,
    go,
    deliver: async () => {
      const { rows } = await db.ownerPool.query<{ id: string }>('select id from outbox where delivered_at is null');
      await deliverer.deliver(...rows.map(({ id }) => ({ kind: 'outbox' as const, id, token: 0 })));
    },
    papers: async (caseId) => {
      const { rows } = await db.ownerPool.query<PaperRow>(
        `select id, kind, cause_seq as seq, number_text as number, round, sha256, size::float8 as size,
                signed_by_name as signer, template_version as template
           from paper where case_id = $1 order by cause_seq, kind`,
        [caseId],
      );
      return rows;
    },
    bytes: async ({ sha256, size }) => {
      const stream = await store.read(sha256, size);
      if (stream === null) throw new Error(`no content ${sha256}`);
      const chunks: Buffer[] = [];
      for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      await db.drop();
    },
  };
}

/** The text of a docx, without formatting. */
export function wordsOf(xml: string): string {
  return xml
    .replace(/<w:br\/>|<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&');
}
