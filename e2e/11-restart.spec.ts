// The server and the database are killed in the middle of two hundred saves. What was acknowledged is there; what was
// not is still in the browser, and arrives when they are back. On a server and a database of its own.
import { mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Page } from '@playwright/test';
import { prepareEmbedded, query } from '../bin/steps/database.mjs';
import { readPidFile } from '../bin/steps/postgres-pid.mjs';
import { openServer, type Server } from '../bin/steps/postgres-server.mjs';
import { choosePort, serve } from '../bin/steps/serve.mjs';
import { dataFolder } from '../bin/steps/settings.mjs';
import { signIn } from './steps/sign-in';
import { expect, test } from './test';

const folder = join(dataFolder, `test-${process.pid}`);
const log = () => openSync(join(dataFolder, 'e2e-restart.log'), 'a');
let database: Server;
let app: ChildProcess;
let port: number;

async function start(): Promise<void> {
  const env = {
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR ?? '.data/next-test',
    DATABASE_URL: database.urlOf('gongbao'),
    GONGBAO_DEMO: '1',
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXTAUTH_SECRET: 'only-for-the-tests-of-this-machine-0123456789',
  };
  app = await serve({ mode: 'start', host: '127.0.0.1', port, env, output: log() });
}

/** As the power goes: nobody is asked. */
function kill(): void {
  const server = readPidFile(database.folder);
  process.kill(-app.pid!, 'SIGKILL');
  process.kill(server!.pid, 'SIGKILL');
}

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  database = await openServer(join(folder, 'postgres'));
  await prepareEmbedded(database, true);
  port = await choosePort('127.0.0.1');
  await start();
});

test.afterAll(async () => {
  app.kill('SIGTERM');
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

type Saved = { indicator: string; figure: { revision: number; value: string } };

/** Types a number into each of the first hundred cells, as fast as it goes. */
async function typeAll(
  page: Page,
  from: number,
  middle?: () => void,
): Promise<Map<string, string>> {
  const typed = new Map<string, string>();
  const cells = page.locator(
    'input[data-cell]:not([aria-label*="，%，"]):not([aria-label*="，万元，"])',
  );
  await cells.first().focus();
  const codes = await cells.evaluateAll((inputs) =>
    inputs.slice(0, 100).map((input) => (input as HTMLElement).dataset.cell!),
  );
  for (const [at, code] of codes.entries()) {
    if (at === codes.length / 2) middle?.();
    await page.locator(`input[data-cell="${code}"]`).focus();
    await page.keyboard.type(String(from + at));
    typed.set(code, String(from + at));
  }
  await page.keyboard.press('Enter');
  return typed;
}

test('two hundred saves, with everything killed in their middle', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: `http://localhost:${port}` });
  const page = await context.newPage();
  const acknowledged: Saved[] = [];
  page.on('response', async (response) => {
    if (response.request().method() !== 'PATCH' || !response.ok()) return;
    const { results } = (await response.json().catch(() => ({ results: [] }))) as {
      results: (Saved & { outcome: string })[];
    };
    acknowledged.push(...results.filter(({ outcome }) => outcome === 'saved'));
  });
  await signIn(page, '曹丽');
  await page.goto('/reports?period=2021');
  await page.getByRole('link', { name: '开始填报', exact: true }).click();
  await page.getByRole('link', { name: '全部数据' }).click();
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();

  await typeAll(page, 1000);
  const typed = await typeAll(page, 5000, kill);
  await expect(
    page.getByRole('status').filter({ hasText: /(网络中断|服务器没有响应)，\d+ 项待保存/ }),
  ).toBeVisible();
  const before = [...acknowledged];
  expect(before.length).toBeGreaterThan(50);
  expect(before.length).toBeLessThan(200);

  database = await openServer(join(folder, 'postgres'));
  const url = database.urlOf('gongbao');
  const events = await query(
    url,
    `SELECT subject, "to" ->> 'revision' AS revision, "to" ->> 'value' AS value FROM event WHERE kind = 'figure.saved'`,
  );
  const written = new Set(
    events.map(({ subject, revision, value }) => `${subject} ${revision} ${value}`),
  );
  for (const { indicator, figure } of before)
    expect(written).toContain(`${indicator} ${figure.revision} ${figure.value}`);

  await start();
  await page.getByRole('button', { name: '立即重试' }).click();
  await expect(page.getByRole('status').filter({ hasText: '已全部保存' })).toBeVisible({
    timeout: 40_000,
  });
  const rows = await query(
    url,
    `
    SELECT f.indicator_code AS code, trim_scale(f.value)::text AS value FROM figure f JOIN submission s ON s.id = f.submission_id
    JOIN report r ON r.id = s.report_id JOIN unit u ON u.id = r.unit_id JOIN period p ON p.id = r.period_id WHERE u.code = '320902' AND p.code = '2021'`,
  );
  const standing = new Map(rows.map(({ code, value }) => [code, value]));
  for (const [code, value] of typed) expect([code, standing.get(code)]).toEqual([code, value]);
  await context.close();
});
