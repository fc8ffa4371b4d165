// A county asks for a later date with a reason; the city answers on its board; the new date holds for this county
// alone.
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openOwnReport } from './steps/report';
import { expect, test } from './test';

test.use({ expectedErrors: /net::ERR_FAILED|Failed to fetch/ });

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** As pages print it: 2026年12月16日. */
const printed = (day: string): string => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');

test('a later date is asked for, granted, and seen by both', async ({ signInAs }) => {
  const county = await signInAs('曹丽');
  await openOwnReport(county, '2021', '开始填报');
  await county.getByRole('link', { name: '延期', exact: true }).click();
  await expect(
    county.getByRole('heading', { level: 1, name: '亭湖区总工会 2021年报表延期' }),
  ).toBeVisible();

  await test.step('a day that is no later is refused, and what was written stays', async () => {
    await county.getByLabel('延期到').fill(dayIn(2));
    await county.getByLabel('理由').fill('两个乡镇工会合并，台账正在并账');
    await county.getByRole('button', { name: '提交申请' }).click();
    await expect(county.getByRole('link', { name: /延期日期要晚于现在的截止日/ })).toBeVisible();
    await expect(county.getByLabel('理由')).toHaveValue('两个乡镇工会合并，台账正在并账');
  });
  await county.getByLabel('延期到').fill(dayIn(45));
  await test.step('a server that does not answer takes nothing of it away', async () => {
    await county.route('**/extension', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await county.getByRole('button', { name: '提交申请' }).click();
    await expect(county.getByRole('link', { name: /没有收到服务器的回答/ })).toBeVisible();
    await expect(county.getByLabel('延期到')).toHaveValue(dayIn(45));
    await expect(county.getByLabel('理由')).toHaveValue('两个乡镇工会合并，台账正在并账');
    await county.unroute('**/extension');
  });
  await county.getByRole('button', { name: '提交申请' }).click();
  await expect(county.getByText('申请已提交，等待上级答复。')).toBeVisible();

  const city = await signInAs('王敏');
  await city.goto('/progress?period=2021');
  await city.getByRole('link', { name: '答复亭湖区总工会的申请' }).click();
  await expect(city.getByText(/曹丽 于.*两个乡镇工会合并/).first()).toBeVisible();
  await expectAccessible(city);
  await city.getByLabel('答复说明').fill('请抓紧');
  await city.getByRole('button', { name: '批准延期' }).click();
  await expect(
    city.getByText(new RegExp(`王敏 于.*批准延期到${printed(dayIn(45))}。请抓紧`)),
  ).toBeVisible();
  await city.goto('/progress?period=2021');
  // Which of the others still owe a report depends on the stories before; that none of them got the later date does
  // not.
  await expect(city.getByRole('row', { name: /亭湖区总工会/ })).toContainText('已延期');
  expect(await city.getByRole('rowheader').count()).toBeGreaterThan(1);
  await expect(city.getByRole('row').filter({ hasText: '已延期' })).toHaveCount(1);

  await county.reload();
  await expect(county.getByText(`现在的截止日：${printed(dayIn(45))}`)).toBeVisible();
  await expectNoSideScroll(county);
  await county.goto('/notices');
  await expect(county.getByText('延期已批准').first()).toBeVisible();
});
