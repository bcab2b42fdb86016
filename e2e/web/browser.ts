/**
 * A real browser at the built server with its demonstration town. A page that throws, logs an error, or asks for what
 * is not there fails its test, wherever in the journey that happens; so does one that axe finds a serious fault in.
 */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { launchChromium, takeServer, returnServer } from '@lawgate/testing';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { Server } from '../server.ts';
import { Desk, widths, type Width } from './desk.ts';

export { Desk, type Width } from './desk.ts';

export const password = 'Lawgate-2026';

/**
 * Which server the journeys of a spec file use: one that other spec files use before and after, or one of its own, for
 * journeys that count what is in the town or change what the others see.
 */
export type ServerChoice = 'shared' | 'own';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/**
 * @param env more settings of a server of one's own
 * @returns a workbench that is open during the tests of the spec file that calls this
 */
export function workbenchFor(choice: ServerChoice = 'shared', env: Record<string, string> = {}): Workbench {
  const workbench = new Workbench(choice, env);
  beforeAll(() => workbench.open(), 300_000);
  afterEach(() => workbench.clear());
  afterAll(() => workbench.close(), 60_000);
  return workbench;
}

/**
 * One server and one browser for the journeys of a spec file. A window is emptied after its test and used again: its
 * process has compiled the scripts of the pages, which takes half of a first load.
 */
export class Workbench {
  readonly #choice: ServerChoice;
  readonly #desks: Desk[] = [];
  readonly #idle: Page[] = [];
  readonly #sessions = new Map<string, Cookies>();
  #chromium: Chromium | undefined;
  #own: Server | undefined;
  #base: string | undefined;

  constructor(
    choice: ServerChoice,
    private readonly env: Readonly<Record<string, string>>,
  ) {
    this.#choice = choice;
  }

  /** The address of the server. */
  get base(): string {
    if (this.#base === undefined)
      throw new Error('the workbench is not open yet: read its base within a test or a hook');
    return this.#base;
  }

  /** @throws Error when the machine has no Chromium: journeys are not skipped */
  async open(): Promise<void> {
    this.#chromium = await launchChromium();
    if (this.#choice === 'own') {
      this.#own = await Server.start({ env: this.env });
      this.#base = this.#own.base;
    } else this.#base = await takeServer();
  }

  /** A window without anything from an earlier one, logged in; without a name it stays before the login. */
  async window(
    username: string | null,
    width: Width = 'desktop',
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Desk> {
    const page = this.#idle.pop() ?? (await this.#newPage());
    const desk = new Desk(page, width);
    this.#desks.push(desk);
    await page.setViewportSize(widths[width]);
    await page.emulateMedia({ colorScheme, media: null });
    if (username !== null) await page.context().addCookies(await this.#sessionOf(username, page));
    return desk;
  }

  /** Ends the windows of a test. */
  async clear(): Promise<void> {
    for (const desk of this.#desks.splice(0)) {
      desk.leave();
      try {
        await empty(desk.page);
        this.#idle.push(desk.page);
      } catch {
        // A page that crashed or was closed is of no more use.
        await desk.page.context().close();
      }
    }
  }

  /** Ends the server of one's own and starts it again on the same data with other settings. Sessions stay. */
  async restart(env: Readonly<Record<string, string>>): Promise<void> {
    await this.#own?.stop();
    this.#own = await this.#own?.restart(env);
  }

  async close(): Promise<void> {
    await this.#chromium?.close();
    await this.#own?.remove();
    if (this.#own === undefined && this.#base !== undefined) await returnServer(this.#base);
  }

  async #newPage(): Promise<Page> {
    if (this.#chromium === undefined) throw new Error('the workbench is not open');
    const context = await this.#chromium.newContext({
      baseURL: this.base,
      viewport: widths.desktop,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    return context.newPage();
  }

  /** One login for each person: the server works out a slow hash for every one. */
  async #sessionOf(username: string, page: Page): Promise<Cookies> {
    const known = this.#sessions.get(username);
    if (known !== undefined) return known;
    const answer = await page.request.post('/api/auth/login', { data: { username, password } });
    if (!answer.ok()) throw new Error(`${username} could not log in: ${await answer.text()}`);
    const cookies = await page.context().cookies();
    this.#sessions.set(username, cookies);
    return cookies;
  }
}

/** Leaves nothing of what was open, routed, stored or logged in; only the cache of immutable files stays. */
async function empty(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().clearCookies();
  // An address of the same origin that runs no script: what the page stores when it is left is there by then.
  await page.goto('/api/health/ready');
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
}
