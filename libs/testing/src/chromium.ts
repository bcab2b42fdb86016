import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's builds; the headless one has no window to draw and is twice as quick. */
const builds = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** @throws Error when the machine has no Chromium: what needs a browser is not skipped */
export async function launchChromium(): Promise<Browser> {
  const executablePath = builds.find(existsSync);
  if (executablePath === undefined) {
    throw new Error('no Chromium on this machine; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk');
  }
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  return chromium.launch({ executablePath, args });
}
