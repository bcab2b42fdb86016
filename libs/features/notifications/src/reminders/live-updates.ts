/**
 * Notifies open pages that something new is there, each person only what they may see. The pages then ask for it
 * themselves.
 */
import type { Principal } from '@lawgate/contracts';
import { Database } from '@lawgate/database';
import type { LoadedCase } from '@lawgate/cases';
import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { interval, map, merge, Observable, of, Subject, takeUntil, timer, type Subscriber } from 'rxjs';
import type { LiveMessage } from './live-channel.ts';

/** Proxies close a connection on which nothing comes for a minute. */
const heartbeatMs = 25_000;
/** Then the browser connects again and is asked for its session again: a person who was logged out gets no more. */
const maxStreamMs = 15 * 60_000;

type CaseNews = Pick<LoadedCase, 'id' | 'orgPath'> & { readonly version?: number };

@Injectable()
export class LiveUpdates implements OnModuleDestroy {
  readonly #pages = new Set<Page>();
  readonly #closing = new Subject<void>();

  constructor(private readonly database: Database) {}

  /** Open streams of this process. */
  get open(): number {
    return this.#pages.size;
  }

  /** Events for one person until they leave, the stream is old, or the process stops. Ids only. */
  stream(viewer: Principal): Observable<MessageEvent> {
    const news = new Observable<MessageEvent>((subscriber) => {
      const page = new Page(viewer, subscriber, this.database);
      this.#pages.add(page);
      return () => this.#pages.delete(page);
    });
    const heartbeat = interval(heartbeatMs).pipe(map(() => ({ comment: 'heartbeat' })));
    return merge(of({ comment: 'open' }), news, heartbeat).pipe(takeUntil(merge(this.#closing, timer(maxStreamMs))));
  }

  /** A commit of this process. */
  readonly publishCommitted = (after: CaseNews): void => {
    for (const page of this.#pages) page.caseChanged(after);
  };

  /** Something new in the inboxes of these people; `caseId` is what it is about. */
  publishNotification(people: readonly string[], caseId: string | null): void {
    for (const page of this.#pages) {
      if (people.includes(page.viewer.id)) page.send('notification', { case: caseId });
    }
  }

  /** A delivery, of this process or another. */
  publishMessage({ case: id, orgPath, people }: LiveMessage): void {
    this.publishCommitted({ id, orgPath });
    this.publishNotification(people, id);
  }

  /** Messages may have been missed: every page looks again. */
  publishMissed(): void {
    for (const page of this.#pages) page.send('notification', { case: null });
  }

  onModuleDestroy(): void {
    this.#closing.next();
    this.#closing.complete();
  }
}

/** One open stream. */
class Page {
  readonly #waiting = new Map<string, CaseNews>();
  #asking = false;

  constructor(
    readonly viewer: Principal,
    private readonly subscriber: Subscriber<MessageEvent>,
    private readonly database: Database,
  ) {}

  send(type: 'notification' | 'case', data: Record<string, unknown>): void {
    this.subscriber.next({ type, data });
  }

  caseChanged(news: CaseNews): void {
    const { scope, orgPath } = this.viewer;
    if (orgPath === '' || !news.orgPath.startsWith(orgPath)) return;
    if (scope === 'organisation') this.#sendCase(news);
    else if (scope === 'assigned') {
      this.#waiting.set(news.id, news);
      void this.#askForAssigned();
    }
  }

  /**
   * Only the database knows which cases an adviser has. One question at a time; what comes meanwhile goes into the
   * next.
   */
  async #askForAssigned(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    try {
      while (this.#waiting.size > 0 && !this.subscriber.closed) {
        const asked = [...this.#waiting.values()];
        this.#waiting.clear();
        const wanted = asked.map(({ id }) => id);
        const seen = await this.database.as(this.viewer, ({ db }) =>
          db.selectFrom('review_case').select('id').where('id', 'in', wanted).execute(),
        );
        const ids = new Set(seen.map(({ id }) => id));
        for (const news of asked) if (ids.has(news.id)) this.#sendCase(news);
      }
    } catch {
      // Without an answer nothing is sent; the page sees the change when it next asks.
      this.#waiting.clear();
    } finally {
      this.#asking = false;
    }
  }

  #sendCase({ id, version }: CaseNews): void {
    this.send('case', { id, ...(version === undefined ? {} : { version }) });
  }
}
