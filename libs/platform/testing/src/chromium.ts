import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import builds from './chromium-builds.json' with { type: 'json' };

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  // A journey opens a page and leaves it: the optimizing compilers cost it more than they save, a third of all time.
  '--js-flags=--no-maglev --no-turbofan --always-sparkplug',
];

/**
 * The first build that is there: of Debian's, the headless one has no window to draw and is twice as quick.
 *
 * @throws Error when the machine has none. `npm test` leaves journeys out there and says so; under CI they fail.
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = builds.find(existsSync);
  if (executablePath === undefined) {
    throw new Error('no Chromium on this machine; on Debian: apt-get install chromium-headless-shell fonts-noto-cjk');
  }
  return chromium.launch({ executablePath, args });
}
