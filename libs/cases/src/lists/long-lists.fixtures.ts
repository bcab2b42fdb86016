/**
 * A town whose queue is far longer than in practice. The rows are inserted by SQL, because the engine would take an
 * hour for them; readers of this fixture depend only on their number and order.
 */
import type { Principal } from '@lawgate/contracts';
import type pg from 'pg';

export interface LongLists {
  readonly cases: number;
  /** The person who created the cases; every tenth case has an open task assigned to this person. */
  readonly submitter: Pick<Principal, 'id' | 'orgId' | 'orgPath'>;
  /** The person who acted in every hundredth of them. */
  readonly reviewer: Pick<Principal, 'id'>;
  readonly category: string;
}

/**
 * $1 int number of cases, $2 uuid $3 text the organisation, $4 uuid the creator, $5 uuid the reviewer of some, $6 text
 * category
 */
const statements = [
  `insert into review_case (id, org_id, org_path, category, title, definition_version, ruleset_version, state, stage, status,
                            version, stored, last_hash, created_by, created_at, updated_at, due_on)
   select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, $2, $3, $6, '第' || n || '件送审的事项', 1, 1, 'working', '办理',
          'active', 2, '{"context":{"fields":{"submittingUnit":"规划建设办"}}}', repeat('0', 64), $4,
          timestamptz '2024-01-01' + n * interval '1 minute', timestamptz '2024-06-01' + (n::bigint * 7919 % $1) * interval '1 minute',
          date '2024-02-01' + (n::bigint * 104729 % 400)::int
     from generate_series(1, $1) n where $5::uuid is not null`,
  `insert into history (case_id, seq, org_path, at, type, actor_id, body, prev_hash, hash)
   select c.id, s.seq, c.org_path, case s.seq when 1 then c.created_at else c.updated_at end, 'note',
          case when s.seq = 2 and ('x' || right(c.id::text, 8))::bit(32)::int % 100 = 0 then $5::uuid else $4::uuid end, '{}', '', ''
     from review_case c, generate_series(1, 2) s (seq)
    where c.org_path = $3 and c.category = $6 and c.org_id = $2 and $1 > 0 and not exists (select from history h where h.case_id = c.id)`,
  `insert into task (id, case_id, org_path, key, visit, seat, role, label, holder, due_on, opened_at, turn)
   select gen_random_uuid(), c.id, c.org_path, 'handle', 1, 's', 'reviewer', '提出审查意见',
          case when ('x' || right(c.id::text, 8))::bit(32)::int % 10 = 0 then $4::uuid end, c.due_on, c.updated_at, 1
     from review_case c where c.org_path = $3 and c.category = $6 and c.org_id = $2 and $1 > 0 and $5::uuid is not null
      and not exists (select from task t where t.case_id = c.id)`,
  `insert into clock (case_id, key, run, org_path, status, due_on, provisional, state)
   select c.id, 'review', 1, c.org_path, 'running', c.due_on, false, '{}' from review_case c
    where c.org_path = $3 and c.category = $6 and c.org_id = $2 and $1 > 0 and $4::uuid is not null and $5::uuid is not null
      and not exists (select from clock k where k.case_id = c.id)`,
];

export async function fillLongLists(owner: pg.Pool, lists: LongLists): Promise<void> {
  const { cases, submitter, reviewer, category } = lists;
  const values = [cases, submitter.orgId, submitter.orgPath, submitter.id, reviewer.id, category];
  const client = await owner.connect();
  try {
    // Foreign keys are not checked for half a million rows: they are consistent by construction.
    await client.query('begin; set local session_replication_role = replica');
    for (const text of statements) await client.query(text, values);
    await client.query('commit');
  } finally {
    client.release();
  }
  await owner.query('analyze review_case, history, task, clock');
}
