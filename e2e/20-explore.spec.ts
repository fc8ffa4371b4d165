// An analyst asks for one indicator over years for all counties, keeps the address, and opens a number.
import { expect, test } from './test';

test('one indicator of all counties over years, by an address that can be sent', async ({
  signInAs,
}) => {
  const page = await signInAs('王敏');
  await page.getByRole('link', { name: '数据查询' }).click();
  await page.getByText('组织建设').click();
  await page.getByLabel('工会会员总数', { exact: true }).check();
  await page.getByRole('combobox', { name: '单位' }).selectOption('县级');
  await page.getByRole('combobox', { name: '显示' }).selectOption('比上年增减');
  await page.getByRole('button', { name: '查询' }).click();

  const table = page.getByRole('table', { name: /工会会员总数/ });
  const county = table.getByRole('row', { name: /东台市总工会/ });
  await expect(county.getByRole('link', { name: /%$/ })).toHaveCount(1);
  await expect(table.getByRole('row', { name: /盐城市总工会/ })).toHaveCount(0);

  // The same address shows the same to who may see it.
  const address = page.url();
  await page.goto('/reports');
  await page.goto(address);
  await county.getByRole('link', { name: /%$/ }).click();
  await expect(page).toHaveURL(/\/figures\/ZZ025$/);
  await expect(page.getByText('工会会员总数').first()).toBeVisible();
});
