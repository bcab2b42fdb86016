/** Who people are: organisations, people, password login, sessions, and the guard in front of every route. */
export { IdentityHttpModule } from './identity.http.module.ts';
export { IdentityModule } from './identity.module.ts';
