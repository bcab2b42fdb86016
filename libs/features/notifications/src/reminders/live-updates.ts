/** Notifies open pages of news, each person only of what they may see. The pages then request the data. */
import type { Principal } from '@lawgate/contracts';
import { Database } from '@lawgate/database';
import type { LoadedCase } from '@lawgate/cases';
import { Injectable, type MessageEvent, type OnModuleDestroy } from '@nestjs/common';
import { interval, map, merge, Observable, of, Subject, takeUntil, timer, type Subscriber } from 'rxjs';
import type { LiveMessage } from './live-channel.ts';

/** Milliseconds; proxies close a connection without data after about a minute. */
const heartbeatMs = 25_000;
/**
 * Milliseconds; after that the browser reconnects and its session is checked again, so that a logged-out person gets no
 * more.
 */
const maxStreamMs = 15 * 60_000;

type CaseNews = Pick<LoadedCase, 'id' | 'orgPath'> & { readonly version?: number };

@Injectable()
export class LiveUpdates implements OnModuleDestroy {
  readonly #pages = new Set<Page>();
  readonly #closing = new Subject<void>();

  constructor(private readonly database: Database) {}

  /** Number of open streams of this process. */
  get open(): number {
    return this.#pages.size;
  }

  /** Events for one person until they leave, the stream reaches its maximum age, or the process stops. Ids only. */
  stream(viewer: Principal): Observable<MessageEvent> {
    const news = new Observable<MessageEvent>((subscriber) => {
      const page = new Page(viewer, subscriber, this.database);
      this.#pages.add(page);
      return () => this.#pages.delete(page);
    });
    const heartbeat = interval(heartbeatMs).pipe(map(() => ({ comment: 'heartbeat' })));
    return merge(of({ comment: 'open' }), news, heartbeat).pipe(takeUntil(merge(this.#closing, timer(maxStreamMs))));
  }

  /** Reports a commit of this process. */
  readonly publishCommitted = (after: CaseNews): void => {
    for (const page of this.#pages) page.caseChanged(after);
  };

  /** Reports news in the inboxes of these people; `caseId` is the case that it is about. */
  publishNotification(people: readonly string[], caseId: string | null): void {
    for (const page of this.#pages) {
      if (people.includes(page.viewer.id)) page.send('notification', { case: caseId });
    }
  }

  /** Reports a delivery of this process or another. */
  publishMessage({ case: id, orgPath, people }: LiveMessage): void {
    this.publishCommitted({ id, orgPath });
    this.publishNotification(people, id);
  }

  /** Messages may have been missed: every page reloads its data. */
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
   * Only the database knows which cases are assigned to an adviser. One query at a time; later messages wait for the
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
      // Without an answer nothing is sent; the page sees the change at its next poll.
      this.#waiting.clear();
    } finally {
      this.#asking = false;
    }
  }

  #sendCase({ id, version }: CaseNews): void {
    this.send('case', { id, ...(version === undefined ? {} : { version }) });
  }
}
