// npm run bench -- entry: how long a key, a step, a choice and a paste take in the entry table, in Chromium, on the
// standard form and on one of more than a thousand rows; and what opening them costs. Medians are printed, nothing is
// asserted. "Worked" is the time of the page's own thread, whatever else the machine was doing: what a person waits
// for without a graphics card and on a busy machine is more, and is reported beside it.
import { loadavg } from 'node:os';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import pg from 'pg';
import { applyMigrations } from '@/lib/data/database/migrate';
import { buildWhenChanged } from '@/bin/steps/build.mjs';
import { findChromium } from '@/bin/steps/chromium.mjs';
import { choosePort, serve } from '@/bin/steps/serve.mjs';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import { paths } from '@/lib/paths';
import { signIn } from './http';
import { longCatalogue, longSection } from './long-form';
import { median } from './measure';
import { loadProvince, type Office } from './province';

const password = 'bench-long-enough-2021';
const copies = 10;
/** The server looks for another catalogue every five seconds. */
const untilSeen = 6_000;
const slowOffice = 4;

type Form = {
  name: string;
  catalogue: Catalogue;
  path: (reportId: string) => string;
  pastes: number[];
};
const forms: Form[] = [
  {
    name: 'the standard form, all sections',
    catalogue: longCatalogue(0),
    path: (id) => paths.allSections(id),
    pastes: [129],
  },
  {
    name: 'a section of more than a thousand rows',
    catalogue: longCatalogue(copies),
    path: (id) => paths.section(id, longSection),
    pastes: [300, 1200],
  },
];

/** Measures in an empty database. */
export async function measureEntry(url: string): Promise<void> {
  const env = { DATABASE_URL: url, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET, GONGBAO_DEMO: '' };
  await applyMigrations(url);
  const { loadCatalogue } = await import('@/lib/data/catalogue/catalogue');
  const { disconnect } = await import('@/lib/data/database/client');
  const clerk = await prepare(url);
  await buildWhenChanged(env);
  const port = await choosePort('127.0.0.1');
  const address = `http://localhost:${port}`;
  await serve({
    mode: 'start',
    host: '127.0.0.1',
    port,
    env: { ...env, NEXTAUTH_URL: address },
    output: 2,
  });
  const cookie = await signIn(address, clerk.account, password);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox'],
  });
  try {
    for (const { name, catalogue, path, pastes } of forms) {
      await loadCatalogue(catalogue);
      await new Promise((resolve) => setTimeout(resolve, untilSeen));
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
        locale: 'zh-CN',
        viewport: { width: 1366, height: 768 },
      });
      await context.addCookies(
        cookie.split('; ').map((one) => ({
          name: one.slice(0, one.indexOf('=')),
          value: one.slice(one.indexOf('=') + 1),
          url: address,
        })),
      );
      const page = await context.newPage();
      await measureForm(page, name, address + path(clerk.reportId), pastes);
      await context.close();
    }
  } finally {
    await browser.close();
    await disconnect();
  }
}

/** A county with five years of figures; of this year only those of the standard form are there. */
async function prepare(url: string): Promise<Office> {
  const { loadCatalogue } = await import('@/lib/data/catalogue/catalogue');
  const { hashPassword } = await import('@/lib/auth/password');
  const catalogue = longCatalogue(copies);
  await loadCatalogue(catalogue);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { drafts } = await loadProvince(client, catalogue, await hashPassword(password), {
      cities: 1,
      counties: 1,
      spread: 0,
    });
    const clerk = drafts[0]!;
    await client.query(
      `DELETE FROM "figure" WHERE "submission_id" = $1 AND "indicator_code" NOT IN (SELECT unnest($2::text[]))`,
      [clerk.submissionId, longCatalogue(0).indicators.map(({ code }) => code)],
    );
    return clerk;
  } finally {
    await client.end();
  }
}

async function measureForm(
  page: Page,
  name: string,
  address: string,
  pastes: number[],
): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const opened = await open(page, client, address);
  const cells = page.locator('input[data-cell]');
  console.log(
    `\n${name}: ${await cells.count()} rows, ${await page.locator('*').count()} elements; load ` +
      `${loadavg()[0]!.toFixed(1)}`,
  );
  console.log(`  opening              ${opened}`);
  const middle = Math.floor((await cells.count()) / 2);
  const steps: { name: string; times: number; step: () => Promise<void> }[] = [
    { name: 'a digit', times: 40, step: () => page.keyboard.type('1') },
    { name: 'Enter', times: 40, step: () => page.keyboard.press('Enter') },
    { name: 'Tab', times: 40, step: () => page.keyboard.press('Tab') },
    { name: 'choosing one more', times: 40, step: () => page.keyboard.press('Shift+ArrowDown') },
    {
      name: 'a figure of 2 keys',
      times: 20,
      step: async () => {
        await page.keyboard.type('12');
        await page.keyboard.press('Enter');
      },
    },
  ];
  for (const { name: what, times, step } of steps) {
    await cells.nth(middle).focus();
    await page.keyboard.press('Escape');
    await page.waitForTimeout(500);
    const before = await worked(client);
    for (let i = 0; i < times; i += 1) await step();
    console.log(`  ${what.padEnd(20)} worked ${describe(before, await worked(client), times)}`);
    await page.waitForTimeout(1500);
  }
  for (const count of pastes) await paste(page, client, count);
}

async function open(page: Page, client: CDPSession, address: string): Promise<string> {
  await page.goto(address);
  const lines: string[] = [];
  for (const rate of [1, slowOffice]) {
    await client.send('Emulation.setCPUThrottlingRate', { rate });
    const before = await worked(client);
    await page.goto(address);
    await page.getByRole('button', { name: '撤销' }).waitFor();
    const { size, wire, first, loaded } = await page.evaluate(() => {
      const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return {
        size: entry!.decodedBodySize / 1024,
        wire: entry!.transferSize / 1024,
        first: entry!.responseStart,
        loaded: entry!.domContentLoadedEventEnd,
      };
    });
    await page.waitForTimeout(1500);
    const after = await worked(client);
    // A new document counts from nothing.
    const spent =
      after.get('TaskDuration')! < before.get('TaskDuration')!
        ? after.get('TaskDuration')!
        : after.get('TaskDuration')! - before.get('TaskDuration')!;
    lines.push(
      rate === 1
        ? `${size.toFixed(0)} KB of page (${wire.toFixed(0)} KB sent), first byte ${first.toFixed(0)} ` +
            `ms, read ${loaded.toFixed(0)} ms, worked ${spent.toFixed(0)} ms`
        : `on a computer ${rate} times slower read ${loaded.toFixed(0)} ms, worked ${spent.toFixed(0)} ms`,
    );
  }
  await client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return lines.join('; ');
}

/** Last year's figures a little changed, over the first rows. */
async function paste(page: Page, client: CDPSession, count: number): Promise<void> {
  const preview: number[] = [];
  const fills: number[] = [];
  const waits: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const text = await page.evaluate(
      ([most, add]) =>
        [...document.querySelectorAll('input[data-cell]')]
          .slice(0, most)
          .map(
            (input) =>
              `${input.getAttribute('data-cell')}\t${
                Number(
                  input
                    .closest('tr')
                    ?.querySelector('td.number')
                    ?.textContent?.replace(/[^\d.]/g, '') ?? '',
                ) + add!
              }`,
          )
          .join('\r\n'),
      [count, round + 1] as const,
    );
    await page.evaluate((block) => navigator.clipboard.writeText(block), text);
    await page.locator('input[data-cell]').first().focus();
    await page.waitForTimeout(300);
    const atStart = await worked(client);
    await page.keyboard.press('Control+v');
    await page.waitForFunction(() => document.querySelector('dialog [data-first]'));
    await page.waitForTimeout(300);
    const before = await worked(client);
    waits.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const start = performance.now();
            document.querySelector<HTMLElement>('dialog [data-first]')?.click();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
          }),
      ),
    );
    fills.push((await worked(client)).get('TaskDuration')! - before.get('TaskDuration')!);
    preview.push(before.get('TaskDuration')! - atStart.get('TaskDuration')!);
    await page.waitForFunction(
      () =>
        [...document.querySelectorAll('p[role=status]')].some((one) =>
          one.textContent?.includes('已全部保存'),
        ),
      null,
      { polling: 250 },
    );
  }
  console.log(
    `  a paste of ${String(count).padEnd(9)} worked ${median(preview).toFixed(0)} ms for the ` +
      `preview, ${median(fills).toFixed(0)} ms until it is drawn; waited ${median(waits).toFixed(0)} ` +
      `ms; load ${loadavg()[0]!.toFixed(1)}`,
  );
}

type Work = Map<string, number>;

async function worked(client: CDPSession): Promise<Work> {
  const { metrics } = await client.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value * 1000]));
}

function describe(before: Work, after: Work, times: number): string {
  const [all, ...parts] = [
    'TaskDuration',
    'ScriptDuration',
    'RecalcStyleDuration',
    'LayoutDuration',
  ].map((name) => ((after.get(name)! - before.get(name)!) / times).toFixed(1));
  return `${all} ms (script ${parts[0]}, style ${parts[1]}, layout ${parts[2]})`;
}
