// Units side by side: a city's reviewer compares the counties and looks into a share.
import { expectNoSideScroll, seePage } from './steps/page';
import { expect, test } from './test';

// The browser itself writes the 404 of the second story on its console.
test.use({ expectedErrors: /status of 404/ });

test('counties side by side, each number with the units it comes from', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await page.goto('/summaries');
  await page.getByRole('link', { name: '2020年（9个单位已报）' }).click();
  await seePage(page, '盐城市各县区2020年工会工作对比分析');
  const order = page.getByRole('paragraph').filter({ hasText: /工会会员总数.*列前三位/ });
  await expect(order).toContainText('合计占全市的');

  await test.step('a share opens with the figure of every unit', async () => {
    await order.getByRole('link', { name: /%$/ }).first().click();
    const trace = page.getByRole('complementary', { name: /%.*的出处/ });
    await expect(trace).toContainText('占总数的比重');
    await expect(trace.getByRole('listitem').filter({ hasText: '建湖县总工会' })).toBeVisible();
    await trace
      .getByRole('listitem')
      .filter({ hasText: '东台市总工会' })
      .getByRole('link')
      .first()
      .click();
    await expect(page.getByRole('complementary', { name: /的出处/ })).toContainText('熊燕');
    await page.keyboard.press('Escape');
  });

  await test.step('an indicator has its own table', async () => {
    await page.getByLabel('选一个指标').selectOption({ label: '工会组建率' });
    await page.getByRole('button', { name: '查看' }).click();
    const table = page.getByRole('table', { name: /工会组建率/ });
    await expect(table.getByRole('row').filter({ hasText: '全部单位' })).toBeVisible();
    await expectNoSideScroll(page);
  });

  await test.step('all of them are narrated as one, and a total names what it adds up', async () => {
    await page.getByRole('link', { name: '本级和下级合成一篇' }).click();
    await seePage(page, /^盐城市总工会2020年全市工作情况/);
    await expect(page.getByText(/全市数据由.*东台市.*合计/)).toBeVisible();
    await page.getByRole('paragraph').getByRole('link', { name: /场次$/ }).first().click();
    const trace = page.getByRole('complementary', { name: /场次.*的出处/ });
    await expect(trace.getByRole('listitem').filter({ hasText: '东台市总工会' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expectNoSideScroll(page);
  });
});

test('from within a county the neighbours are not to be seen', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  const response = await page.goto('/summaries/320900/2020/units');
  expect(response?.status()).toBe(404);
});
