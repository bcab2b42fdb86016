// Who sees and writes which rows, and what the database keeps by itself.
const viewer = 'libs/platform/database/sql/current/functions/viewer.sql';
const policies = 'libs/platform/database/sql/current/policies/people.sql';
const schema = 'libs/platform/database/src/schema.ts';
const upgrade = 'e2e/upgrade/upgrade.spec.ts';
const schemaSpec = 'e2e/upgrade/schema.spec.ts';
const rowLevelSecurity = 'libs/features/admin/src/identity/row-level-security.spec.ts';

export const database = [
  {
    claim: 'a town reads no row of its neighbour',
    file: viewer,
    from: "= 'organisation'\n     and path ^@ current_setting",
    to: "= 'organisation'\n      or path ^@ current_setting",
    spec: rowLevelSecurity,
    test: 'review_case shows a town nothing of another town',
  },
  {
    claim: 'the county reads its towns and writes into none',
    file: viewer,
    from: "= 'organisation'\n     and path = current_setting",
    to: "= 'organisation'\n     and path ^@ current_setting",
    spec: rowLevelSecurity,
    test: 'the county writes nothing into a town’s case',
  },
  {
    claim: 'a town writes no row of its neighbour',
    file: viewer,
    from: "= 'organisation'\n     and path = current_setting",
    to: "= 'organisation'\n      or path = current_setting",
    spec: rowLevelSecurity,
    test: 'review_case takes no row for another town',
  },
  {
    claim: 'nobody reads the notices of a colleague in another town',
    file: policies,
    from: 'create policy notification_own on notification to lawgate_app\n  using (is_person(person_id))',
    to: 'create policy notification_own on notification to lawgate_app\n  using (true)',
    spec: rowLevelSecurity,
    test: 'notification shows a town nothing of another town',
  },
  {
    claim: 'an upgrade loses no row',
    file: schema,
    from: "await client.query('drop table schema_migration');",
    to: "await client.query('drop table schema_migration; delete from case_copy');",
    spec: upgrade,
    test: 'keeps every row and every value',
  },
  {
    claim: 'a released definition keeps the states of its open cases',
    file: 'workflows/enforcement-decision/definition.ts',
    from: '      publicity: publicityRegion,',
    to: '      published: publicityRegion,',
    spec: upgrade,
    test: 'holds an open case in every state that version 1 of its definitions can reach',
  },
  {
    claim: 'a new database has the tables of an upgraded one',
    file: 'libs/platform/database/sql/0001-baseline.sql',
    from: 'must_change_password boolean not null default false',
    to: 'must_change_password boolean not null default true',
    spec: schemaSpec,
    test: 'is the same from version 0.1 as from an empty database',
  },
  {
    claim: 'a file of functions is applied where it changed, and only there',
    file: schema,
    from: 'applied.get(name) !== sha256);',
    to: 'applied.get(name) !== sha256 || name !== sha256);',
    spec: schemaSpec,
    test: 'applies a function again after one character of its file was changed, once and no other file',
  },
  {
    claim: 'a function that calls what is not there stops the start',
    file: schema,
    from: 'if (pending.length > 0) await checkFunctionBodies(client);',
    to: '',
    spec: schemaSpec,
    test: 'is unchanged when a file is wrong, and the error names the file',
  },
  {
    claim: 'a migration that was changed after it ran stops the start',
    file: schema,
    from: '(applied.get(name) ?? sha256) !== sha256',
    to: "name === '' && sha256 === ''",
    spec: schemaSpec,
    test: 'does not start on a changed migration',
  },
  {
    claim: 'an entity says what its table has',
    file: 'libs/features/notifications/src/reminders/urge.entity.ts',
    from: "    note: p.text().nullable(),\n    at: p.datetime(),\n  },\n  uniques: [{ name: 'urge_task",
    to: "    note: p.text(),\n    at: p.datetime(),\n  },\n  uniques: [{ name: 'urge_task",
    spec: 'apps/api/src/schema-agreement.spec.ts',
    test: 'agree on every table, column and key',
  },
  {
    claim: 'a query of the application has a viewer',
    file: 'libs/platform/database/src/database.ts',
    from: "if (this.role !== 'lawgate_worker')",
    to: 'if (this.role === undefined)',
    spec: 'libs/platform/database/src/database.spec.ts',
    test: 'is refused without a viewer',
  },
];
