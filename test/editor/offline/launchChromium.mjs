// Finds or installs a browser and starts it without a window.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const candidates = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** `home` takes what the browser writes. Throws, saying what to install, when there is no browser. */
export function launchChromium(home) {
  return chromium.launch({
    executablePath: findChromium(),
    env: { ...process.env, HOME: home },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

function findChromium() {
  const there = () => candidates.find((path) => existsSync(path)) ?? ownBrowser();
  if (!there() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) installFromDebian();
  const path = there();
  if (!path)
    throw new Error('No browser found. Install Chromium (on Debian: apt-get install chromium), then run this again.');
  return path;
}

/** The one that Playwright itself has downloaded, if any. */
function ownBrowser() {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function installFromDebian() {
  console.log('installing Chromium');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
}
