// A reviewer has a report stand still; its unit sees why and cannot write, until it is unlocked. An examiner reads and
// returns.
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openOwnReport, openReports } from './steps/report';
import { signIn } from './steps/sign-in';
import { expect, test } from './test';

test('a locked report cannot be filled in, and says who locked it and why', async ({
  signInAs,
}) => {
  const city = await signInAs('王敏');
  await city.goto('/progress?period=2021');
  await city.getByRole('link', { name: '锁定报表' }).click();
  await expect(city.getByRole('heading', { level: 1, name: '2021年报表锁定' })).toBeVisible();
  await city.getByLabel('单位', { exact: true }).selectOption({ label: '亭湖区总工会' });
  await city.getByRole('button', { name: '锁定', exact: true }).click();
  await expect(city.getByText('请写明原因').first()).toBeVisible();
  await city.getByLabel('锁定原因').fill('市级汇总正在核对');
  await city.getByRole('button', { name: '锁定', exact: true }).click();
  await expect(
    city.getByRole('row', { name: /^亭湖区总工会 市级汇总正在核对 王敏/ }),
  ).toBeVisible();
  await expectAccessible(city);

  const county = await signInAs('曹丽');
  await openOwnReport(county, '2021', '查看');
  await expect(county.getByText('报表已锁定，解除前不能修改、签发和撤回')).toBeVisible();
  await expect(county.getByText(/盐城市总工会 王敏于 .* 锁定：市级汇总正在核对/)).toBeVisible();
  await expect(county.getByRole('link', { name: '开始填报' })).toHaveCount(0);
  await expectAccessible(county);

  await city.getByRole('button', { name: '解除锁定' }).click();
  await expect(city.getByText('现在没有锁定的报表。')).toBeVisible();
  await county.reload();
  await expect(county.getByRole('link', { name: '开始填报' })).toBeVisible();
  await county.getByRole('link', { name: /^消息，\d+ 条未读$/ }).click();
  await expect(county.getByText('报表已解除锁定').first()).toBeVisible();
});

test('how the reports came about stands in one table; an examiner reads and does not approve', async ({
  signInAs,
}) => {
  const page = await signInAs('林晓枫');
  await page.goto('/progress/quality?period=2021&show=wrong');
  await expect(page.getByRole('row', { name: /^阜宁县总工会 / })).toContainText('退回 1 次');
  await expectNoSideScroll(page);
  await openReports(page, '2021');
  await expect(page.getByRole('link', { name: /（审核）$/ }).first()).toBeVisible();
  await page
    .getByRole('link', { name: /（审核）$/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: '退回修改' })).toBeVisible();
  await expect(page.getByRole('button', { name: '审核通过' })).toHaveCount(0);
});

test('a form is sent for the person who opened its page, or not at all', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await page.goto('/progress/locks?period=2021');
  await page.getByLabel('单位', { exact: true }).selectOption({ label: '响水县总工会' });
  await page.getByLabel('锁定原因').fill('市级汇总正在核对');

  const other = await page.context().newPage();
  await other.goto('/reports');
  await other.getByRole('button', { name: '退出登录' }).click();
  await expect(other.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  await signIn(other, '李志强');

  await page.getByRole('button', { name: '锁定', exact: true }).click();
  await expect(page.getByRole('link', { name: /换成了李志强登录/ })).toBeVisible();
  await expect(page.getByLabel('锁定原因')).toHaveValue('市级汇总正在核对');
  const later = await signInAs('王敏');
  await later.goto('/progress/locks?period=2021');
  await expect(later.getByRole('heading', { level: 1, name: '2021年报表锁定' })).toBeVisible();
  await expect(later.getByRole('row', { name: /^响水县总工会/ })).toHaveCount(0);
});
