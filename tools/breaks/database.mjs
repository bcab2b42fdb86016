// Who sees and writes which rows, and what the database keeps by itself.
const schema = 'libs/platform/database/sql/0001-schema.sql';
const rowLevelSecurity = 'libs/features/admin/src/identity/row-level-security.spec.ts';

export const database = [
  {
    claim: 'a town reads no row of its neighbour',
    file: schema,
    from: '     and path ^@ current_setting',
    to: '      or path ^@ current_setting',
    spec: rowLevelSecurity,
    test: 'review_case shows a town nothing of another town',
  },
  {
    claim: 'the county reads its towns and writes into none',
    file: schema,
    from: '     and path = current_setting',
    to: '     and path ^@ current_setting',
    spec: rowLevelSecurity,
    test: 'the county writes nothing into a town’s case',
  },
  {
    claim: 'a town writes no row of its neighbour',
    file: schema,
    from: '     and path = current_setting',
    to: '      or path = current_setting',
    spec: rowLevelSecurity,
    test: 'review_case takes no row for another town',
  },
  {
    claim: 'nobody reads the notices of a colleague in another town',
    file: schema,
    from: 'create policy notification_own on notification to lawgate_app\n  using (is_person(person_id))',
    to: 'create policy notification_own on notification to lawgate_app\n  using (true)',
    spec: rowLevelSecurity,
    test: 'notification shows a town nothing of another town',
  },
];
