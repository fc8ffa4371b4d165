// The city looks who is missing, reminds, approves, and sees its total change.
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openReview } from './steps/report';
import { expect, test } from './test';

test('the late county is reminded, and an approval changes the city’s total at once', async ({
  signInAs,
}) => {
  const city = await signInAs('王敏');
  await city.getByRole('link', { name: '进度', exact: true }).click();
  await expect(
    city.getByRole('heading', { level: 1, name: '盐城市总工会 2021年报送进度' }),
  ).toBeVisible();
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

  // Somebody else of the city has the roll-up open meanwhile.
  const other = await signInAs('李志强');
  await other.goto('/rollup/320900/2021?standing=approved');
  await expect(
    other.getByRole('heading', { level: 1, name: '盐城市总工会 2021年汇总' }),
  ).toBeVisible();
  await expectAccessible(other);
  const row = other.getByRole('row', { name: /^集中宣讲场次 / });
  const before = Number(await row.getByRole('link').first().textContent());
  await openReview(city, '2021', '射阳县总工会');
  await city.getByRole('button', { name: '审核通过' }).click();
  await expect(city.getByText('审核通过。')).toBeVisible();
  await other.reload();
  // The change stands beside the two numbers that it is the difference of.
  const [now, , , , , sameNow, sameBefore, change] = (
    await row.getByRole('cell').allTextContents()
  ).slice(2);
  expect(Number(now)).toBeGreaterThan(before);
  expect(Number(sameNow) - Number(sameBefore)).toBe(Number(change?.replace('−', '-')));

  // Two clicks from the total to the cell.
  await city.goto('/rollup/320900/2021?standing=approved');
  await city
    .getByRole('row', { name: /^集中宣讲场次 / })
    .getByRole('link')
    .first()
    .click();
  const sheyang = city.getByRole('row', { name: /^射阳县总工会/ });
  await expect(sheyang).toContainText('计入');
  await expectAccessible(city);
  await sheyang.getByRole('link').click();
  await expect(city).toHaveURL(/\/sections\/SX#figure-SX001$/);
  for (const address of [
    '/progress',
    '/rollup/320900/2021',
    '/rollup/320900/2021/SX001',
    '/progress/rules',
    '/notices',
  ]) {
    await city.goto(address);
    await expectNoSideScroll(city);
  }
});
