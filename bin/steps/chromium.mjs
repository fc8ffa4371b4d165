// Finds the browser of the end-to-end tests; on a Debian that is ours (root, or CI) it installs one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from './progress.mjs';
import { runProgram } from './run.mjs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !existsSync(named))
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  const { chromium } = await import('@playwright/test');
  const found = named || [...usual, chromium.executablePath()].find((path) => existsSync(path));
  if (found) return found;
  if (mayInstall()) await step('安装浏览器 Installing Chromium', install);
  if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  throw new Error(
    'The end-to-end tests need a Chromium. Install Chrome, Edge or Chromium (Debian: apt-get install chromium fonts-noto-cjk), ' +
      'or run "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}

function mayInstall() {
  const isDebian =
    existsSync('/etc/debian_version') && spawnSync('apt-get', ['--version']).status === 0;
  return isDebian && (process.getuid?.() === 0 || process.env.CI === 'true');
}

// Another installation on the same machine is waited for.
const patience = ['-o', 'DPkg::Lock::Timeout=300'];

async function install() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', ...patience, 'chromium', 'fonts-noto-cjk'],
  ]) {
    const [command, ...rest] = /** @type {[string, ...string[]]} */ ([...sudo, 'apt-get', ...args]);
    const { code, output } = await runProgram(command, rest, { env });
    if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output}`);
  }
}
