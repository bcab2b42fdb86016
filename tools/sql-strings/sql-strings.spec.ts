/** The rule against SQL in strings: what it refuses, and what looks alike. */
import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint/universal';
import { noSqlStrings } from './eslint-rule.mjs';

function lint(code: string): string[] {
  const config = {
    files: ['**/*.mjs'],
    plugins: { lawgate: { rules: { 'no-sql-strings': noSqlStrings } } },
    rules: { 'lawgate/no-sql-strings': 'error' as const },
  };
  return new Linter().verify(code, [config], { filename: 'src/a.mjs' }).map(({ message }) => message);
}

describe('the rule against SQL in strings', () => {
  it.each([
    "'select id from task where id = $1'",
    "'SELECT * FROM task'",
    '`\n  select t.id, t.label\n    from task t`',
    '`select ${columns} from task`',
    '`select count(*) from ${table}`',
    "'select 1'",
    "'select exists (select from task) as waiting'",
    "'select not exists (select from task)'",
    '`select t.id, ${columns} from ${table} t`',
    `'select due_on::text as "dueOn" from task'`,
    "'select pg_advisory_xact_lock($1)'",
    "'select distinct year from calendar_day'",
    "'select distinct on (path) id, path from calendar_day'",
    "'-- the open ones\\nselect id from task'",
    "'(select id from task) union all (select id from job)'",
    "'insert into task (id) values ($1)'",
    "'insert into task select * from job'",
    "'Update task set status = $1'",
    "'update task t set ' + columns",
    '`update task set ${column} = ${column} + $2`',
    "'delete from task'",
    "'delete from task where id = $1'",
    "'delete from task t using job j where t.id = j.id'",
    "'with taken as (select 1) select * from taken'",
    "'with recursive line (id) as (select 1) select * from line'",
    '`with taken as materialized (${taken}) select 1`',
    "'select ' + columns + ' from task'",
    "'select id' + ' from task'",
    'sql`select id from task where id = ${id}`',
    'sql`select f(${id}) from task`',
    'sql`select f((select max(id) from task))`',
    'sql`select f(${a}), g(${b})`',
    'sql`select * from f(${id}) as x join task on true`',
    'sql`update task set status = ${status}`',
    'other`select f(${id})`',
    '`select f(${id})`',
  ])('refuses %s', (code) => {
    expect(lint(`export const text = ${code};`)).toEqual([expect.stringContaining('docs/decisions/0052')]);
  });

  it.each([
    'sql`select rename_account(${id}, ${name})`',
    'sql`select operator_retry(${id}) as kind`',
    'sql`select pg_advisory_xact_lock(${lock}, hashtext(${path}))`',
    'sql`select kind, waiting\n  from operator_jobs(${now}, ${max})`',
    'sql`select * from copy_receipts(${id})`',
    "sql`coalesce(stored -> 'recused', '[]')`",
    "'Select a case from the list.'",
    "'select one of the materials, then attach a file'",
    "'Select town, year and kind'",
    "'Select one (or more) of them'",
    "'select town <code>'",
    "'Select the town'",
    "'selected'",
    "'select'",
    "'Insert into the form'",
    "'insert into which list?'",
    "'update the data set of the year'",
    "'Update available'",
    "'Update failed: set a name first'",
    "'update-set'",
    "'delete from the list'",
    "'Delete from disk?'",
    "'with whom'",
    "'with the draft as (it was) signed'",
    "'With a note as usual'",
    "'请选择案件 select'",
    "'更新 set 删除'",
    '`${name} select id from task`',
    "'d.status in ($1) and d.attempts < 10'",
  ])('lets pass %s', (code) => {
    expect(lint(`export const text = ${code};`)).toEqual([]);
  });

  it('names the three ways', () => {
    const [message] = lint("export const text = 'select id from task';");
    for (const way of ['tx.db', 'tx.em', 'sql/']) expect(message).toContain(way);
  });
});
