// What npm test runs, each part answering how many passed and failed.
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, nextCli } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { prepareEmbedded } from './database.mjs';
import { listBreaches } from './house-rules.mjs';
import { findLibreOffice, howToInstall } from './libreoffice.mjs';
import { step } from './progress.mjs';
import { runNode } from './run.mjs';
import { choosePort, serve } from './serve.mjs';
import { dataFolder, root } from './settings.mjs';
import { one, tallyOfPlaywright, tallyOfVitest } from './tally.mjs';

/** @typedef {import('./tally.mjs').Tally} Tally */

// A build of its own, so that a running application keeps the one it serves. Kept between runs for its cache.
const distDir = '.data/next-test';
const layered = [
  'app',
  'components',
  'lib',
  'prisma',
  'bin',
  'bench',
  'e2e',
  'proxy.ts',
  'instrumentation.ts',
];

/** @returns {Promise<Tally[]>} */
export async function lint() {
  const rules = await counted('文件规则 House rules', async () => {
    const breaches = listBreaches();
    return { code: breaches.length, output: breaches.join('\n') };
  });
  const eslint = await check('代码规则 ESLint', 'node_modules/eslint/bin/eslint.js', [
    '-c',
    '.config/eslint.mjs',
    '--max-warnings=0',
    '.',
  ]);
  const layers = await check(
    '分层规则 Layers',
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ['--config', '.config/layers.mjs', ...layered.filter((name) => existsSync(join(root, name)))],
  );
  const unused = await check('无用代码 Unused code', 'node_modules/knip/bin/knip.js', [
    '--config',
    '.config/knip.json',
    '--no-progress',
  ]);
  const format = await check('格式 Format', 'node_modules/prettier/bin/prettier.cjs', [
    '--check',
    '--log-level',
    'warn',
    '**/*.{ts,tsx,mjs,js,css}',
  ]);
  return [rules, eslint, layers, unused, format];
}

/** @returns {Promise<Tally[]>} */
export async function types() {
  const { code, output } = await runNode(nextCli, ['typegen'], { env: { NEXT_DIST_DIR: distDir } });
  if (code !== 0) console.log(output);
  return [
    await check('类型 Types', 'node_modules/typescript/bin/tsc', [
      '--noEmit',
      '--incremental',
      'false',
    ]),
  ];
}

/** @param {string} project @param {string[]} files @param {Record<string, string>} [env] @returns {Promise<Tally[]>} */
export async function vitest(project, files, env = {}) {
  const report = reportFile(project);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [
    'run',
    '--config',
    '.config/vitest.ts',
    '--project',
    project,
    ...reporters,
    ...files,
  ];
  const { code } = await runNode('node_modules/vitest/vitest.mjs', args, { env, show: true });
  return [tallyOfVitest(report, code)];
}

/** Exported files opened in LibreOffice, and pages printed by a Chromium. What did not run counts as nothing, and is
 *  said.
 * @param {string[]} files @returns {Promise<Tally[]>} */
export async function office(files) {
  const program = await findLibreOffice();
  if (program)
    return vitest('office', files, { SOFFICE_PATH: program, CHROMIUM_PATH: await findChromium() });
  console.log(
    `\n未运行 Not run: exported files opened in LibreOffice, which is not here. ${howToInstall}`,
  );
  return [];
}

/** @returns {Promise<Tally[]>} */
export async function productionBuild() {
  return [await counted('构建 Production build', () => build({ NEXT_DIST_DIR: distDir }))];
}

/** The built application with the demo world, and people who use it in a browser.
 * @param {import('./postgres-server.mjs').Server} server @param {string[]} files @returns {Promise<Tally[]>} */
export async function e2e(server, files) {
  const report = reportFile('e2e');
  const log = join(dataFolder, 'e2e-server.log');
  const chromium = await findChromium();
  const { url, accounts } = await step('演示数据 Loading the demo world', () =>
    prepareEmbedded(server, true),
  );
  const port = await choosePort('127.0.0.1');
  const address = `http://localhost:${port}`;
  const secret = 'only-for-the-tests-of-this-machine-0123456789';
  const env = {
    NEXT_DIST_DIR: distDir,
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    GONGBAO_DEMO: '1',
    GONGBAO_DEMO_PASSWORD: accounts[0]?.password ?? '',
  };
  const app = await serve({
    mode: 'start',
    host: '127.0.0.1',
    port,
    env,
    output: openSync(log, 'w'),
  });
  const { code } = await runNode(
    'node_modules/@playwright/test/cli.js',
    ['test', '--config', 'e2e/playwright.config.ts', ...files],
    {
      env: {
        GONGBAO_URL: address,
        CHROMIUM_PATH: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        NEXT_DIST_DIR: distDir,
      },
      show: true,
    },
  );
  app.kill('SIGTERM');
  if (code !== 0)
    console.log(`The server said (${log}):\n${readFileSync(log, 'utf8').slice(-4000)}`);
  return [tallyOfPlaywright(report, code)];
}

/** @param {string} name @param {string} script @param {string[]} args */
function check(name, script, args) {
  return counted(name, () => runNode(script, args));
}

/** A step that counts as one test. @param {string} name @param {() => Promise<{ code: number, output: string }>} work
 * @returns {Promise<Tally>} */
async function counted(name, work) {
  try {
    await step(name, async () => {
      const { code, output } = await work();
      if (code !== 0) throw new Error(output);
    });
    return one(true);
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return one(false);
  }
}

/** @param {string} name */
function reportFile(name) {
  const file = join(dataFolder, 'reports', `${name}.json`);
  mkdirSync(join(dataFolder, 'reports'), { recursive: true });
  rmSync(file, { force: true });
  return file;
}
