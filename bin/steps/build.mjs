// Builds the application when its sources are not those of the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runNode } from './run.mjs';
import { root } from './settings.mjs';

const sources = [
  'app',
  'components',
  'lib',
  'prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];
export const nextCli = 'node_modules/next/dist/bin/next';

/** @param {Record<string, string | undefined>} env */
export async function buildWhenChanged(env) {
  const stamp = join(root, '.next/sources');
  // The headers that depend on https are part of the build (next.config.js).
  const present = hashOfSources() + (env.NEXTAUTH_URL?.startsWith('https:') ? ' https' : '');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === present) return;
  await step('构建 Building (next build)', async () => {
    rmSync(stamp, { force: true });
    const { code, output } = await build(env);
    if (code !== 0) throw new Error(`next build failed:\n${output}`);
    writeFileSync(stamp, present);
  });
}

/** @param {Record<string, string | undefined>} env */
export function build(env) {
  return runNode(nextCli, ['build'], {
    env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const name of sources) if (existsSync(join(root, name))) add(name);
  return hash.digest('hex');

  /** @param {string} path */
  function add(path) {
    const full = join(root, path);
    if (statSync(full).isDirectory()) {
      if (path === 'prisma/generated' || path === 'prisma/migrations') return;
      for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    } else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
    }
  }
}
