/** Ten years of concluded cases, inserted by SQL: only the rows that reports and the register read. */
import type pg from 'pg';

/** The first of the ten years. */
const firstYear = 2014;

/**
 * Inserts cases of every town. One case in thirty crosses the end of a year, one in twenty is returned, one in fifty of
 * the last year is open; each has the facts, the clock and the history that the engine would have written.
 *
 * @param perYear cases of a town and year
 */
export async function fillBooks(pool: pg.Pool, perYear: number): Promise<void> {
  const client = await pool.connect();
  try {
    // Foreign keys and triggers are disabled; the rows are consistent by construction.
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set jit = off;
                        set maintenance_work_mem = '256MB'; drop index register_entry_search`);
    await client.query(
      `create temp table made as
       select gen_random_uuid() as id, o.id as org_id, o.path as org_path, p.id as clerk, y as year, n,
              case n % 10 when 0 then 'normative-document' when 1 then 'enforcement-decision' else 'contract' end as category,
              case n % 20 when 7 then 'returned' when 3 then case when y = $1 + 9 and n % 50 = 3 then null else 'concluded' end
                   else 'concluded' end as outcome,
              make_date(y, 1, 2) + case when n % 30 = 5 then 355 else (n * 37) % 345 end as received_on,
              1 + n % 9 + case when n % 30 = 5 then 10 else 0 end as lasted,
              (array['农田', '学校', '道路', '水库', '卫生院', '市场'])[1 + n % 6] || (array['灌溉', '维修', '采购', '租赁', '服务'])[1 + n % 5]
                || (array['工程第', '采购合同第', '服务合同第'])[1 + n % 3] || (n + y * 7 % 1000) || '号' as title
         from organisation o join person p on p.org_id = o.id and p.roles = '{submitter}',
              generate_series($1::int, $1 + 9) as y, generate_series(1, $2::int) as n
        where o.kind = 'town'`,
      [firstYear, perYear],
    );
    await client.query(`
      insert into review_case (id, org_id, org_path, category, title, definition_version, ruleset_version, state, stage,
                               status, version, stored, last_hash, created_by, created_at, updated_at, back_dated)
      select id, org_id, org_path, category, title, 1, 1, case when outcome is null then 'review.assigning' else 'archived' end,
             '已归档', case when outcome is null then 'active' else 'done' end, 7,
             '{"context":{"fields":{"submittingUnit":"党政办"}}}', repeat('0', 64), clerk, received_on, received_on + lasted, false
        from made`);
    await client.query(`
      insert into fact (id, case_id, org_id, org_path, category, kind, on_date, year, detail)
      select gen_random_uuid(), m.id, m.org_id, m.org_path, m.category, k.kind, k.at, extract(year from k.at)::int, k.detail::jsonb
        from made m cross join lateral (values
          ('received', m.received_on, '{"round":1}', true),
          ('accepted', m.received_on + 1, '{"round":1}', m.outcome is distinct from 'returned'),
          ('examined', m.received_on + m.lasted, '{"round":1,"problems":2}', m.outcome = 'concluded'),
          ('concluded', m.received_on + m.lasted, '{"round":1,"conclusion":"may-sign","overdue":false,"urgent":false,"advisers":1}', m.outcome = 'concluded'),
          ('adopted', m.received_on + m.lasted + 2, '{"round":1,"adoption":"full"}', m.outcome = 'concluded' and m.n % 4 <> 0),
          ('filed', m.received_on + m.lasted + 5, '{"onTime":true}', m.outcome = 'concluded' and m.n % 5 = 0),
          ('returned', m.received_on + 1, '{"reason":"材料不齐"}', m.outcome = 'returned')) as k (kind, at, detail, made)
       where k.made`);
    await client.query(`
      insert into clock (case_id, key, run, org_path, status, provisional, state)
      select id, 'review', 1, org_path, 'met', false,
             json_build_object('usedBefore', lasted, 'endedOn', received_on + lasted, 'limit', json_build_object('unit', 'workday', 'value', 15))
        from made where outcome = 'concluded'`);
    await client.query(`
      insert into history (case_id, seq, org_path, at, type, body, prev_hash, hash)
      select m.id, k.seq, m.org_path, m.received_on + k.days, k.type,
             json_build_object('from', k.before, 'to', k.after, 'seq', k.seq)::text, repeat('0', 64), repeat('0', 64)
        from made m cross join lateral (values
          (1, 0, 'create', null, 'draft'), (2, 0, 'submit', 'draft', 'submitted'), (3, 1, 'accept', 'submitted', 'review.assigning'),
          (4, m.lasted, 'findings.record', 'review.assigning', 'review.signing-off'),
          (5, m.lasted, 'sign-off', 'review.signing-off', 'adoption'),
          (6, m.lasted + 2, 'adoption.record', 'adoption', 'filing'), (7, m.lasted + 5, 'file', 'filing', 'archived'))
          as k (seq, days, type, before, after)
       where m.outcome = 'concluded' or k.seq <= 3`);
    await client.query(`
      insert into register_entry (case_id, org_id, org_path, category, title, unit, received_on, accepted_on, concluded_on,
                                  filed_on, outcome, ended_on, conclusion, number, reviewers, advisers, reason, adoption,
                                  overdue, urgent, days, search, version)
      select id, org_id, org_path, category, title, '党政办', received_on,
             case when outcome is distinct from 'returned' then received_on + 1 end,
             case when outcome = 'concluded' then received_on + lasted end,
             case when outcome = 'concluded' and n % 5 = 0 then received_on + lasted + 5 end, outcome,
             case outcome when 'concluded' then received_on + lasted when 'returned' then received_on + 1 end,
             case when outcome = 'concluded' then 'may-sign' end,
             case when outcome = 'concluded' then '合审〔' || year || '〕' || n || '号' end,
             case when outcome = 'concluded' then array['审查人' || n % 3] else '{}' end,
             case when outcome = 'concluded' and n % 2 = 0 then array['律师' || n % 4] else '{}' end,
             case when outcome = 'returned' then '材料不齐' end,
             case when outcome = 'concluded' then case when n % 4 <> 0 then 'full' else 'pending' end end, false, false,
             case when outcome = 'concluded' then lasted end,
             title || ' 党政办 合审〔' || year || '〕' || n || '号 审查人' || n % 3, 7
        from made`);
    await client.query('create index register_entry_search on register_entry using gin (search gin_trgm_ops)');
    await client.query('drop table made; reset all');
    await client.query('vacuum analyze review_case, fact, clock, history, register_entry');
  } finally {
    client.release(true);
  }
}
