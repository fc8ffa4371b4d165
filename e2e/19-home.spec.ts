// Where every day begins: what waits for a person, and how things stand.
import { expect, test } from './test';

test('a reporter goes from what waits to the section that is not yet filled in', async ({
  signInAs,
}) => {
  const page = await signInAs('潘玉');
  await page.goto('/');
  await expect(page.getByText('修改退回的2021年报表')).toBeVisible();
  await expect(page.getByRole('link', { name: '去修改' })).toBeVisible();
  await page.getByRole('link', { name: '劳动保护' }).click();
  await expect(page).toHaveURL(/\/sections\/BH$/);
});

test('a reviewer sees what waits, where the counties stand, and what moved most', async ({
  signInAs,
}) => {
  const page = await signInAs('王敏');
  await page.goto('/');
  const tasks = page.getByRole('listitem');
  await expect(tasks.filter({ hasText: '份报表待审核' })).toBeVisible();
  await expect(tasks.filter({ hasText: '个单位没有报送' })).toBeVisible();

  await page.getByRole('link', { name: '已退回', exact: true }).click();
  await expect(page.getByText('阜宁县总工会')).toBeVisible();

  await page.goto('/');
  const moved = page.getByRole('heading', { name: '盐城市总工会 2021年变化最大的指标' });
  await expect(moved).toBeVisible();
  // A dot leads to its number in the summary, with where it comes from beside it.
  await page.locator('a.spot').first().click();
  await expect(page).toHaveURL(/\/summaries\/320900\/2021/);
});
