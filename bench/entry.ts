// How long a key and a paste take in the entry table, in Chromium: `node bin/tsx.mjs bench/entry.ts http://localhost:3000`
// against an application that runs with the demo world. Medians are printed, nothing is asserted.
import { loadavg } from 'node:os';
import { chromium } from '@playwright/test';
import { median } from './measure';

const address = process.argv[2] ?? 'http://localhost:3000';
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: ['--no-sandbox'] });
try {
  const page = await (await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'], locale: 'zh-CN' })).newPage();
  await page.goto(`${address}/sign-in`);
  const clerk = page.getByRole('button', { name: '钱芳' });
  if (!(await clerk.isVisible())) await page.getByText('其他演示人员').click();
  await clerk.click();
  await page.waitForURL(/reports/);
  await page.goto(`${address}/reports?period=2021`);
  await page.getByRole('link', { name: '继续填报', exact: true }).click();
  await page.getByRole('link', { name: '全部数据' }).click();
  await page.getByRole('button', { name: '撤销' }).waitFor();
  const cells = page.locator('input[data-cell]');
  console.log(`${await cells.count()} rows`);

  // From the key to the moment at which the page is free again, with its rows drawn anew.
  await page.evaluate(() => {
    const spent: number[] = [];
    Object.assign(window, { spent });
    document.addEventListener('keydown', () => {
      const start = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => spent.push(performance.now() - start);
      channel.port2.postMessage(null);
    }, true);
  });
  // What the page's own thread worked, whatever else the machine was doing: the two differ on a busy one.
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () => new Map((await client.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
  const tell = (before: Map<string, number>, after: Map<string, number>, times: number) =>
    ['TaskDuration', 'ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'].map((name) => `${name.replace('Duration', '').toLowerCase()} ${((after.get(name)! - before.get(name)!) / times).toFixed(1)}`).join(', ');
  await cells.first().focus();
  const atFirstKey = await worked();
  for (let i = 0; i < 60; i += 1) {
    await page.keyboard.type('12');
    await page.keyboard.press('ArrowDown');
  }
  const afterKeys = await worked();
  const keys = await page.evaluate(() => (window as unknown as { spent: number[] }).spent);
  console.log(`a key: ${median(keys).toFixed(1)} ms, the slowest of ${keys.length} ${Math.max(...keys).toFixed(1)} ms; worked ${tell(atFirstKey, afterKeys, keys.length)} ms`);

  const pastes: number[] = [];
  const work: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const names = await cells.evaluateAll((inputs) => inputs.map((input) => input.getAttribute('data-cell')!));
    await page.evaluate((text) => navigator.clipboard.writeText(text), names.map((name, at) => `${name}\t${round + (at % 7)}`).join('\r\n'));
    await cells.first().focus();
    await page.keyboard.press('Control+v');
    const fill = page.getByRole('button', { name: /^填入 \d+ 格$/ });
    await fill.waitFor();
    const before = await worked();
    pastes.push(await fill.evaluate((button) => new Promise<number>((resolve) => {
      const start = performance.now();
      (button as HTMLElement).click();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    })));
    work.push((await worked()).get('TaskDuration')! - before.get('TaskDuration')!);
    await page.getByText('已全部保存').waitFor();
  }
  console.log(`a paste over all rows, until it is drawn: ${median(pastes).toFixed(0)} ms, worked ${median(work).toFixed(0)} ms; load ${loadavg()[0]!.toFixed(1)}`);
} finally {
  await browser.close();
}
