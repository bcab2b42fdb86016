/** Plays a path of the engine's walk over HTTP, with real people, documents and days instead of the examples. */
import type { CaseView } from '@lawgate/contracts';
import type { Definition } from '@lawgate/engine';
import type { Answer, Client } from '../client.ts';
import { until } from '../owner.ts';
import { expectStatus } from '../town.ts';
import type { SentEvent } from './reachable-states.ts';

export interface Play {
  readonly title: string;
  readonly fields: Record<string, unknown>;
  /** Civil date of the simulated clock, used for every day of an example. */
  readonly day: string;
  readonly path: readonly SentEvent[];
  /** The state in which the case must end. */
  readonly state: string;
}

export interface Actor {
  readonly client: Client;
  /** Id of the person in the database. */
  readonly id: string;
}

export class CasePlayer {
  readonly #actors: Readonly<Record<string, Actor>>;

  /** @param actors the people who play those of the walk, by their ids in the walk */
  constructor(actors: Readonly<Record<string, Actor>>) {
    this.#actors = actors;
  }

  /** @returns id of the case. @throws Error when an event is refused or the case ends in another state */
  async play(definition: Definition, { title, fields, day, path, state }: Play): Promise<string> {
    const clerk = this.#clerk;
    const created = await clerk.post<CaseView>('/api/cases', {
      category: definition.key,
      title,
      submittingUnit: '党政办',
      ...this.#real(fields, day),
    });
    const { id } = expectStatus(created, 201).body;
    await this.#handInMaterials(definition, id, created.body.materials);
    for (const [at, { by, event }] of path.entries()) {
      if (event.type === 'comparison.accept') {
        await this.#acceptComparison(id);
        continue;
      }
      expectStatus(
        await this.#actor(by).client.send(id, event.type, this.#real(event.payload, day), {
          // A stored answer contains a whole case: one for each case is enough.
          ...(at === 0 ? { key: `${id}:first` } : {}),
          overrides: { 'deliberation.floor': '会议日程已定，主要负责人同意提前讨论' },
        }),
        200,
      );
    }
    const end = await clerk.view(id);
    if (end.state !== state) throw new Error(`${title}: the case is in ${end.state}`);
    return id;
  }

  async #handInMaterials(definition: Definition, id: string, materials: CaseView['materials']): Promise<void> {
    for (const { kind, required } of materials) {
      if (!required) continue;
      const label = definition.materials.find((material) => material.kind === kind)?.label ?? kind;
      const clerk = this.#clerk;
      expectStatus(await clerk.upload(id, kind, `${label}.txt`, `${label}\n\n第一条 正文。\n`), 201);
    }
  }

  /** A sealed copy with the text of the reviewed one. */
  async #acceptComparison(id: string): Promise<void> {
    const clerk = this.#clerk;
    const { documents } = await clerk.view(id);
    const left = documents.find(({ kind }) => kind === 'draft')?.id;
    const label = '合同文本';
    const sealed = expectStatus(
      // In this state only a reviewer may hand in documents.
      await this.#actor('reviewer-1').client.upload<{ id: string }>(
        id,
        'sealed-copy',
        '盖章合同.txt',
        `${label}\n\n第一条 正文。\n`,
      ),
      201,
    );
    const asked = await clerk.post<{ id: string }>(`/api/cases/${id}/comparisons`, { left, right: sealed.body.id });
    if (asked.status > 299) throw new Error(`comparison: ${asked.status} ${JSON.stringify(asked.body)}`);
    const place = `/api/cases/${id}/comparisons/${asked.body.id}`;
    await until('the comparison', async () => {
      const { body } = await clerk.get<{ state: string }>(place);
      return body.state === 'done' ? true : null;
    });
    const accepted: Answer<unknown> = await clerk.post(`${place}/acceptance`, { reason: '填写开户银行' });
    if (accepted.status > 299) throw new Error(`acceptance: ${accepted.status} ${JSON.stringify(accepted.body)}`);
  }

  get #clerk(): Client {
    return this.#actor('drafter').client;
  }

  #actor(id: string): Actor {
    const actor = this.#actors[id];
    if (actor === undefined) throw new Error(`nobody plays ${id}`);
    return actor;
  }

  #real<T>(example: T, day: string): T {
    const replaced = JSON.stringify(example ?? {}, (_key, value: unknown) => {
      if (typeof value !== 'string') return value;
      if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day;
      return this.#actors[value]?.id ?? value;
    });
    return JSON.parse(replaced) as T;
  }
}
