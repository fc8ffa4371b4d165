// What a start depends on besides the code: where things are kept, and which database and mode the environment asks
// for.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');
export const dataFolder = join(root, '.data');

/** Reads .env beside package.json; what the environment already says stands. */
export function readEnvFile() {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The demo world exists only in an embedded database: a server that somebody named never gets it. */
export function isDemo() {
  return !process.env.DATABASE_URL && process.env.DEMO !== '0';
}

/** The demo and an office's own start (DEMO=0) never share a folder. */
export function postgresFolder() {
  return join(dataFolder, process.env.DEMO === '0' ? 'postgres-own' : 'postgres');
}

/** A random text that is made once and kept in .data, readable by its owner only.
 * @param {string} name */
export function keptSecret(name) {
  mkdirSync(dataFolder, { recursive: true });
  const file = join(dataFolder, name);
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}
