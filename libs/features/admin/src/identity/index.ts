/** Organisations, people, password login, sessions, and the guard of every route. */
export { IdentityHttpModule } from './identity.http.module.ts';
export { IdentityModule } from './identity.module.ts';
