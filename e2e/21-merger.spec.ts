// Two counties become one: what it does is read before it is done, the totals follow, and it can be taken back.
import { expectAccessible, expectNoSideScroll, seePage } from './steps/page';
import { expect, test } from './test';

test('a merger entered afterwards is looked at, made, named in the total, and taken back', async ({
  signInAs,
}) => {
  const city = await signInAs('王敏');
  const rollUp = '/rollup/320900/2020';
  await city.goto(rollUp);
  await seePage(city, '盐城市总工会 2020年汇总');
  const row = city.getByRole('row', { name: /^工会会员总数 / });
  const total = () => row.getByRole('link').first().textContent();
  const before = await total();

  const admin = await signInAs('郑卫东');
  await admin.goto('/admin/units/320922');
  await seePage(admin, '滨海县总工会');
  await admin.getByLabel('并入单位').selectOption({ label: '阜宁县总工会' });
  await admin.getByLabel('并入日期').fill('2020-07-01');
  await admin.getByRole('button', { name: '登记并入' }).click();
  const look = admin.getByRole('group', { name: '先看影响，确认后才生效' });

  await test.step('what it does stands there, and nothing is done yet', async () => {
    await expect(look).toContainText(
      /滨海县总工会2020年已报送第\d次（工会会员总数.*不再计入任何合计/,
    );
    await expect(look).toContainText(/阜宁县总工会重新报送前，它的两年数据不作比较/);
    await expect(look).toContainText(
      /盐城市总工会2020年工会会员总数合计：.* → .*（计入报表\d+ → \d+份/,
    );
    await expect(look).toContainText(/滨海县总工会有2个在用的账号（田甜、石磊）/);
    await expectAccessible(admin);
    await expectNoSideScroll(admin);
    await city.reload();
    expect(await total()).toBe(before);
  });

  await test.step('another day is looked at anew', async () => {
    await admin.getByLabel('并入日期').fill('2021-07-01');
    await admin.getByRole('button', { name: '已看过影响，确认' }).click();
    await expect(look).not.toContainText('滨海县总工会2020年');
    await admin.getByLabel('并入日期').fill('2020-07-01');
    await admin.getByRole('button', { name: '已看过影响，确认' }).click();
    await expect(look).toContainText('滨海县总工会2020年');
  });

  await test.step('it is confirmed; the unit says into what it went, and the total what left it', async () => {
    await admin.getByRole('button', { name: '已看过影响，确认' }).click();
    await expect(admin.getByRole('heading', { name: '恢复单位' })).toBeVisible();
    await expect(admin.getByText('并入', { exact: true })).toBeVisible();
    await expect(admin.getByRole('definition').filter({ hasText: '阜宁县总工会' })).toBeVisible();
    await city.reload();
    expect(await total()).not.toBe(before);
    await expect(
      city.getByText(/滨海县总工会2020年已报送（.*）.*并入阜宁县总工会，不再计入合计/),
    ).toBeVisible();
    await expectNoSideScroll(city);
  });

  await test.step('taking it back is looked at too, and the total is what it was', async () => {
    await admin.getByRole('button', { name: '恢复单位' }).click();
    await expect(look).toContainText(/滨海县总工会2020年已报送.*计入盐城市总工会的合计/);
    await admin.getByRole('button', { name: '已看过影响，确认' }).click();
    await expect(admin.getByRole('heading', { name: '撤销单位' })).toBeVisible();
    await city.reload();
    expect(await total()).toBe(before);
  });
});
