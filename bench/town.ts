/** Towns, people and cases for the benchmarks: created through the packages and not measured. */
import type { Principal } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import { hashPassword, IdentityWriter, type CaseRuntime } from '@lawgate/cases';
import type pg from 'pg';

export interface Town {
  readonly clerk: Principal;
  readonly intake: Principal;
  readonly adviser: Principal;
  readonly director: Principal;
  readonly archivist: Principal;
}

export type Who = keyof Town;

export const password = 'Bench-2026';

/** @param parent code of the county above them, where there is one */
export async function makeTowns(ownerPool: pg.Pool, count: number, parent: string | null = null): Promise<Town[]> {
  const writer = new IdentityWriter(ownerPool);
  const passwordHash = await hashPassword(password);
  const towns: Town[] = [];
  for (let index = 0; index < count; index += 1) {
    const org = `town-${index}`;
    await writer.createOrganisation({ code: org, name: `镇${index}`, kind: 'town', parent });
    const person = (who: string, role: 'submitter' | 'reviewer' | 'adviser' | 'director' | 'archivist') =>
      writer.createPerson({ org, username: `${org}-${who}`, name: who, roles: [role], passwordHash });
    towns.push({
      clerk: await person('clerk', 'submitter'),
      intake: await person('intake', 'reviewer'),
      adviser: await person('adviser', 'adviser'),
      director: await person('director', 'director'),
      archivist: await person('archivist', 'archivist'),
    });
  }
  return towns;
}

/** The events of one case from draft to archive, with their senders. */
export function caseWay(definition: Definition, town: Town): { by: Who; type: string; payload: unknown }[] {
  const findings = definition.events['findings.record']?.examples[0] as Record<string, unknown>;
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return [
    { by: 'clerk', type: 'submit', payload: { vouched: true } },
    { by: 'intake', type: 'accept', payload: {} },
    { by: 'intake', type: 'advisers.assign', payload: { advisers: [town.adviser.id] } },
    { by: 'adviser', type: 'opinion.give', payload: { noConflict: true, conclusion: 'agree', text: '同意。' } },
    { by: 'intake', type: 'findings.record', payload: { ...findings, conclusion: 'may-sign' } },
    { by: 'director', type: 'sign-off', payload: {} },
    { by: 'clerk', type: 'contract.sign', payload: { on: today } },
    { by: 'clerk', type: 'file', payload: { on: today, target: '县司法局' } },
    { by: 'archivist', type: 'archive', payload: {} },
  ];
}

/** Drafts with their materials; the documents' rows are written directly, since uploads are not what is measured. */
export async function makeDrafts(
  ownerPool: pg.Pool,
  runtime: CaseRuntime,
  definition: Definition,
  town: Town,
  count: number,
): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const created = await runtime.create(
      town.clerk,
      { category: definition.key, title: `合同${index}`, fields: {} },
      (after) => after.id,
    );
    ids.push(created.body);
  }
  const kinds = definition.materials.filter((material) => material.required).map((material) => material.kind);
  await ownerPool.query(
    `insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by, uploaded_at)
     select gen_random_uuid(), c, $3, k, k || '.txt', 1, 10, 'text/plain', repeat('0', 64), repeat('0', 64), $4, now()
       from unnest($1::uuid[]) as c, unnest($2::text[]) as k`,
    [ids, kinds, town.clerk.orgPath, town.clerk.id],
  );
  return ids;
}
