import { randomUUID } from 'node:crypto';

export const requestIdHeader = 'x-request-id';

/** Nothing in it that a log or a shell could take for something else. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that a proxy gave the request, when it is well-formed; otherwise a new one. */
export function requestIdOf(headers: Readonly<Record<string, string | string[] | undefined>>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}
