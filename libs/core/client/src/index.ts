/** The HTTP interface of Lawgate for programs: its types, and a client that keeps the session. */
export { answerOf, createLawgateClient, LawgateProblem, type ClientOptions, type LawgateClient } from './client.ts';
export type * from './schema.ts';
