/** One person at one screen of a workbench. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { ConsoleMessage, Page, Request, Response } from 'playwright-core';
import { spentOn } from '@lawgate/testing';
import { seriousViolations } from './accessibility.ts';

/** Pictures cost as much as the looks themselves, so they are taken only when this names a folder for them. */
const { LAWGATE_SCREENSHOTS } = process.env;
const pictures = LAWGATE_SCREENSHOTS && path.resolve(import.meta.dirname, '../..', LAWGATE_SCREENSHOTS);

export const widths = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
export type Width = keyof typeof widths;

/** What shows that an answer is still on its way. */
const turning = '.ant-skeleton-active, .ant-spin-spinning, [aria-busy=true]';

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
    page.on('pageerror', this.#onPageError);
    page.on('console', this.#onConsole);
    page.on('requestfailed', this.#onRequestFailed);
    page.on('response', this.#onResponse);
    // Before the login nobody is anybody, and the page has to ask to know it.
    this.expectRefusal(401, /^\/api\/auth\/me$/);
  }

  readonly #onPageError = (error: Error): void => {
    this.faults.push(`threw: ${error.stack ?? error.message}`);
  };

  readonly #onConsole = (message: ConsoleMessage): void => {
    // Chromium logs each refused request by itself; those are judged below, by status and address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      this.faults.push(`logged: ${message.text()}`);
    }
  };

  readonly #onRequestFailed = (request: Request): void => {
    const reason = request.failure()?.errorText ?? '';
    // The page itself gives a request up when it goes on, as it does with the stream of live updates.
    if (reason !== 'net::ERR_ABORTED') this.faults.push(`failed: ${request.method()} ${request.url()} ${reason}`);
  };

  readonly #onResponse = (response: Response): void => {
    if (response.status() < 400) return;
    const known = this.#expected.some(
      ({ status, url }) => status === response.status() && url.test(new URL(response.url()).pathname),
    );
    if (!known) this.faults.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
  };

  /** The page is given to another person: what happens on it from now on is not this one's. */
  leave(): void {
    this.page.off('pageerror', this.#onPageError);
    this.page.off('console', this.#onConsole);
    this.page.off('requestfailed', this.#onRequestFailed);
    this.page.off('response', this.#onResponse);
  }

  /** From now on this refusal belongs to the journey. */
  expectRefusal(status: number, url: RegExp): void {
    this.#expected.push({ status, url });
  }

  /** Opens an address and waits until its heading is there. */
  async goto(place: string): Promise<void> {
    await spentOn('page', async () => {
      await this.page.goto(place);
      await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    });
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

  /**
   * Goes to a section of the page: a tab, or on a phone one of a choice.
   *
   * @param name without the number of things in it
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
    // The section is there when the choice that opened it has gone.
    await this.page.locator('.ant-select-dropdown').filter({ visible: true }).waitFor({ state: 'detached' });
  }

  /** Opens another page of the app as a link in it does, without loading the document again. */
  async turnTo(place: string): Promise<void> {
    const left = 'data-left-by-the-journey';
    await this.page.evaluate(`
      document.querySelector('h1').setAttribute('${left}', '');
      history.pushState(null, '', ${JSON.stringify(place)});
      dispatchEvent(new PopStateEvent('popstate'));`);
    await this.page.locator(`[${left}]`).waitFor({ state: 'detached' });
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
  }

  /**
   * Fails on a serious fault for people who cannot see or use a mouse, and on anything in `faults`. Keeps a picture
   * when pictures are wanted.
   */
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
