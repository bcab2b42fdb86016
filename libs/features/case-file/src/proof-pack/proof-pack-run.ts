/** Makes ordered packs in the worker, and deletes expired ones. */
import type { ContentStore } from '@lawgate/files';
import { crashPoint } from '@lawgate/process';
import type { Clock } from '@lawgate/database';
import { sql, type Updateable } from 'kysely';
import type { CaseFileTables } from '../tables.ts';
import { ChangedCaseError, type EvidenceParts } from './case-evidence.ts';
import { MissingContentError } from './case-pack.ts';
import { MissingCaseError, writePack } from './pack-cases.ts';
import { packColumns, type PackRow } from './pack-store.ts';
import { PackWriter } from './pack-writer.ts';

export interface PackParts extends EvidenceParts {
  readonly clock: Clock;
}

/** Days for which a pack can be downloaded; it can be made again at any time. */
const keptDays = 30;
/** Maximum number of attempts for a pack. */
export const packAttempts = 3;

/** The worker was asked to stop: the pack is started again by the next one. */
class StoppedError extends Error {}

/**
 * Runs in the worker with its own database role. A pack is complete or does not exist: after a crash it is started
 * again.
 */
export class ProofPackRun {
  constructor(
    private readonly parts: PackParts,
    private readonly store: ContentStore,
  ) {}

  /**
   * Makes an ordered pack; does nothing if it is made already. An error that another attempt would not change is
   * reported to the person who ordered it.
   *
   * @throws Error when another attempt may succeed, or when `signal` is aborted
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

  /** Called when all attempts failed. */
  giveUp(id: string): Promise<void> {
    return this.#fail(id, givenUp);
  }

  /**
   * Removes the reference to the content from expired rows; the cleaner of the content store then deletes the bytes.
   */
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
    // Either may fail first and makes the other fail: the stream passes the writer's error on to the store, and a store
    // that cannot write closes the stream. So the error of the store, if any, is the cause of both.
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

/** Reasons that a problem names. */
const maxReasons = 10;
const givenUp = `制作时中断了${packAttempts}次，没有做成。请联系系统管理员查看日志，处理后重新制作。`;

/** Why a pack cannot be made, in Chinese; null where another attempt may succeed. */
function problemOf(error: unknown): string | null {
  if (error instanceof MissingContentError) {
    const { name, version } = error.attachment;
    return `材料“${name}”第${version}版的内容缺失或者与登记的不一致，没有做成。请联系系统管理员。`;
  }
  if (error instanceof ChangedCaseError) {
    const reasons = [...new Set(error.spots.map(({ reason }) => reason))];
    const more = reasons.length > maxReasons ? `等${reasons.length}项` : '';
    const named = `${reasons.slice(0, maxReasons).join('；')}${more}`;
    return `案件“${error.title}”的记录与留痕不一致，没有做成：${named}。请联系系统管理员和审计员。`;
  }
  if (error instanceof MissingCaseError) return '所选的某个案件已经看不到，没有做成。请重新选择案件。';
  return null;
}
