/** Creates organisations and people. Works with the owner's pool: the application role has no right to write them. */
import { ProblemError, scopeOf, type Principal } from '@lawgate/contracts';
import { roles as knownRoles, type Role } from '@lawgate/engine';
import { newId, typedQueries, type Tables } from '@lawgate/database';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { hashPassword } from './password.ts';
import { refuseMixedRoles } from './role-exclusion.ts';

export interface NewOrganisation {
  /** Lower-case letters, figures and hyphens; part of the path that decides who sees what. */
  readonly code: string;
  readonly name: string;
  readonly kind: 'county' | 'town';
  /** Code of the organisation above, or null for the top. */
  readonly parent: string | null;
}

export interface Organisation extends NewOrganisation {
  readonly id: string;
  readonly path: string;
}

export type NewPerson = {
  /** Code of the organisation. */
  readonly org: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly qualifications?: readonly string[];
  /** Default: now, by wall time. */
  readonly createdAt?: Date;
} & ({ readonly password: string } | { readonly passwordHash: string });

export class IdentityWriter {
  readonly #db: Kysely<Tables>;

  constructor(ownerPool: pg.Pool) {
    this.#db = typedQueries(ownerPool);
  }

  /** @throws ProblemError 422 `identity.organisation-unknown` (the parent), 409 `identity.code-taken` */
  async createOrganisation(organisation: NewOrganisation): Promise<Organisation> {
    const { code, name, kind, parent } = organisation;
    const above = parent === null ? null : await this.#organisation(parent);
    const id = newId();
    const path = `${above?.path ?? '/'}${code}/`;
    await this.#insert(
      () =>
        this.#db
          .insertInto('organisation')
          .values({ id, parentId: above?.id ?? null, kind, code, name, path })
          .execute(),
      new ProblemError(409, 'identity.code-taken', `机构代码“${code}”已被使用，请换一个。`),
    );
    return { ...organisation, id, path };
  }

  /**
   * @returns the person as a principal, ready to act
   * @throws ProblemError 422 `identity.roles-exclusive`, `identity.role-unknown`, `identity.organisation-unknown`;
   *   409 `identity.username-taken`
   */
  async createPerson(person: NewPerson): Promise<Principal> {
    const { username, name, roles, qualifications = [] } = person;
    const unknown = roles.find((role) => role === 'system' || !knownRoles.includes(role));
    if (unknown !== undefined) throw new ProblemError(422, 'identity.role-unknown', `没有“${unknown}”这种角色。`);
    refuseMixedRoles(roles);
    const { id: orgId, path: orgPath, name: orgName } = await this.#organisation(person.org);
    const passwordHash = 'password' in person ? await hashPassword(person.password) : person.passwordHash;
    const id = newId();
    const row = { id, orgId, orgPath, username, name, passwordHash };
    const lists = { roles: [...roles], qualifications: [...qualifications] };
    await this.#insert(
      () =>
        this.#db
          .insertInto('person')
          .values({ ...row, ...lists, createdAt: person.createdAt ?? new Date() })
          .execute(),
      new ProblemError(409, 'identity.username-taken', `用户名“${username}”已被使用，请换一个。`),
    );
    return { id, name, username, orgId, orgName, orgPath, roles, qualifications, scope: scopeOf(roles) };
  }

  async #organisation(code: string): Promise<{ id: string; path: string; name: string }> {
    const organisation = await this.#db
      .selectFrom('organisation')
      .select(['id', 'path', 'name'])
      .where('code', '=', code)
      .executeTakeFirst();
    if (organisation !== undefined) return organisation;
    throw new ProblemError(422, 'identity.organisation-unknown', `没有代码为“${code}”的机构。`);
  }

  async #insert(insert: () => Promise<unknown>, taken: ProblemError): Promise<void> {
    try {
      await insert();
    } catch (error) {
      throw (error as { code?: string }).code === '23505' ? taken : error;
    }
  }
}
