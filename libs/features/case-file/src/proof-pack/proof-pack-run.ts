/** Makes ordered packs in the worker, one after the other, and lets go of those whose time is over. */
import type { ContentStore } from '@lawgate/files';
import { crashPoint } from '@lawgate/process';
import type { ExtraLoop, OpenRuntime } from '@lawgate/cases';
import { MissingContentError } from './case-pack.ts';
import { MissingCaseError, writePack } from './pack-cases.ts';
import { packColumns, type PackRow } from './pack-store.ts';
import { PackWriter } from './pack-writer.ts';

export type PackParts = Pick<OpenRuntime, 'appPool' | 'clock' | 'definitions' | 'calendars' | 'ruleSets'>;

/** Days for which a pack can be fetched; it can be made again at any time. */
const keptDays = 30;
/** A pack that was begun so often and never ended is given up. */
const mostAttempts = 3;

/** The worker was asked to stop: the pack is begun anew by the next one. */
class StoppedError extends Error {}

export function proofPackLoop(run: ProofPackRun, everyMs: number): ExtraLoop {
  return { work: (signal) => run.work(signal), everyMs };
}

/** For the leading worker, with its own role. A pack is whole or not there: what a crash leaves half is begun anew. */
export class ProofPackRun {
  constructor(
    private readonly parts: PackParts,
    private readonly store: ContentStore,
  ) {}

  async work(signal: AbortSignal): Promise<void> {
    await this.#expire();
    for (;;) {
      if (signal.aborted) return;
      const next = await this.#begin();
      if (next === null) return;
      try {
        await this.#make(next, signal);
      } catch (error) {
        if (error instanceof StoppedError) return await this.#putBack(next);
        const problem = problemOf(error, next);
        if (problem === null) throw error;
        await this.#fail(next, problem);
        if (!isOfThePack(error)) throw error;
      }
    }
  }

  async #begin(): Promise<PackRow | null> {
    const begun = await this.parts.appPool.query<PackRow>(
      `update proof_pack k set state = 'making', attempts = k.attempts + 1, done = 0
        where k.id = (select w.id from proof_pack w where w.state in ('ordered', 'making') order by w.asked_at, w.id limit 1)
        returning ${packColumns}`,
    );
    const row = begun.rows[0];
    if (row === undefined) return null;
    if (row.attempts <= mostAttempts) return row;
    await this.#fail(row, givenUp);
    return this.#begin();
  }

  async #make(pack: PackRow, signal: AbortSignal): Promise<void> {
    const writer = new PackWriter();
    const receiving = this.store.receive(writer.output);
    const writing = writePack(writer, pack, {
      parts: this.parts,
      store: this.store,
      onProgress: async (done) => {
        if (signal.aborted) throw new StoppedError();
        await this.#update(pack.id, 'done = $2', [done]);
      },
    }).catch((error: unknown) => {
      writer.output.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    });
    // Either may fail first and takes the other with it: the stream hands the writer's fault on to the store, and a store
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
    await this.#update(
      pack.id,
      `state = 'done', size = $2, sha256 = $3, seal = $4, made_at = $5, expires_at = $6, problem = null`,
      [content.size, content.sha256, written.value, madeAt, expiresAt],
    );
  }

  async #fail(pack: PackRow, problem: string): Promise<void> {
    await this.#update(pack.id, `state = 'failed', problem = $2`, [problem]);
  }

  /** It was not the pack's fault, so the attempt does not count. */
  async #putBack(pack: PackRow): Promise<void> {
    await this.#update(pack.id, `state = 'ordered', attempts = attempts - 1, done = 0`, []);
  }

  async #update(id: string, set: string, values: readonly unknown[]): Promise<void> {
    await this.parts.appPool.query(`update proof_pack set ${set} where id = $1 and state = 'making'`, [id, ...values]);
  }

  /** A row that no longer names its content lets go of it: the cleaner of the content store takes the bytes. */
  async #expire(): Promise<void> {
    await this.parts.appPool.query(
      `update proof_pack set state = 'expired', sha256 = null where state = 'done' and expires_at <= $1`,
      [this.parts.clock.now()],
    );
  }
}

const givenUp = `制作时中断了${mostAttempts}次，没有做成。请联系系统管理员查看日志，处理后重新制作。`;

function isOfThePack(error: unknown): boolean {
  return error instanceof MissingContentError || error instanceof MissingCaseError;
}

/** Why a pack cannot be made, in words; null for what another try may mend. */
function problemOf(error: unknown, pack: PackRow): string | null {
  if (error instanceof MissingContentError) {
    const { name, version } = error.attachment;
    return `材料“${name}”第${version}版的内容缺失或者与登记的不一致，没有做成。请联系系统管理员。`;
  }
  if (error instanceof MissingCaseError) return '所选的某个案件已经看不到，没有做成。请重新选择案件。';
  return pack.attempts >= mostAttempts ? givenUp : null;
}
