// What somebody may not see cannot be found, and who is not signed in signs in first.
import { signInByPassword } from './steps/sign-in';
import { expectAccessible, seePage } from './steps/page';
import { openReports } from './steps/report';
import { expect, test } from './test';

// The browser itself writes the 404 that this is about on its console.
test.use({ expectedErrors: /status of (401|404)/ });

test('a guessed address answers as if there were nothing', async ({ signInAs }) => {
  const city = await signInAs('王敏');
  await openReports(city, '2021');
  const address = await city.getByRole('link', { name: '盐都区总工会' }).getAttribute('href');
  const report = /^\/reports\/[^/]+/.exec(address ?? '')?.[0];
  expect(report).toBeTruthy();

  const neighbour = await signInAs('陈晓燕');
  for (const page of [
    '',
    '/sections/SX',
    '/check',
    '/review',
    '/history',
    '/submissions/1',
    '/form',
    '/compare?before=1&after=1',
  ]) {
    const answer = await neighbour.goto(`${report}${page}`);
    expect(answer?.status(), page).toBe(404);
    await expect(neighbour.getByRole('heading', { level: 1, name: '没有这一页' })).toBeVisible();
  }
  await expectAccessible(neighbour);
  for (const file of ['csv', 'checks-csv', 'checks-json'])
    expect((await neighbour.request.get(`${report}/files/${file}`)).status(), file).toBe(404);
  for (const address of [
    '/summaries/320903/2021',
    '/admin',
    '/admin/units/320903',
    '/reports/1',
    '/reports?period=1066',
    '/rollup/%25/2021',
    '/summaries/%25E0%25A4%25A/2021',
  ]) {
    expect((await neighbour.goto(address))?.status(), address).toBe(404);
  }
});

test('who is not signed in is asked to, and then comes where they wanted to go', async ({
  openBrowser,
}) => {
  const page = await openBrowser();
  await page.goto('/reports?period=2020');
  await seePage(page, '登录');
  await signInByPassword(page, 'wangmin', 'not the password');
  await expect(page.getByText('账号或密码不对')).toBeVisible();
  await expectAccessible(page);
  await signInByPassword(page, 'wangmin', 'gongbao-yanshi-2021');
  await expect(page.getByRole('heading', { level: 1, name: '2020年报表' })).toBeVisible();

  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await page.goto('/reports');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('nobody reviews a report of their own unit, and a reader finds no buttons', async ({
  signInAs,
}) => {
  const page = await signInAs('陈晓燕');
  await openReports(page, '2020');
  await page.getByRole('link', { name: '查看', exact: true }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: '建湖县总工会 2020年报表' }),
  ).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/review`);
  await seePage(page, '审核');
  await expect(page.getByText('审核通过。')).toBeVisible();
  await expect(page.getByRole('button', { name: '审核通过' })).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
});

test('without scripts one signs in and out, reads and follows a number, and is shown what cannot be done', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/summaries/320922/2020');
  await signInByPassword(page, 'binhai', 'not the password');
  await expect(page.getByText('账号或密码不对')).toBeVisible();
  await expect(page.getByLabel('账号', { exact: true })).toHaveValue('binhai');
  await signInByPassword(page, 'binhai', 'gongbao-yanshi-2021');
  await expect(
    page.getByRole('heading', { level: 1, name: '滨海县总工会2020年工作情况' }),
  ).toBeVisible();
  // Chromium shows it where scripts are off in its settings, not where a test takes them away.
  expect(await page.content()).toContain('这个浏览器没有启用脚本');
  await page.getByRole('paragraph').getByRole('link', { name: /场次$/ }).first().click();
  await expect(page.getByRole('complementary').filter({ hasText: '填报单位' })).toContainText(
    '滨海县总工会',
  );
  const cookies = await context.cookies();
  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await context.addCookies(cookies);
  await page.goto('/reports');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: '陈晓燕' }).click();
  await expect(page.getByText('建湖县总工会').first()).toBeVisible();
  await context.close();
});
