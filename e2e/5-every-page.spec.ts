// Every page, in both languages: axe finds nothing, and in no window does anything stick out to the side.
import { readdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openOwnReport } from './steps/report';
import { expect, test } from './test';

test.use({ expectedErrors: /status of 404/ });
// A stop for a page that hangs, not a measure: a walk is some forty pages with axe on each.
test.setTimeout(600_000);

/** Pages that only a story leads to, and the story that looks into them as it is done here. */
const elsewhere = new Map([
  ['/imports/[importId]', '14-history'],
  ['/imports/[importId]/check', '14-history'],
  ['/summaries/[unit]/[period]/desk', '7-desk'],
  ['/summaries/[unit]/[period]/desk/renewal', '7-desk'],
  ['/summaries/[unit]/[period]/desk/versions', '7-desk'],
  ['/summaries/[unit]/[period]/desk/written-on', '14-old-report'],
  ['/summaries/[unit]/[period]/editions/[number]', '7-desk'],
  ['/summaries/[unit]/[period]/plan', '7-document-plan'],
  ['/summaries/[unit]/[period]/redline', '7-desk'],
  ['/summaries/[unit]/[period]/whole', '8-units'],
]);
const walked = new Set<string>();

/** Walks pages in both languages, wide and narrow. */
async function walk(page: Page, addresses: string[]): Promise<void> {
  for (const [button, language] of [
    ['English', 'en'],
    ['中文', 'zh-CN'],
  ] as const) {
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.goto(addresses[0] ?? '/');
    await page.getByRole('button', { name: button }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    for (const address of addresses) {
      // Wide in Chinese, narrow in English: the longer words in the smaller space.
      await page.setViewportSize({ width: language === 'en' ? 400 : 1366, height: 768 });
      const answer = await page.goto(address);
      if (!address.includes('no-such')) expect(answer?.status(), address).toBeLessThan(400);
      for (const one of [address, page.url()]) walked.add(new URL(one, page.url()).pathname);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, language === 'en');
      await expectNoSideScroll(page);
    }
  }
}

test('for a reporter whose report came back', async ({ signInAs }) => {
  const page = await signInAs('潘玉');
  await openOwnReport(page, '2021', '修改');
  await expect(
    page.getByRole('heading', { level: 1, name: '阜宁县总工会 2021年报表' }),
  ).toBeVisible();
  const report = new URL(page.url()).pathname;
  await walk(page, [
    '/',
    '/reports',
    report,
    `${report}/sections/BF`,
    `${report}/sections`,
    `${report}/print`,
    `${report}/targets`,
    `${report}/waivers`,
    `${report}/form`,
    `${report}/check`,
    `${report}/review`,
    `${report}/figures/BF010`,
    `${report}/figures/SX001`,
    `${report}/history`,
    `${report}/submissions/1`,
    `${report}/submissions/1/cover`,
    `${report}/compare?before=1&after=2`,
    `${report}/extension`,
    `${report}/offline`,
    `${report}/proposals`,
    '/reports/checks?section=SX',
    '/imports',
    '/notices',
    '/account',
    '/no-such-page',
  ]);
});

test('for a signatory and a reviewer', async ({ signInAs }) => {
  const signatory = await signInAs('石磊');
  await openOwnReport(signatory, '2021', '查看并签发');
  await expect(signatory.getByText('签发表示')).toBeVisible();
  const waiting = new URL(signatory.url()).pathname;
  await walk(signatory, [waiting, waiting.replace(/\/check$/, '/sections/SX')]);

  const reviewer = await signInAs('王敏');
  await reviewer.goto('/reports?period=2021');
  const review = await reviewer
    .getByRole('link', { name: '盐都区总工会（审核）' })
    .getAttribute('href');
  await walk(reviewer, [
    '/',
    '/reports?period=2021',
    review ?? '',
    (review ?? '').replace(/review$/, 'figures/SX002'),
    '/reports/queue?period=2021',
    '/reports/waivers',
    '/progress',
    '/progress/rules',
    '/progress/locks?period=2021',
    '/progress/quality?period=2021',
    '/explore',
    '/explore?indicator=ZZ025&indicator=HT004&from=2020&to=2021&view=change',
    '/rollup',
    '/rollup/320900/2020?basis=today',
    '/rollup/320900/2021/SX001',
    '/rollup/320900/2021/HT023',
    '/summaries',
    '/summaries/320900/2020',
    '/summaries/320900/2020/units',
    '/summaries/320900/2020/below',
    '/summaries/320900/2020/editions',
    '/summaries/320925/2017..2020',
  ]);
});

test('for an administrator', async ({ signInAs }) => {
  const page = await signInAs('郑卫东');
  await page.goto('/admin/people');
  const person = await page.getByRole('link', { name: '王敏' }).getAttribute('href');
  await walk(page, [
    '/',
    '/admin',
    '/admin/units',
    '/admin/units/320925',
    '/admin/people',
    person ?? '',
    '/admin/periods',
    '/admin/periods/2021',
    '/admin/checks?section=SX',
    '/admin/checks/JY006',
    '/admin/checks/new',
    '/admin/tokens',
    '/admin/tokens/interface',
    '/admin/delivery',
  ]);
});

test('for an auditor', async ({ signInAs }) => {
  await walk(await signInAs('韩静'), ['/', '/audit', '/audit?group=session&words=320900']);
});

test('for who is not signed in', async ({ openBrowser }) => {
  await walk(await openBrowser(), ['/sign-in', '/invite/no-such-link']);
});

test('no page is left out', () => {
  const files = readdirSync(new URL('../app', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  const routes = files
    .filter((file) => /(^|\/)page\.tsx$/.test(file))
    .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replace(/\([^)]*\)\/?/g, '')}`);
  const isWalked = (route: string) =>
    [...walked].some((path) => new RegExp(`^${route.replace(/\[[^\]]+\]/g, '[^/]+')}$`).test(path));
  expect(routes.filter((route) => !elsewhere.has(route) && !isWalked(route))).toEqual([]);
});
