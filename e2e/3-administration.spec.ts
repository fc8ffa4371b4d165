// An administrator prepares the office's work (point 8): a unit, a person with a one-time link, a period.
import { fillIn, openSection } from './steps/entry';
import { seePage } from './steps/page';
import { signInByPassword } from './steps/sign-in';
import { expect, test } from './test';

const password = '建湖的芦苇荡 2026 很好看';

test('a new unit begins work the same day', async ({ signInAs, openBrowser }) => {
  const admin = await signInAs('郑卫东');

  await test.step('the administrator adds a unit below 盐城', async () => {
    await admin.goto('/admin/units');
    await seePage(admin, '填报单位');
    await admin.getByLabel('上级单位').selectOption('320900');
    await admin.getByLabel('单位代码').fill('320971');
    await admin.getByLabel('单位名称').fill('盐南高新区总工会');
    await admin.getByLabel('英文名称').fill('Yannan High-tech Zone Trade Union');
    await admin.getByLabel('层级').selectOption('county');
    await admin.getByRole('button', { name: '添加单位' }).click();
    await expect(admin.getByText('单位已添加')).toBeVisible();
    await expect(admin.getByRole('row').filter({ hasText: '盐南高新区总工会' })).toContainText(
      '320971',
    );
  });

  const link = await test.step('and a person, who gets a one-time link', async () => {
    await admin.goto('/admin/people');
    await seePage(admin, '人员');
    await admin.getByLabel('账号', { exact: true }).fill('lumin');
    await admin.getByLabel('姓名', { exact: true }).fill('陆敏');
    await admin.getByLabel('所在单位').selectOption('320971');
    await admin.getByRole('checkbox', { name: /^填报员/ }).check();
    await admin.getByRole('button', { name: '添加并生成链接' }).click();
    await expect(admin.getByLabel('一次性链接')).toBeVisible();
    return admin.getByLabel('一次性链接').inputValue();
  });

  await test.step('and a period in which the counties report', async () => {
    await admin.goto('/admin/periods');
    await seePage(admin, '报告期');
    await admin.getByLabel('开始月份').fill('2026-01');
    await admin.getByLabel('结束月份').fill('2026-12');
    const today = new Date();
    for (const [label, days] of [
      ['开始填报', -1],
      ['报送截止', 30],
      ['补报截止', 40],
      ['关闭', 90],
    ] as const) {
      await admin
        .getByLabel(label, { exact: true })
        .fill(new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10));
    }
    await admin.getByRole('checkbox', { name: '县级' }).check();
    await admin.getByRole('button', { name: '添加报告期' }).click();
    await expect(admin.getByText('报告期已添加')).toBeVisible();
    await expect(admin.getByRole('row', { name: /^2026年/ })).toContainText('正在填报');
  });

  const person = await openBrowser();
  await test.step('the person sets a password; the link works once', async () => {
    await person.goto(link);
    await seePage(person, '设置密码');
    await person.getByLabel('密码', { exact: true }).fill('short');
    await person.getByLabel('再输入一次').fill('short');
    await person.getByRole('button', { name: '设置密码并登录' }).click();
    await expect(person.getByRole('alert').filter({ hasText: '需要改正' })).toBeVisible();
    await person.getByLabel('密码', { exact: true }).fill(password);
    await person.getByLabel('再输入一次').fill(password);
    await person.getByRole('button', { name: '设置密码并登录' }).click();
    await expect(person.getByText('填报2026年报表')).toBeVisible();

    const second = await openBrowser();
    await second.goto(link);
    await seePage(second, '这个链接不能用了');
  });

  await test.step('and types the first figure', async () => {
    await person.getByRole('link', { name: '去填报' }).click();
    await openSection(person, '思想引领与职工文化');
    await fillIn(person, { 集中宣讲场次: '3' });
  });

  await test.step('later the password opens the door', async () => {
    const later = await openBrowser();
    await later.goto('/sign-in');
    await signInByPassword(later, 'lumin', password);
    await expect(later.getByText('填报2026年报表')).toBeVisible();
  });
});

test('dates of a period and roles of a person can be changed', async ({ signInAs }) => {
  const admin = await signInAs('郑卫东');
  await admin.goto('/admin/periods');
  await admin.getByRole('link', { name: '2021年', exact: true }).click();
  await seePage(admin, /2021年/);
  const due = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await admin.getByLabel('报送截止', { exact: true }).fill(due);
  await admin.getByRole('button', { name: '保存日期' }).click();
  await expect(admin.getByText('日期已保存')).toBeVisible();

  await admin.goto('/admin/people');
  await admin.getByRole('link', { name: '周磊' }).click();
  await seePage(admin, /周磊/);
  await admin.getByRole('checkbox', { name: /^签发人/ }).check();
  await admin.getByRole('button', { name: '保存修改' }).click();
  await expect(admin.getByText('修改已保存')).toBeVisible();
  await admin.goto('/admin/people');
  await expect(admin.getByRole('row').filter({ hasText: '周磊' })).toContainText('签发人');
});
