/** Who people are: organisations, people, password login, sessions, and the guard in front of every route. */
import { OrganisationEntity } from './organisation.entity.ts';
import { PersonEntity } from './person.entity.ts';

export { IdentityHttpModule } from './identity.http.module.ts';
export { IdentityModule } from './identity.module.ts';
export { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
export { PersonEntity, type PersonRow } from './person.entity.ts';

/** For the app that opens the runtime. */
export const identityEntities = [OrganisationEntity, PersonEntity];
