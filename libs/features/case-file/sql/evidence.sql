-- What the view of a case does not need and its proof does: tasks, accesses, facts and refusals, with instants in ISO 8601.
--   $1 uuid case
select
  coalesce((select json_agg(json_build_object('key', t.key, 'label', t.label, 'visit', t.visit, 'seat', t.seat,
      'role', t.role, 'holder', h.name, 'dueOn', t.due_on, 'outcome', t.outcome,
      'openedAt', to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'closedAt', to_char(t.closed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'closedBy', b.name) order by t.opened_at, t.id)
    from task t left join person h on h.id = t.holder left join person b on b.id = t.closed_by
    where t.case_id = $1), '[]') as tasks,
  coalesce((select json_agg(json_build_object('person', p.name,
      'grantedAt', to_char(a.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'revokedAt', to_char(a.revoked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'reason', a.revoked_reason) order by a.granted_at, a.person_id)
    from case_access a join person p on p.id = a.person_id where a.case_id = $1), '[]') as access,
  coalesce((select json_agg(json_build_object('kind', f.kind, 'on', f.on_date, 'detail', f.detail) order by f.id)
    from fact f where f.case_id = $1), '[]') as facts,
  coalesce((select json_agg(json_build_object('version', r.version, 'event', r.event, 'refusals', r.refusals,
      'by', json_build_object('id', r.by_person, 'name', r.by_name),
      'at', to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by r.at, r.id)
    from refusal_met r where r.case_id = $1), '[]') as refusals
