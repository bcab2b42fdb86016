/** The authenticated caller, and which cases that person may see. */
import { z } from 'zod';
import { nameSchemas } from './name-schemas.ts';

/**
 * `organisation`: the person's organisation and those below it. `assigned`: only cases that were assigned to the person
 * (legal advisers). `none`: no case at all (the three administrators, who exclude each other).
 */
export type Scope = 'organisation' | 'assigned' | 'none';

export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly orgId: string;
  readonly orgName: string;
  /** `/county/town/`; a prefix of the path of everything below. */
  readonly orgPath: string;
  readonly roles: readonly string[];
  readonly qualifications: readonly string[];
  readonly scope: Scope;
  /** Logged in with a password that somebody else set: until they change it, all other requests are refused. */
  readonly mustChangePassword?: boolean;
}

const organisationRoles = ['submitter', 'reviewer', 'director', 'leader', 'archivist'];

/**
 * The scope follows from the roles: administrators and the auditor never read case text, whatever other roles they
 * have.
 */
export function scopeOf(roles: readonly string[]): Scope {
  if (roles.some((role) => ['administrator', 'security-administrator', 'auditor'].includes(role))) return 'none';
  if (roles.some((role) => organisationRoles.includes(role))) return 'organisation';
  return roles.includes('adviser') ? 'assigned' : 'none';
}

export const LoginRequest = z.object({
  username: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

/** An organisation with its place in the county: `/county/town/`. */
export const OrganisationWithPath = z.object({ id: z.string(), name: z.string(), path: z.string() });

export const MeView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  qualifications: z.array(z.string()),
  /** Until it is changed (`POST /api/auth/password`), everything else answers 403 `auth.password-change-required`. */
  mustChangePassword: z.boolean(),
  organisation: OrganisationWithPath,
});
export type MeView = z.infer<typeof MeView>;

nameSchemas(import.meta.url, { LoginRequest, OrganisationWithPath, Me: MeView });
