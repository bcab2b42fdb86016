/** What a link of a page downloads. */
import { readFile } from 'node:fs/promises';
import type { Download, Locator } from 'playwright-core';
import type { Desk } from './browser.ts';

export async function downloaded(desk: Desk, link: Locator): Promise<Download> {
  const [download] = await Promise.all([desk.page.waitForEvent('download'), link.click()]);
  return download;
}

export async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
