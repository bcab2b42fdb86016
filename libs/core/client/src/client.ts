/** A typed `fetch` for one server: keeps the session, and turns problem answers into errors on request. */
import createFetchClient, { type Client } from 'openapi-fetch';
import type { Me, paths, Problem } from './schema.ts';

export interface ClientOptions {
  /** Where the server is, such as `http://127.0.0.1:3000`. */
  readonly baseUrl: string;
  /** Sends the requests instead of the global `fetch`, for instance to set a time limit. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** An error answer of the server: RFC 9457 problem details with a stable `code`. */
export class LawgateProblem extends Error {
  readonly code: string;
  readonly status: number;

  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'LawgateProblem';
    this.code = problem.code;
    this.status = problem.status;
  }
}

/**
 * `GET`, `POST`, `PUT`, `PATCH` and `DELETE` of openapi-fetch, typed by the paths of the interface, and the session.
 *
 * @typeParam Paths the server's own paths, where it has categories that this package does not know
 */
export interface LawgateClient<Paths extends object = paths> extends Client<Paths> {
  /**
   * Opens a session, which every later call of this client uses. In a browser the cookie is the browser's own.
   *
   * @throws LawgateProblem 401 `auth.invalid-credentials`, 429 `auth.too-many-attempts`
   */
  login(username: string, password: string): Promise<Me>;
  /** Ends the session. */
  logout(): Promise<void>;
}

const cookieName = 'lawgate_session';

/** A client for one server and one person. It sends no request by itself. */
export function createLawgateClient<Paths extends object = paths>({
  baseUrl,
  fetch: send,
}: ClientOptions): LawgateClient<Paths> {
  let session: string | undefined;
  const client = createFetchClient<paths>({ baseUrl, ...(send === undefined ? {} : { fetch: send }) });
  client.use({
    onRequest({ request }) {
      if (session !== undefined) request.headers.set('cookie', `${cookieName}=${session}`);
      return request;
    },
    onResponse({ response }) {
      // Browsers keep the cookie themselves and do not expose it to scripts.
      for (const line of response.headers.getSetCookie()) {
        const value = new RegExp(`^${cookieName}=([^;]*)`).exec(line)?.[1];
        if (value !== undefined) session = value === '' ? undefined : value;
      }
    },
  });
  return Object.assign(client as unknown as Client<Paths>, {
    login: (username: string, password: string) =>
      answerOf(client.POST('/api/auth/login', { body: { username, password } })),
    logout: async () => {
      const { error, response } = await client.POST('/api/auth/logout');
      if (error !== undefined) throw new LawgateProblem(problemOf(response, error));
      session = undefined;
    },
  });
}

/**
 * The body of a successful answer.
 *
 * @throws LawgateProblem when the server answered with an error; TypeError when the server cannot be reached
 */
export async function answerOf<T>(
  call: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new LawgateProblem(problemOf(response, error));
  return data as T;
}

/** A proxy in front of the server may answer with a body that is not a problem document. */
function problemOf({ status, statusText }: Response, error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'code' in error && 'detail' in error) return error as Problem;
  return {
    type: 'about:blank',
    title: statusText,
    status,
    code: 'server.unclear',
    detail: `HTTP ${status} ${statusText}`,
  };
}
