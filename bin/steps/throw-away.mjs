// A PostgreSQL for one test run, in a folder that goes with it. Nothing in it has to survive a power cut.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openServer } from './postgres-server.mjs';
import { dataFolder } from './settings.mjs';

const careless = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
};
const ours = /^test-(\d+)$/;

/** @returns {Promise<import('./postgres-server.mjs').Server>} */
export async function openThrowAway() {
  await clearLeftOvers();
  const folder = join(dataFolder, `test-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const server = await openServer(join(folder, 'postgres'), careless);
  const close = async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, close };
}

/** A run that was killed leaves its server behind. */
async function clearLeftOvers() {
  mkdirSync(dataFolder, { recursive: true });
  for (const name of readdirSync(dataFolder)) {
    const pid = Number(ours.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const server = await openServer(join(dataFolder, name, 'postgres')).catch(() => null);
    await server?.close();
    rmSync(join(dataFolder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
