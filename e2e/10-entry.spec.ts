// Entry as fast as in a spreadsheet: by keyboard alone, by pasting a form, without a network, and two at one report.
import type { Page } from '@playwright/test';
import { field, openEntry, row, seeAllSaved, type } from './steps/entry';
import { expectAccessible } from './steps/page';
import { expect, test } from './test';

test.use({ expectedErrors: /net::ERR_|Failed to fetch|status of 409/ });
test.describe.configure({ mode: 'serial' });

const clerk = '钱芳';
const cells = (page: Page) => page.locator('input[data-cell]');
const active = (page: Page) => page.locator('input[data-cell]:focus');

test('a whole section by keyboard alone', async ({ signInAs }) => {
  const page = await signInAs(clerk);
  await openEntry(page, '法律维权与争议调处');
  const count = await cells(page).count();
  for (let i = 0; i < 60 && (await active(page).count()) === 0; i += 1)
    await page.keyboard.press('Tab');
  await expect(active(page)).toHaveCount(1);

  await test.step('Enter goes down, Esc takes back what is being typed, F2 edits it', async () => {
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.keyboard.type('77');
    await page.keyboard.press('Escape');
    await expect(active(page)).toHaveValue('');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('F2');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('0');
    await expect(active(page)).toHaveValue('102');
    await page.keyboard.press('Enter');
  });

  await test.step('Enter that ends a word of the input method moves nowhere', async () => {
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', {
      text: 'buok',
      selectionStart: 4,
      selectionEnd: 4,
    });
    await client.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await client.send('Input.insertText', { text: '不适用' });
    await expect(active(page)).toHaveValue('不适用');
    await page.keyboard.press('Enter');
  });

  await test.step('the rest, then one back and forward', async () => {
    for (let i = 2; i < count; i += 1) {
      await page.keyboard.type('0');
      await page.keyboard.press('Enter');
    }
    await seeAllSaved(page);
    await page.keyboard.press('Control+z');
    await expect(cells(page).last()).toHaveValue('');
    await page.keyboard.press('Control+y');
    await expect(cells(page).last()).toHaveValue('0');
    await page.keyboard.press('Control+Home');
    await expect(active(page)).toHaveValue('102');
  });

  await test.step('several at once', async () => {
    for (let i = 0; i < 2; i += 1) await page.keyboard.press('Shift+ArrowDown');
    // Chosen cells are told from the others, and the active one from them.
    for (const [at, ground] of [
      'rgb(255, 255, 255)',
      'rgb(230, 239, 250)',
      'rgb(230, 239, 250)',
      'rgb(255, 255, 255)',
    ].entries())
      await expect(cells(page).nth(at)).toHaveCSS('background-color', ground);
    await page.getByRole('button', { name: '填 0' }).click();
    await expect(cells(page).nth(0)).toHaveValue('0');
    await page.keyboard.press('Control+z');
    await expect(cells(page).nth(0)).toHaveValue('102');
    // An answer without a number goes with one reason for all of them.
    const several = page.getByRole('group', { name: '已选 3 格' });
    await several.getByRole('button', { name: '不适用' }).click();
    await expect(several.getByRole('alert')).toHaveText('请写明原因，例如：本县没有直属企业工会');
    await expect(cells(page).nth(0)).toHaveValue('102');
    await page.keyboard.type('本区没有这项工作');
    await expect(several.getByRole('alert')).toHaveCount(0);
    await several.getByRole('button', { name: '不适用' }).click();
    for (const at of [0, 1, 2]) {
      await expect(cells(page).nth(at)).toHaveValue('不适用');
      await expect(page.locator('input[data-reason]').nth(at)).toHaveValue('本区没有这项工作');
    }
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(cells(page).nth(0)).toHaveValue('102');
    // The second was 不适用 before, without a reason.
    const reason = page.locator('input[data-reason]');
    await expect(reason).toHaveValue('');
    await seeAllSaved(page);
    for (const words of ['本区没有', '']) {
      await reason.fill(words);
      await reason.press('Enter');
      await seeAllSaved(page);
    }
    await cells(page).nth(0).focus();
  });

  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog', { name: '键盘与图例' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(cells(page).nth(0)).toHaveValue('102');
  await expect(page.locator('input[data-reason]')).toHaveValue('');
  await expect(page.getByText(/已填 (\d+)\/\1$/)).toBeVisible();
});

test('sixty rows from Excel, looked at before they are written', async ({ signInAs }) => {
  const page = await signInAs(clerk);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openEntry(page, '全部数据');
  const empty = await cells(page).evaluateAll((inputs) =>
    (inputs as HTMLInputElement[])
      .filter(({ value }) => value === '')
      .map((input) => input.getAttribute('aria-label')!.split('，')[0]!),
  );
  const names = empty.slice(0, 62);
  const lines = [
    '指标名称\t2021年',
    ...names.slice(0, 60).map((name) => `${name}\t0`),
    `${names[60]}\t####`,
    `${names[61]}\t约多`,
    '合计\t600',
    '没有这一项\t5',
  ];
  await page.evaluate((text) => navigator.clipboard.writeText(text), lines.join('\r\n'));
  await cells(page).first().focus();
  await page.keyboard.press('Control+v');
  const preview = page.getByRole('dialog', { name: '粘贴前请核对' });
  await expect(preview.getByRole('status')).toHaveText(
    '将填入 60 格；2 格不能填，保持原样；1 格是合计行，跳过；1 行在本页没有对应的指标，跳过',
  );
  await expect(preview).toContainText('请拉宽列后重新复制');
  await expectAccessible(page);
  await preview.getByRole('button', { name: '填入 60 格' }).click();
  await seeAllSaved(page);
  const filled = () =>
    cells(page).evaluateAll(
      (inputs, wanted) =>
        (inputs as HTMLInputElement[]).filter(
          (input) =>
            wanted.includes(input.getAttribute('aria-label')!.split('，')[0]!) &&
            input.value === '0',
        ).length,
      names.slice(0, 60),
    );
  expect(await filled()).toBe(60);

  await test.step('a paste is one step back, and the step back is saved', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(filled).toBe(0);
    await seeAllSaved(page);
    await page.reload();
    expect(await filled()).toBe(0);
  });

  await test.step('an indicator is found by the first letters of its pinyin', async () => {
    await page.getByRole('combobox', { name: '查找指标' }).fill('zdknzghs');
    await page.keyboard.press('Enter');
    await expect(field(page, '在档困难职工户数')).toBeFocused();
  });
});

test('without a network, and with the tab closed, nothing is lost', async ({ signInAs }) => {
  const page = await signInAs(clerk);
  await openEntry(page, '就业服务');
  const address = page.url();
  await page.context().setOffline(true);
  await type(page, '介绍就业人次', '3');
  await type(page, '专场招聘会场次', '4');
  await type(page, '就业技能培训人数', '5');

  await test.step('a check speaks without a network too, and leads to the other figure', async () => {
    const said = page
      .getByRole('row')
      .filter({ hasText: '获得职业资格证书人数（6人） 应不大于 就业技能培训人数（5人）' });
    await type(page, '获得职业资格证书人数', '6');
    await expect(said).toContainText('强制性审核，要改正');
    await expect(page.getByRole('status').filter({ hasText: '须改正 1' })).toBeVisible();
    await expect(field(page, '获得职业资格证书人数')).toHaveAccessibleDescription(
      /强制性审核，要改正/,
    );
    await said.getByRole('button', { name: '看“就业技能培训人数”' }).click();
    await expect(field(page, '就业技能培训人数')).toBeFocused();
    await field(page, '获得职业资格证书人数').fill('1');
    await expect(said).toContainText('正在改，改完重新审核');
    await page.keyboard.press('Tab');
    await expect(said).toHaveCount(0);
  });
  await expect(page.getByRole('status').filter({ hasText: '网络中断，4 项待保存' })).toBeVisible();
  await expect(row(page, '介绍就业人次')).not.toContainText('已保存');
  await page.close({ runBeforeUnload: false });

  await page.context().setOffline(false);
  const later = await page.context().newPage();
  await later.goto(address);
  await expect(later.getByText('上次有 4 项没有存上')).toBeVisible();
  await later.getByRole('button', { name: '填回并保存' }).click();
  await seeAllSaved(later);
  await later.reload();
  await expect(field(later, '就业技能培训人数')).toHaveValue('5');
  await expect(later.getByText(/项没有存上/)).toHaveCount(0);
});

test('two at one report see each other, and a conflict shows both values', async ({ signInAs }) => {
  const [here, there] = [await signInAs(clerk), await signInAs(clerk)];
  await openEntry(here, '劳动保护');
  await openEntry(there, '劳动保护');
  const name = '查出安全隐患数';
  await type(here, name, '110');
  await expect(field(there, name)).toHaveValue('110');

  await there.context().setOffline(true);
  await type(there, name, '118');
  await type(here, name, '120');
  await seeAllSaved(here);
  await there.context().setOffline(false);
  await expect(row(there, name)).toContainText(/钱芳 \d\d:\d\d 已改为 120；您填的是 118/);
  await there.getByRole('button', { name: '用我填的 118' }).click();
  await seeAllSaved(there);
  await expect(field(here, name)).toHaveValue('118');
});
