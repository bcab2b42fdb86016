/** Names for what the interface answers. Everything here follows from `schema.d.ts`, so that a changed field breaks the build. */
import type { paths } from './schema.d.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Json<R> = R extends { content: { 'application/json': infer Body } } ? Body : never;

/** The body of the good answer of a call. */
export type Answer<P extends keyof paths, M extends Method = 'get'> = paths[P] extends {
  [key in M]: { responses: infer R };
}
  ? Json<R[keyof R & (200 | 201 | 202)]>
  : never;

/** The body that a call takes. */
export type Body<P extends keyof paths, M extends Method = 'post'> = paths[P] extends {
  [key in M]: { requestBody: infer R };
}
  ? Json<R>
  : never;

/** What may be asked of a list. */
export type Query<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;

export type Me = Answer<'/api/auth/me'>;
export type CaseView = Answer<'/api/cases/{id}'>;
export type CaseEvent = CaseView['events'][number];
export type CaseClock = CaseView['clocks'][number];
export type CaseTask = CaseView['tasks'][number];
export type CaseDocument = CaseView['documents'][number];
export type CaseOpinion = CaseView['opinions'][number];
export type CaseHistory = CaseView['history'][number];
export type CaseSummary = Answer<'/api/cases'>['items'][number];
export type QueueTask = Answer<'/api/tasks'>['items'][number];
export type Definition = Answer<'/api/definitions/{key}'>;
export type DefinitionSummary = Answer<'/api/definitions'>['items'][number];
export type Notification = Answer<'/api/notifications'>['items'][number];
export type Person = Answer<'/api/people'>['items'][number];
export type AnnualReport = Answer<'/api/reports/annual/{year}'>;
