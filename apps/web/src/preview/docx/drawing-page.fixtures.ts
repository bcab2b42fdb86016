/** A page of a real browser that draws Word files. */
import path from 'node:path';
import { launchChromium } from '@lawgate/testing';
import type { Browser } from 'playwright-core';
import { rolldown } from 'rolldown';
import type { DrawnLine } from '../missing-paragraphs.ts';

export interface Drawing {
  readonly lines: readonly DrawnLine[];
  readonly leftOut: readonly string[];
  readonly brokenPictures: number;
  readonly html: string;
}

export interface DrawingPage {
  /** @throws Error where the file cannot be drawn */
  draw(bytes: Buffer): Promise<Drawing>;
  /** Lines with their numbers, as a person reads them. */
  texts(bytes: Buffer): Promise<string[]>;
  close(): Promise<void>;
}

export async function openDrawingPage(): Promise<DrawingPage> {
  const bundle = await rolldown({
    input: path.join(import.meta.dirname, 'drawing-script.ts'),
    platform: 'browser',
    logLevel: 'silent',
  });
  const { output } = await bundle.generate({ format: 'iife' });
  await bundle.close();
  const browser: Browser = await launchChromium();
  const page = await browser.newPage();
  await page.addScriptTag({ content: output[0].code });
  const draw = (bytes: Buffer): Promise<Drawing> =>
    page.evaluate(`lawgateDraw(${JSON.stringify(bytes.toString('base64'))})`);
  return {
    draw,
    texts: async (bytes) => (await draw(bytes)).lines.map(({ text, number }) => (number + text).trim()),
    close: () => browser.close(),
  };
}
