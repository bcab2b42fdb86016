import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import builds from './chromium-builds.json' with { type: 'json' };

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // Tests open a page and leave it: the optimizing compilers cost more than they save, a third of the total time.
  '--js-flags=--no-maglev --no-turbofan --always-sparkplug',
];

/**
 * Launches the first installed build: of Debian's two, the headless one has no window to draw and is twice as fast.
 *
 * @throws Error when the machine has none. `npm test` skips browser tests there and says so; under CI they fail.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = builds.find(existsSync);
  if (executablePath === undefined) {
    throw new Error('no Chromium on this machine; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk');
  }
  return chromium.launch({ executablePath, args });
}
