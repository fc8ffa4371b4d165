// Installs the packages of package-lock.json when node_modules is not what it says, and makes the database client.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { step } from './progress.mjs';
import { runNode, runProgram } from './run.mjs';
import { root } from './settings.mjs';

/** Brings node_modules and the generated database client to the present. */
export async function installDependencies() {
  if (!isInstalled()) await step('安装依赖 Installing packages (npm ci)', install);
  const schema = hashOfSchema();
  const stamp = join(root, 'prisma/generated/.schema');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === schema) return;
  await step('生成数据库客户端 Generating the database client', generateClient);
  writeFileSync(stamp, schema);
}

/** npm writes node_modules/.package-lock.json as its last act: what it lists is completely there. */
function isInstalled() {
  const listed = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(listed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(listed);
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' ||
      there[path]?.version === version ||
      (!there[path] && Boolean(optional || devOptional)),
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function hashOfSchema() {
  const hash = createHash('sha256');
  for (const name of readdirSync(join(root, 'prisma')).sort()) {
    if (name.endsWith('.prisma')) hash.update(readFileSync(join(root, 'prisma', name)));
  }
  return hash.digest('hex');
}

async function install() {
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const { code, output } = npm?.endsWith('npm-cli.js')
    ? await runProgram(process.execPath, [npm, ...args])
    : await runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
}

async function generateClient() {
  // The CLI reaches for no engine and for no news of newer versions: many offices' networks are closed.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    CHECKPOINT_DISABLE: '1',
  };
  const { code, output } = await runNode('node_modules/prisma/build/index.js', ['generate'], {
    env,
  });
  if (code !== 0) throw new Error(`prisma generate failed:\n${output}`);
}
