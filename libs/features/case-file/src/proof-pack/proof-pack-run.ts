/** Makes ordered packs in the worker, and lets go of those whose time is over. */
import type { ContentStore } from '@lawgate/files';
import { crashPoint } from '@lawgate/process';
import type { Clock } from '@lawgate/database';
import { sql, type Updateable } from 'kysely';
import type { CaseFileTables } from '../tables.ts';
import type { EvidenceParts } from './case-evidence.ts';
import { MissingContentError } from './case-pack.ts';
import { MissingCaseError, writePack } from './pack-cases.ts';
import { packColumns, type PackRow } from './pack-store.ts';
import { PackWriter } from './pack-writer.ts';

export interface PackParts extends EvidenceParts {
  readonly clock: Clock;
}

/** Days for which a pack can be fetched; it can be made again at any time. */
const keptDays = 30;
/** A pack that was begun so often and never ended is given up. */
export const packAttempts = 3;

/** The worker was asked to stop: the pack is begun again by the next one. */
class StoppedError extends Error {}

/** For the worker, with its own role. A pack is whole or not there: what a crash leaves half is begun again. */
export class ProofPackRun {
  constructor(
    private readonly parts: PackParts,
    private readonly store: ContentStore,
  ) {}

  /**
   * Makes an ordered pack; one that is made already is left alone. What no other try would change is reported to the person who asked.
   *
   * @throws Error when another try may succeed, or when `signal` asked it to stop
   */
  async run(id: string, signal: AbortSignal): Promise<void> {
    const pack = await this.parts.database.workerQueries
      .updateTable('proof_pack')
      .set({ state: 'making', done: 0, problem: null })
      .where('id', '=', id)
      .where('state', 'in', ['ordered', 'making', 'failed'])
      .returning(packColumns)
      .executeTakeFirst();
    if (pack === undefined) return;
    try {
      await this.#make(pack, signal);
    } catch (error) {
      if (error instanceof StoppedError) await this.#update(id, { state: 'ordered', done: 0 });
      const problem = problemOf(error);
      if (problem === null) throw error;
      await this.#fail(id, problem);
    }
  }

  /** All tries failed. */
  giveUp(id: string): Promise<void> {
    return this.#fail(id, givenUp);
  }

  /** A row that no longer names its content lets go of it: the cleaner of the content store takes the bytes. */
  async expire(): Promise<void> {
    await this.parts.database.workerQueries
      .updateTable('proof_pack')
      .set({ state: 'expired', sha256: null })
      .where('state', '=', sql.lit('done' as const))
      .where('expiresAt', '<=', this.parts.clock.now())
      .execute();
  }

  async #make(pack: PackRow, signal: AbortSignal): Promise<void> {
    const writer = new PackWriter();
    const receiving = this.store.receive(writer.output);
    const writing = writePack(writer, pack, {
      parts: this.parts,
      store: this.store,
      onProgress: async (done) => {
        if (signal.aborted) throw new StoppedError();
        await this.#update(pack.id, { done });
      },
    }).catch((error: unknown) => {
      writer.output.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    // Either may fail first and takes the other with it: the stream passes the writer's fault on to the store, and a store
    // that cannot write closes the stream. So what the store failed with is the reason of both.
    const [written, received] = await Promise.allSettled([writing, receiving]);
    if (received.status === 'rejected') throw received.reason;
    const content = received.value;
    if (written.status === 'rejected') {
      await content.discard();
      throw written.reason;
    }
    crashPoint?.('pack.before-keep');
    await content.keep();
    crashPoint?.('pack.after-keep');
    const madeAt = this.parts.clock.now();
    const expiresAt = new Date(madeAt.getTime() + keptDays * 86_400_000);
    const { size, sha256 } = content;
    await this.#update(pack.id, { state: 'done', size, sha256, seal: written.value, madeAt, expiresAt, problem: null });
  }

  async #fail(id: string, problem: string): Promise<void> {
    await this.parts.database.workerQueries
      .updateTable('proof_pack')
      .set({ state: 'failed', problem })
      .where('id', '=', id)
      .where('state', 'in', ['ordered', 'making'])
      .execute();
  }

  async #update(id: string, change: Updateable<CaseFileTables['proof_pack']>): Promise<void> {
    await this.parts.database.workerQueries
      .updateTable('proof_pack')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'making')
      .execute();
  }
}

const givenUp = `制作时中断了${packAttempts}次，没有做成。请联系系统管理员查看日志，处理后重新制作。`;

/** Why a pack cannot be made, in words; null where another try may succeed. */
function problemOf(error: unknown): string | null {
  if (error instanceof MissingContentError) {
    const { name, version } = error.attachment;
    return `材料“${name}”第${version}版的内容缺失或者与登记的不一致，没有做成。请联系系统管理员。`;
  }
  if (error instanceof MissingCaseError) return '所选的某个案件已经看不到，没有做成。请重新选择案件。';
  return null;
}
