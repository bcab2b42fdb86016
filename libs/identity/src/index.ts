/** Who people are: organisations, people, password login, sessions, and the guard in front of every route. */
import { OrganisationEntity } from './organisation.entity.ts';
import { PersonEntity } from './person.entity.ts';

export { IdentityModule } from './identity.module.ts';
export { IdentityWriter, type NewOrganisation, type NewPerson, type Organisation } from './identity-writer.ts';
export { hashPassword } from './password.ts';
export { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
export { PersonEntity, type PersonRow } from './person.entity.ts';
export { refuseMixedRoles } from './role-exclusion.ts';
export { sessionCookie } from './session-cookie.ts';
export { principalOf, SessionGuard } from './session.guard.ts';
export { SessionModule } from './session.module.ts';
export { Sessions } from './sessions.ts';
export { WALL_TIME, type WallTime } from './wall-time.ts';

/** For the app that opens the runtime. */
export const identityEntities = [OrganisationEntity, PersonEntity];
