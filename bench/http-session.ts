/** A logged-in client on one keep-alive connection; minimal, because it shares the machine with the server. */
import { Agent, request } from 'node:http';

export class HttpSession {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #base: URL;
  readonly #cookie: string;

  private constructor(base: URL, cookie: string) {
    this.#base = base;
    this.#cookie = cookie;
  }

  static async login(base: string, username: string, password: string): Promise<HttpSession> {
    const response = await fetch(`${base}/api/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`login of ${username}: ${response.status}`);
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return new HttpSession(new URL(base), cookie);
  }

  /** Sends one event; reads the answer to its end and requires a 200. */
  send(caseId: string, event: unknown): Promise<void> {
    const body = JSON.stringify(event);
    return new Promise((resolve, reject) => {
      const call = request(
        {
          host: this.#base.hostname,
          port: this.#base.port,
          path: `/api/cases/${caseId}/events`,
          method: 'POST',
          agent: this.#agent,
          headers: {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            cookie: this.#cookie,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${response.statusCode}: ${Buffer.concat(chunks).toString()}`));
          });
          response.on('error', reject);
        },
      );
      call.on('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
