// Who sees and writes which rows, and what the database keeps by itself.
const viewer = 'libs/database/sql/current/functions/viewer.sql';
const policies = 'libs/database/sql/current/policies/people.sql';
const rowLevelSecurity = 'libs/identity/src/row-level-security.spec.ts';

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
];
