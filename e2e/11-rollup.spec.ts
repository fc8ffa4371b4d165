// The city looks who is missing, reminds, approves, and sees its total change.
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openReview } from './steps/report';
import { expect, test } from './test';

test('the late county is reminded, and an approval changes the city’s total at once', async ({ signInAs }) => {
  const city = await signInAs('王敏');
  await city.getByRole('link', { name: '进度', exact: true }).click();
  await expect(city.getByRole('heading', { level: 1, name: '盐城市总工会 2021年报送进度' })).toBeVisible();
  await expectAccessible(city);
  await city.getByRole('checkbox', { name: '选择亭湖区总工会' }).check();
  await expect(city.getByText('亭湖区总工会：贵单位2021年报表尚未报送')).toBeVisible();
  await city.getByRole('button', { name: '发送催报' }).click();
  await expect(city.getByText('已催报 1 个单位。')).toBeVisible();
  await city.getByRole('checkbox', { name: '选择亭湖区总工会' }).setChecked(true);
  await city.getByRole('button', { name: '发送催报' }).click();
  await expect(city.getByText('亭湖区总工会今天已催过，没有重复发送。')).toBeVisible();

  const county = await signInAs('曹丽');
  await county.getByRole('link', { name: '消息，1 条未读' }).click();
  await expect(county.getByText('亭湖区总工会：贵单位2021年报表尚未报送')).toBeVisible();
  await expectAccessible(county);
  await county.getByRole('button', { name: '全部标为已读' }).click();
  await expect(county.getByRole('link', { name: '消息', exact: true })).toBeVisible();

  // Two clicks from the total to the cell.
  await city.goto('/rollup/320900/2021?standing=approved');
  await expect(city.getByRole('heading', { level: 1, name: '盐城市总工会 2021年汇总' })).toBeVisible();
  await expectAccessible(city);
  const total = city.getByRole('row', { name: /^集中宣讲场次 / }).getByRole('link');
  const before = Number(await total.textContent());
  await openReview(city, '2021', '射阳县总工会');
  await city.getByRole('button', { name: '审核通过' }).click();
  await expect(city.getByText('审核通过。')).toBeVisible();
  await city.goto('/rollup/320900/2021?standing=approved');
  expect(Number(await total.textContent())).toBeGreaterThan(before);
  await total.click();
  const row = city.getByRole('row', { name: /^射阳县总工会/ });
  await expect(row).toContainText('计入');
  await expectAccessible(city);
  await row.getByRole('link').click();
  await expect(city).toHaveURL(/\/sections\/SX#figure-SX001$/);
  await city.setViewportSize({ width: 400, height: 768 });
  for (const address of ['/progress', '/rollup/320900/2021', '/rollup/320900/2021/SX001', '/progress/rules', '/notices']) {
    await city.goto(address);
    await expectNoSideScroll(city);
  }
});
