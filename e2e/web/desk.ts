/** One person at one screen of a workbench. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';
import { spentOn } from '@lawgate/testing';
import { seriousViolations } from './accessibility.ts';

/** Screenshots take as long as the checks, so they are made only when this names a folder for them. */
const { LAWGATE_SCREENSHOTS } = process.env;
const pictures = LAWGATE_SCREENSHOTS && path.resolve(import.meta.dirname, '../..', LAWGATE_SCREENSHOTS);

export const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Width = keyof typeof widths;

/** Elements that are shown while an answer is pending. */
const turning = '.ant-skeleton-active, .ant-spin-spinning, [aria-busy=true]';

/** One person at one screen, with all errors on it. */
export class Desk {
  /** Unexpected errors: of the page, and failed or refused requests. */
  readonly faults: string[] = [];
  readonly #expected: { readonly status: number; readonly url: RegExp }[] = [];

  constructor(
    readonly page: Page,
    readonly width: Width,
  ) {
    // A generous timeout for one step on a busy machine; not a measurement.
    page.setDefaultTimeout(90_000);
    page.on('pageerror', this.#onPageError);
    page.on('console', this.#onConsole);
    page.on('requestfailed', this.#onRequestFailed);
    page.on('response', this.#onResponse);
    // Before the login the page has to ask for the session, and gets 401.
    this.expectRefusal(401, /^\/api\/auth\/me$/);
  }

  readonly #onPageError = (error: Error): void => {
    this.faults.push(`threw: ${error.stack ?? error.message}`);
  };

  readonly #onConsole = (message: ConsoleMessage): void => {
    // Chromium logs each refused request by itself; those are checked below, by status and URL.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      this.faults.push(`logged: ${message.text()}`);
    }
  };

  readonly #onRequestFailed = (request: Request): void => {
    const reason = request.failure()?.errorText ?? '';
    // The page cancels a request when it is left, such as the stream of live updates.
    if (reason !== 'net::ERR_ABORTED') this.faults.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  };

  readonly #onResponse = (response: Response): void => {
    if (response.status() < 400) return;
    const known = this.#expected.some(
      ({ status, url }) => status === response.status() && url.test(new URL(response.url()).pathname),
    );
    if (!known) this.faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  };

  /** The page is given to another person: later errors do not belong to this one. */
  leave(): void {
    this.page.off('pageerror', this.#onPageError);
    this.page.off('console', this.#onConsole);
    this.page.off('requestfailed', this.#onRequestFailed);
    this.page.off('response', this.#onResponse);
  }

  /** Declares a refusal as expected from now on. */
  expectRefusal(status: number, url: RegExp): void {
    this.#expected.push({ status, url });
  }

  /** Opens a URL and waits for its heading. */
  async goto(place: string): Promise<void> {
    await spentOn('page', async () => {
      await this.page.goto(place);
      await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    });
  }

  /** Waits until all requests are answered and no loading indicator is shown. */
  async settled(): Promise<void> {
    // Not by a script in the page: its content security policy forbids evaluation.
    while ((await this.page.locator(turning).count()) > 0) {
      await this.page
        .locator(turning)
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => undefined);
    }
  }

  /**
   * Opens a section of the page: a tab, or on a phone an option of a select.
   *
   * @param name without the number of items in it
   */
  async section(label: string, name: string): Promise<void> {
    const named = new RegExp(`^${name}(（\\d+）)?$`);
    if (this.width === 'desktop') {
      await this.page.getByRole('tab', { name: named }).click();
      await this.page.getByRole('tab', { name: named, selected: true }).waitFor();
      return;
    }
    await this.page.getByRole('combobox', { name: label }).click();
    await this.page.locator('.ant-select-item-option').filter({ hasText: named }).click();
    // The section is shown when the dropdown has closed.
    await this.page.locator('.ant-select-dropdown').filter({ visible: true }).waitFor({ state: 'detached' });
  }

  /** Opens another page of the app like a link in it, without loading the document again. */
  async turnTo(place: string): Promise<void> {
    const left = 'data-left-by-the-journey';
    await this.page.evaluate(`
      document.querySelector('h1').setAttribute('${left}', '');
      history.pushState(null, '', ${JSON.stringify(place)});
      dispatchEvent(new PopStateEvent('popstate'));`);
    await this.page.locator(`[${left}]`).waitFor({ state: 'detached' });
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /** Fails on a serious accessibility violation, and on anything in `faults`. Saves a screenshot if requested. */
  async look(name: string): Promise<void> {
    await this.settled();
    if (pictures) {
      await mkdir(pictures, { recursive: true });
      await this.page.screenshot({ path: path.join(pictures, `${name}-${this.width}.png`), fullPage: true });
    }
    const violations = await spentOn('axe', () => seriousViolations(this.page));
    const problems = violations.map(({ id, help, elements }) => `${id}: ${help}\n  ${elements.join('\n  ')}`);
    if (problems.length > 0) throw new Error(`${name}: axe finds\n${problems.join('\n')}`);
    this.expectNoFaults();
  }

  /** No page may be wider than its screen. */
  async expectNoSidewaysScrolling(): Promise<void> {
    const excess = await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(excess).toBe(0);
  }

  expectNoFaults(): void {
    if (this.faults.length > 0) throw new Error(`the page is not well:\n${this.faults.join('\n')}`);
  }
}
