// Finds the office program that opens what we export; in CI on a Debian it installs the smallest set that does.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { step } from './progress.mjs';
import { runProgram } from './run.mjs';

const packages = [
  'libreoffice-writer-nogui',
  'libreoffice-calc-nogui',
  'poppler-utils',
  'fonts-noto-cjk',
];

/** The path of LibreOffice, or null where it is not and may not be installed: it is 300 MB that nobody else needs. */
export async function findLibreOffice() {
  if (process.env.CI === 'true' && !isThere() && existsSync('/etc/debian_version'))
    await step('安装 LibreOffice Installing LibreOffice', install);
  return isThere() ? 'soffice' : null;
}

/** What somebody without it may do. */
export const howToInstall = `Install LibreOffice and pdftotext (Debian: apt-get install ${packages.join(' ')}).`;

function isThere() {
  return ['soffice', 'pdftotext'].every(
    (program) =>
      spawnSync(program, [program === 'soffice' ? '--version' : '-v']).error === undefined,
  );
}

// Another installation on the same machine is waited for.
const patience = ['-o', 'DPkg::Lock::Timeout=300'];

async function install() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [
    ['update'],
    ['install', '-y', '--no-install-recommends', ...patience, ...packages],
  ]) {
    const [command, ...rest] = /** @type {[string, ...string[]]} */ ([...sudo, 'apt-get', ...args]);
    const { code, output } = await runProgram(command, rest, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output}`);
  }
}
