/** The catalogue of a database's schema `public`, as lines that can be compared. */
import type pg from 'pg';

const inPublic = `relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p', 'S')`;
const notOfExtension = `not exists (
  select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')`;

const questions: Readonly<Record<string, string>> = {
  tables: `select concat_ws(' ', c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions)
      from pg_class c where c.${inPublic}`,
  columns: `select concat_ws(' ', c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        'identity', a.attidentity, 'generated', a.attgenerated, 'default', pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where c.${inPublic} and a.attnum > 0 and not a.attisdropped`,
  constraints: `select concat_ws(' ', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid), c.convalidated)
      from pg_constraint c where c.connamespace = 'public'::regnamespace`,
  indexes: `select indexdef from pg_indexes where schemaname = 'public'`,
  functions: `select pg_get_functiondef(p.oid) from pg_proc p
     where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and ${notOfExtension}`,
  triggers: `select concat_ws(' ', pg_get_triggerdef(t.oid), t.tgenabled) from pg_trigger t
      join pg_class c on c.oid = t.tgrelid where c.${inPublic} and not t.tgisinternal`,
  policies: `select concat_ws(' ', tablename, policyname, permissive, roles, cmd, 'using', qual, 'check', with_check)
      from pg_policies where schemaname = 'public'`,
  views: `select concat_ws(' ', viewname, definition) from pg_views where schemaname = 'public'`,
  extensions: `select concat_ws(' ', extname, extnamespace::regnamespace) from pg_extension`,
  'grants on tables': `select concat_ws(' ', c.relname, a.grantee::regrole, a.privilege_type, a.is_grantable)
      from pg_class c,
           aclexplode(coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))) a
     where c.${inPublic}`,
  'grants on columns': `select concat_ws(' ', c.relname, t.attname, a.grantee::regrole, a.privilege_type)
      from pg_attribute t join pg_class c on c.oid = t.attrelid, aclexplode(t.attacl) a where c.${inPublic}`,
  'grants on functions': `select concat_ws(' ', p.oid::regprocedure, a.grantee::regrole, a.privilege_type)
      from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where p.pronamespace = 'public'::regnamespace`,
  'grants on the schema': `select concat_ws(' ', a.grantee::regrole, a.privilege_type)
      from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a where n.nspname = 'public'`,
};

/** Lines by topic, each list sorted. */
export async function catalogueOf(pool: pg.Pool): Promise<Record<string, string[]>> {
  const catalogue: Record<string, string[]> = {};
  for (const [about, question] of Object.entries(questions)) {
    const { rows } = await pool.query<string[]>({ text: question, rowMode: 'array' });
    catalogue[about] = rows.map(([line]) => line ?? '').sort();
  }
  return catalogue;
}
