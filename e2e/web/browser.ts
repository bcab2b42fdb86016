/**
 * A real browser on the built server with its demonstration town. A page that throws, logs an error, or has a failing
 * request fails its test at any step; so does one with a serious axe violation.
 */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { launchChromium, takeServer, returnServer } from '@lawgate/testing';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { Server } from '../server.ts';
import { Desk, widths, type Width } from './desk.ts';

export { Desk, type Width } from './desk.ts';

export const password = 'Lawgate-2026';

/**
 * The server of a spec file: one that other spec files use before and after, or a separate one, for tests that count
 * rows of the town or change what others see.
 */
export type ServerChoice = 'shared' | 'own';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/**
 * @param env further settings of a separate server
 * @returns a workbench that is open during the tests of the calling spec file
 */
export function workbenchFor(choice: ServerChoice = 'shared', env: Record<string, string> = {}): Workbench {
  const workbench = new Workbench(choice, env);
  beforeAll(() => workbench.open(), 300_000);
  afterEach(() => workbench.clear());
  afterAll(() => workbench.close(), 60_000);
  return workbench;
}

/**
 * One server and one browser for the tests of a spec file. A window is cleared after its test and reused: its process
 * has compiled the scripts of the pages, which takes half of a first load.
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

  /** @throws Error when the machine has no Chromium: browser tests are not skipped */
  async open(): Promise<void> {
    this.#chromium = await launchChromium();
    if (this.#choice === 'own') {
      this.#own = await Server.start({ env: this.env });
      this.#base = this.#own.base;
    } else this.#base = await takeServer();
  }

  /** A cleared window, logged in; without a name it stays before the login. */
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
        // A page that crashed or was closed cannot be reused.
        await desk.page.context().close();
      }
    }
  }

  /** Data folder of the separate server. */
  get dataDir(): string {
    if (this.#own === undefined) throw new Error('the shared server has its data elsewhere');
    return this.#own.dataDir;
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

  /** One login for each person, because the server computes a slow hash for each. */
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

/** Closes, unroutes, clears and logs out everything; only the cache of immutable files stays. */
async function empty(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.context().clearCookies();
  // An address of the same origin without scripts: values that the page stores when it is left are stored by then.
  await page.goto('/api/health/ready');
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
}
