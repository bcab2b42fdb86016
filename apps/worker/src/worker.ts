/** The background edge: consumes deliveries and runs the maintenance loops. */
import { verificationLoop } from '@lawgate/admin';
import { channelLoop, type ChannelSettings, deliveryHandlers } from '@lawgate/notifications';
import type { ContentStore } from '@lawgate/files';
import { documentLoops, paperMaker } from '@lawgate/documents';
import { quarterLoop, RegisterImportRun, yearEndLoop } from '@lawgate/reporting';
import { ProofPackRun, proofPackLoop } from '@lawgate/case-file';
import { CalendarRecount, Deliverer, LaterThings, type OpenRuntime } from '@lawgate/cases';
import { openQueue } from '@lawgate/jobs';

export interface WorkerOptions {
  /** Opened with role `lawgate_worker`. */
  readonly parts: OpenRuntime;
  /** The same one that the api has: what is made in the background is kept there, and read from there. */
  readonly contentStore: ContentStore;
  /** `tcp://host:port` of a clamd; without it documents stay as not scanned. */
  readonly clamdUrl?: string | undefined;
  readonly queueUrl: string;
  readonly queuePrefix?: string;
  /** Milliseconds between looks at outbox and timers when nobody wakes the worker. */
  readonly pollMs?: number;
  /** Milliseconds after which a delivery that did not come is enqueued again. */
  readonly rescueAfterMs?: number;
  readonly concurrency?: number;
  /** Mail and robots; without them everything stays in the inbox. */
  readonly channels?: ChannelSettings;
  readonly onError: (error: Error) => void;
}

export interface Worker {
  wake(): void;
  /** Workers first, then the queue; the database is closed by whoever opened it. */
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { parts, onError } = options;
  const queue = openQueue({
    url: options.queueUrl,
    onError,
    ...(options.queuePrefix === undefined ? {} : { prefix: options.queuePrefix }),
  });
  const { outbox, telling } = deliveryHandlers(parts);
  const paper = paperMaker({ ...parts, store: options.contentStore });
  const deliverer = new Deliverer(parts.appPool, parts.runtime, { outbox: { ...outbox, paper }, telling }, parts.clock);
  const later = new LaterThings(parts.appPool, queue, deliverer, parts.clock, {
    pollMs: options.pollMs ?? 500,
    rescueAfterMs: options.rescueAfterMs ?? 30_000,
    concurrency: options.concurrency ?? 8,
    onError,
    onMended: (what) => onError(new Error(`reconciler mended ${JSON.stringify(what)}`)),
    extraLoops: [
      { work: (signal) => new RegisterImportRun(parts, onError).work(signal), everyMs: options.pollMs ?? 500 },
      proofPackLoop(new ProofPackRun(parts, options.contentStore), options.pollMs ?? 500),
      yearEndLoop(parts, onError),
      quarterLoop(parts),
      verificationLoop(parts, onError),
      ...documentLoops(parts, {
        contentStore: options.contentStore,
        clamdUrl: options.clamdUrl,
        pollMs: options.pollMs ?? 500,
        onError,
      }),
      ...(options.channels === undefined
        ? []
        : [channelLoop(parts, options.channels, (what) => onError(new Error(`channel incident: ${what}`)))]),
    ],
  });
  parts.runtime.onLaterThings = () => later.wake();
  const recount = new CalendarRecount(parts.appPool, parts.runtime, parts.calendars, {
    pollMs: options.pollMs ?? 500,
    graceMs: 10_000,
    onError,
  });
  await later.start();
  recount.start();
  return {
    wake: () => later.wake(),
    stop: async () => {
      await recount.stop();
      await later.stop();
      await queue.close();
    },
  };
}
