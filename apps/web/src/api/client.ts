/** The only access to the server, typed by its OpenAPI document. */
import createClient from 'openapi-fetch';
import { ApiProblem, ConnectionLost, problemOf } from './problem.ts';
import type { paths } from '@lawgate/client';

/** Emits an event when the session has ended. The page stays as it is; see the session's own dialog. */
export const sessionEnded = new EventTarget();

const client = createClient<paths>({
  baseUrl: '/',
  fetch: async (request) => {
    try {
      return await fetch(request);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new ConnectionLost(error);
    }
  },
});

client.use({
  async onResponse({ request, response }) {
    if (response.ok) return undefined;
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => null);
    const problem = problemOf(response.status, body);
    if (problem.code === 'auth.required' && !new URL(request.url).pathname.startsWith('/api/auth/')) {
      sessionEnded.dispatchEvent(new Event('ended'));
    }
    throw new ApiProblem(problem);
  },
});

export const api = client;

/**
 * The body of an answer. A refusal has been thrown before, so a missing body is a fault of the server.
 *
 * @throws ApiProblem for a refusal; ConnectionLost when no answer came
 */
export async function answered<T>(call: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await call;
  if (data === undefined || data === null) throw new Error('an answer without a body');
  return data;
}

/** A key for each command of a person, so that the same click sent again after a lost connection takes effect once. */
export function newCommandKey(): string {
  return crypto.randomUUID();
}
