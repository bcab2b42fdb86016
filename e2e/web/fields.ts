/** Fills in the fields of the pages as a user does. */
import type { Locator, Page } from 'playwright-core';

/** Chooses from a list that opens on a click. */
export async function choose(within: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  const field = within.getByRole('combobox', { name: label });
  await field.click();
  const page = 'page' in within ? within.page() : within;
  const list = page.locator('.ant-select-dropdown:visible');
  await list.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
  // A list with several choices covers the fields below it until it loses the focus.
  await field.focus();
  await field.blur();
  await list.first().waitFor({ state: 'hidden' });
}

export async function day(within: Page | Locator, label: string, date: string): Promise<void> {
  const field = within.getByLabel(label);
  await field.fill(date);
  await field.press('Enter');
}

/** The civil date in Asia/Shanghai. */
export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Width in pixels from which the page has the layout of a wide screen. */
const wideFrom = 768;

/**
 * Resizes the window, as when a phone is turned or a window snapped; returns when the page has changed its layout.
 * Until then it shows the layout of the old width at the new one.
 *
 * @param to a width in pixels, or one on each side of the change of layout
 */
export async function resize(page: Page, to: 'wide' | 'narrow' | number): Promise<void> {
  const width = to === 'wide' ? 1440 : to === 'narrow' ? 390 : to;
  await page.setViewportSize({ width, height: width < wideFrom ? 844 : 900 });
  await page.locator('.foot-bar').waitFor({ state: width < wideFrom ? 'visible' : 'detached' });
}
