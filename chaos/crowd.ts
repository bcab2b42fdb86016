/** Many concurrent clients that retry: when the server is down they send again, with the same key. */
import { createHash } from 'node:crypto';
import type { Answer } from '../e2e/client.ts';
import type { Server } from '../e2e/server.ts';
import * as contract from '../e2e/town.ts';
import { isConnectionLost, surroundings, type CaseAnswer, type Command, type Town } from '../e2e/town.ts';

/** Maximum time for one command before the test fails, in milliseconds of wall time. */
const commandTimeoutMs = 120_000;

/** An event that the server acknowledged. */
export interface Acknowledged {
  readonly caseId: string;
  readonly type: string;
  readonly version: number;
  readonly hash: string;
}

export interface AcknowledgedUpload {
  readonly caseId: string;
  readonly documentId: string;
  readonly sha256: string;
}

export interface Walk {
  readonly title: string;
  readonly scale: 'ordinary' | 'large';
  readonly materials: readonly string[];
  readonly commands: readonly Command[];
}

export class Crowd {
  readonly events: Acknowledged[] = [];
  readonly uploads: AcknowledgedUpload[] = [];
  /** 5xx answers of the server, whether or not it was being killed. */
  readonly faults: string[] = [];
  readonly caseIds = new Map<string, string>();
  kills = 0;
  #up: Promise<unknown> = Promise.resolve();
  #lost: unknown = null;
  #onAcknowledged: (() => void) | null = null;

  constructor(
    public server: Server,
    private readonly town: Town,
    /** Environment of each server. */
    private readonly environment: Record<string, string> = surroundings,
  ) {}

  /** Resolves at the moment when this many more events have been acknowledged. */
  acknowledged(more: number): Promise<void> {
    const goal = this.events.length + more;
    return new Promise((resolve) => {
      this.#onAcknowledged = () => {
        if (this.events.length >= goal) resolve();
      };
    });
  }

  /** Ends the server by `end` and starts another on the same data and port; clients wait meanwhile. */
  async replace(end: (server: Server) => Promise<unknown>): Promise<void> {
    const replaced = end(this.server).then(async () => {
      this.server = await this.server.restart(this.environment);
      this.kills += 1;
    });
    // If the new server does not start, clients stop waiting.
    this.#up = replaced.catch((error: unknown) => (this.#lost = error));
    await replaced;
  }

  /** Repeats the call until there is an answer other than 5xx. */
  async insist<A extends Answer<unknown>>(call: () => Promise<A>): Promise<A> {
    const deadline = performance.now() + commandTimeoutMs;
    for (;;) {
      try {
        const answer = await call();
        if (answer.status < 500) return answer;
        this.faults.push(`${answer.status} ${JSON.stringify(answer.body)}`);
      } catch (error) {
        if (!isConnectionLost(error)) throw error;
      }
      if (performance.now() > deadline) throw new Error(`no answer for ${commandTimeoutMs} ms:\n${this.server.log}`);
      await this.#up;
      if (this.#lost !== null) throw new Error('given up', { cause: this.#lost });
      // One turn of the event loop, so that a refusing port is not polled in a busy loop.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Runs all walks with this many concurrent clients; the first failure ends it. */
  async walkAll(walks: readonly Walk[], clients: number): Promise<void> {
    const left = walks.values();
    const client = async (): Promise<void> => {
      for (const walk of left) await this.#walk(walk);
    };
    const stopAll = (error: unknown): never => {
      this.#lost ??= error;
      throw error;
    };
    await Promise.all(Array.from({ length: clients }, () => client().catch(stopAll)));
  }

  async #walk(walk: Walk): Promise<void> {
    const { title } = walk;
    const create = (): Promise<CaseAnswer> => contract.create(this.town, title, walk.scale, `${title}:create`);
    const created = contract.expectStatus(await this.insist(create), 201);
    const caseId = created.body.id;
    this.caseIds.set(title, caseId);
    this.#note(created, 'create');
    for (const kind of walk.materials) {
      const bytes = `${title}：${kind}\n`;
      const upload = () => this.town.clerk.upload<{ id: string; sha256: string }>(caseId, kind, `${kind}.txt`, bytes);
      const { body } = contract.expectStatus(await this.insist(upload), 201);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (body.sha256 !== sha256) throw new Error(`${title}: ${kind} came in as ${body.sha256}`);
      this.uploads.push({ caseId, documentId: body.id, sha256 });
    }
    for (const command of walk.commands) {
      const send = (): Promise<CaseAnswer> => contract.send(this.town, caseId, command, `${title}:${command.type}`);
      this.#note(contract.expectStatus(await this.insist(send), 200), command.type);
    }
  }

  #note({ body }: CaseAnswer, type: string): void {
    const hash = body.history.at(-1)?.hash ?? '';
    this.events.push({ caseId: body.id, type, version: body.version, hash });
    this.#onAcknowledged?.();
  }
}
