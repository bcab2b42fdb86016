/**
 * A real browser at the built server with its demonstration town. A page that throws, logs an error, or asks for what is
 * not there fails its test, wherever in the journey that happens; so does one that axe finds a serious fault in.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { launchChromium } from '@lawgate/testing';
import type { Browser as Chromium, BrowserContext, Page } from 'playwright-core';
import { Server } from '../server.ts';

/** Where the pictures of a run go; `docs/screenshots` keeps those that were looked at. */
export const pictures = path.resolve(
  import.meta.dirname,
  '../..',
  process.env.LAWGATE_SCREENSHOTS ?? 'coverage/screenshots',
);

const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Width = keyof typeof widths;

export const password = 'Lawgate-2026';

/** What shows that an answer is still on its way. */
const turning = '.ant-skeleton-active, .ant-spin-spinning, [aria-busy=true]';

/** One server and one browser for the journeys of a spec file. */
export class Workbench {
  readonly #open: BrowserContext[] = [];

  private constructor(
    readonly server: Server,
    private readonly chromium: Chromium,
  ) {}

  /** @throws Error when the machine has no Chromium: journeys are not skipped */
  static async open(environment: Record<string, string> = {}): Promise<Workbench> {
    const server = await Server.start({ env: environment });
    try {
      return new Workbench(server, await launchChromium());
    } catch (error) {
      await server.remove();
      throw error;
    }
  }

  /** A window of its own, logged in; without a name it stands before the login. */
  async window(
    username: string | null,
    width: Width = 'desktop',
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<Desk> {
    const context = await this.chromium.newContext({
      baseURL: this.server.base,
      viewport: widths[width],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      colorScheme,
      acceptDownloads: true,
    });
    this.#open.push(context);
    if (username !== null) {
      const answer = await context.request.post('/api/auth/login', { data: { username, password } });
      if (!answer.ok()) throw new Error(`${username} could not log in: ${await answer.text()}`);
    }
    return new Desk(await context.newPage(), width);
  }

  async close(): Promise<void> {
    for (const context of this.#open) await context.close();
    await this.chromium.close();
    await this.server.remove();
  }
}

/** One person at one screen, with everything that went wrong on it. */
export class Desk {
  /** What nobody expected: errors of the page, requests that failed or were refused. */
  readonly faults: string[] = [];
  readonly #expected: { readonly status: number; readonly url: RegExp }[] = [];

  constructor(
    readonly page: Page,
    readonly width: Width,
  ) {
    // Wall time that a busy machine may need for one step; nothing is measured by it.
    page.setDefaultTimeout(90_000);
    page.on('pageerror', (error) => this.faults.push(`threw: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      // Chromium logs each refused request by itself; those are judged below, by status and address.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
        this.faults.push(`logged: ${message.text()}`);
      }
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? '';
      // The page itself gives a request up when it goes on, as it does with the stream of live updates.
      if (reason !== 'net::ERR_ABORTED') this.faults.push(`failed: ${request.method()} ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400) return;
      const known = this.#expected.some(
        ({ status, url }) => status === response.status() && url.test(new URL(response.url()).pathname),
      );
      if (!known) this.faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
    });
    // Before the login nobody is anybody, and the page has to ask to know it.
    this.expectRefusal(401, /^\/api\/auth\/me$/);
  }

  /** From now on this refusal belongs to the journey. */
  expectRefusal(status: number, url: RegExp): void {
    this.#expected.push({ status, url });
  }

  /** Opens an address and waits until its heading is there. */
  async goto(place: string): Promise<void> {
    await this.page.goto(place);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** The page is quiet: what it asked for has come and nothing turns any more. */
  async settled(): Promise<void> {
    // Never by a script inside the page: our own policy forbids it to evaluate any.
    while ((await this.page.locator(turning).count()) > 0) {
      await this.page
        .locator(turning)
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
    }
  }

  /** Goes to a section of the page: a tab, or on a phone one of a choice. */
  async section(label: string, name: string): Promise<void> {
    if (this.width === 'desktop') {
      await this.page.getByRole('tab', { name, exact: true }).click();
      return;
    }
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.locator(`.ant-select-item-option[title="${name}"]`).click();
  }

  /** Keeps a picture, and fails on a serious fault for people who cannot see or use a mouse, or on anything in `faults`. */
  async look(name: string): Promise<void> {
    await this.settled();
    await mkdir(pictures, { recursive: true });
    await this.page.screenshot({ path: path.join(pictures, `${name}-${this.width}.png`), fullPage: true });
    // What somebody handed in is drawn where no script runs, and no script of axe either: it would wait there for ever.
    // Only what is wrong is worked out in full, and in the page itself, which takes a third of the time.
    const axe = new AxeBuilder({ page: this.page }).exclude('iframe[sandbox]').setLegacyMode();
    const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const told = serious.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map(({ html }) => html.slice(0, 200)).join('\n  ')}`,
    );
    if (told.length > 0) throw new Error(`${name}: axe finds\n${told.join('\n')}`);
    this.expectNoFaults();
  }

  expectNoFaults(): void {
    if (this.faults.length > 0) throw new Error(`the page is not well:\n${this.faults.join('\n')}`);
  }
}
