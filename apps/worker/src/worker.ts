/** The background edge: consumes deliveries and jobs, and runs the maintenance loops. */
import { type ChannelSettings, deliveryHandlers } from '@lawgate/notifications';
import type { ContentStore, TextRecogniser } from '@lawgate/files';
import { paperMaker } from '@lawgate/documents';
import { Deliverer, BackgroundWork, type OpenRuntime } from '@lawgate/cases';
import { JobExplorer, QUEUES, type Queues } from '@lawgate/jobs';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from './worker.module.ts';

export interface WorkerOptions {
  /** Opened with role `lawgate_worker`. */
  readonly parts: OpenRuntime;
  /** The same store as the api's, for papers and packs. */
  readonly contentStore: ContentStore;
  /** `tcp://host:port` of a clamd; without it documents stay as not scanned. */
  readonly clamdUrl?: string | undefined;
  /** Recognises the text of scans (OCR); without it they are named and not read. */
  readonly recogniser?: TextRecogniser | undefined;
  readonly queueUrl: string;
  readonly queuePrefix?: string;
  /** Milliseconds between polls of outbox, timers and jobs when nothing wakes the worker. */
  readonly pollMs?: number;
  /** Milliseconds after which a delivery or job that was not handled is enqueued again. */
  readonly rescueAfterMs?: number;
  readonly concurrency?: number;
  /** Settings of mail and robots; without them notifications stay in the inbox. */
  readonly channels?: ChannelSettings;
  readonly onError: (error: Error) => void;
}

export interface Worker {
  wake(): void;
  /** Stops workers first, then the queues; the code that opened the database closes it. */
  stop(): Promise<void>;
}

export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { parts } = options;
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  try {
    const later = backgroundWork(options, app);
    parts.runtime.events.on('workEnqueued', () => later.wake());
    await later.start();
    return {
      wake: () => later.wake(),
      stop: async () => {
        await later.stop();
        await app.close();
      },
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

function backgroundWork(options: WorkerOptions, app: INestApplicationContext): BackgroundWork {
  const { parts, contentStore, onError } = options;
  const { deliveries, short, long } = app.get<Queues>(QUEUES);
  const { outbox, noticeTimers } = deliveryHandlers(parts);
  const paper = paperMaker({ ...parts, store: contentStore });
  const deliverer = new Deliverer(
    parts.appPool,
    parts.runtime,
    { outbox: { ...outbox, paper }, noticeTimers },
    parts.clock,
  );
  return new BackgroundWork(parts.appPool, deliveries, deliverer, parts.clock, {
    pollMs: options.pollMs ?? 500,
    rescueAfterMs: options.rescueAfterMs ?? 30_000,
    concurrency: options.concurrency ?? 8,
    onError,
    onCorrected: (what) => onError(new Error(`reconciler corrected ${JSON.stringify(what)}`)),
    jobs: {
      registry: app.get(JobExplorer).registry(),
      queues: { short, long },
    },
  });
}
