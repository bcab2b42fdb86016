/** A person who uses the HTTP interface: logs in, uploads, sends events. Uses only the public contract. */
import type { CaseView, Problem } from '@lawgate/contracts';

export const demonstrationPassword = 'Lawgate-2026';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** The answer to an event: the case, or a problem. The HTTP status says which. */
export type EventAnswer = Omit<CaseView, 'status'> & { status: unknown } & Omit<Problem, 'status'>;

export class Client {
  private constructor(
    readonly base: string,
    readonly username: string,
    private readonly cookie: string,
  ) {}

  static async login(base: string, username: string, password = demonstrationPassword): Promise<Client> {
    const response = await fetch(`${base}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (response.status !== 200) throw new Error(`login of ${username}: ${response.status} ${await response.text()}`);
    return new Client(base, username, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  /** For requests that are made without this class. */
  get cookieHeader(): string {
    return this.cookie;
  }

  async get<T>(path: string): Promise<Answer<T>> {
    return this.#answer<T>(await fetch(this.base + path, { headers: { cookie: this.cookie } }));
  }

  async post<T>(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.#answer<T>(
      await fetch(this.base + path, {
        method: 'POST',
        headers: { cookie: this.cookie, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  }

  async put<T>(path: string, body: unknown): Promise<Answer<T>> {
    return this.#answer<T>(
      await fetch(this.base + path, {
        method: 'PUT',
        headers: { cookie: this.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  }

  async delete<T>(path: string): Promise<Answer<T>> {
    return this.#answer<T>(await fetch(this.base + path, { method: 'DELETE', headers: { cookie: this.cookie } }));
  }

  async upload<T>(caseId: string, kind: string, name: string, bytes: Uint8Array | string): Promise<Answer<T>> {
    const form = new FormData();
    form.set('kind', kind);
    form.set('file', new File([bytes as never], name));
    return this.#answer<T>(
      await fetch(`${this.base}/api/cases/${caseId}/documents`, {
        method: 'POST',
        headers: { cookie: this.cookie },
        body: form,
      }),
    );
  }

  /** The case as this person sees it; fails for any answer other than 200. */
  async view(caseId: string): Promise<CaseView> {
    const answer = await this.get<CaseView>(`/api/cases/${caseId}`);
    if (answer.status !== 200) throw new Error(`case ${caseId} for ${this.username}: ${answer.status}`);
    return answer.body;
  }

  send(
    caseId: string,
    type: string,
    payload: unknown = {},
    more: { expectedVersion?: number; key?: string; overrides?: Record<string, string> } = {},
  ): Promise<Answer<EventAnswer>> {
    const { key, ...rest } = more;
    return this.post(
      `/api/cases/${caseId}/events`,
      { type, payload, ...rest },
      key === undefined ? {} : { 'idempotency-key': key },
    );
  }

  async #answer<T>(response: Response): Promise<Answer<T>> {
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, headers: response.headers, body: (json ? JSON.parse(text) : text) as T };
  }
}
