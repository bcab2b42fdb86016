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

/** Resizes the window, as when a phone is turned or a window snapped; returns when the page has changed its layout. */
export async function resize(page: Page, to: 'wide' | 'narrow'): Promise<void> {
  await page.setViewportSize(to === 'wide' ? { width: 1440, height: 900 } : { width: 390, height: 844 });
  await page.locator('.foot-bar').waitFor({ state: to === 'wide' ? 'detached' : 'visible' });
}
