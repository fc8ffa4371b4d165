// What entry asks back: a slip of the unit, evidence behind a figure, and the explanation of a check where it speaks.
import { field, openEntry, row, seeAllSaved, type } from './steps/entry';
import { expectAccessible } from './steps/page';
import { expect, test } from './test';

test.use({ expectedErrors: /net::ERR_|Failed to fetch|status of 409/ });
test.describe.configure({ mode: 'serial' });

const clerk = '钱芳';

test('a slip of the unit is asked about, and evidence stands behind a figure', async ({
  signInAs,
}) => {
  const page = await signInAs(clerk);
  await openEntry(page, '困难帮扶');
  const name = '送温暖筹集资金';
  const before = await row(page, name).getByRole('cell').first().innerText();
  await type(page, name, `${Number(before.trim()) * 10_000}`);
  await expect(row(page, name)).toContainText('是否把元填进了万元');
  await row(page, name)
    .getByRole('button', { name: /^换算为/ })
    .click();
  await expect(row(page, name)).not.toContainText('是否把元填进了万元');
  await seeAllSaved(page);

  await page.getByRole('button', { name: `详情：${name}` }).click();
  const chooser = page.getByLabel(new RegExp(`^添加佐证材料：${name}`));
  await chooser.setInputFiles({
    name: '假图片.png',
    mimeType: 'image/png',
    buffer: Buffer.from('<html>'),
  });
  await expect(
    page.getByRole('alert').filter({ hasText: '内容要与文件名的后缀一致' }),
  ).toBeVisible();
  await chooser.setInputFiles({
    name: '送温暖台账.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 台账'),
  });
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '送温暖台账.pdf' }).click();
  expect((await download).suggestedFilename()).toBe('送温暖台账.pdf');
  await expectAccessible(page);

  await page.getByRole('link', { name: '响水县总工会' }).click();
  await page.getByRole('link', { name: '打印表格' }).click();
  await expect(page.getByText('表号：演示表式')).toBeVisible();
  await expectAccessible(page);
});

test('a check is explained where it speaks, by keyboard, also without a network', async ({
  signInAs,
}) => {
  const page = await signInAs(clerk);
  await openEntry(page, '建功立业与技术创新');
  const [whole, part] = ['职工合理化建议数', '采纳合理化建议数'];
  const before = [await field(page, whole).inputValue(), await field(page, part).inputValue()];
  const said = page
    .getByRole('row')
    .filter({ hasText: `${part}（12条） 应不大于 ${whole}（10条）` });
  const words = said.getByRole('textbox', { name: /^说明/ });
  await type(page, whole, '10');
  await type(page, part, '12');
  await expect(said).toContainText('核实性审核，改正或写说明');

  await test.step('words that say nothing are refused with the reason', async () => {
    await field(page, part).focus();
    await page.keyboard.press('Tab');
    await expect(words).toBeFocused();
    await page.keyboard.type('情况属实');
    await page.keyboard.press('Enter');
    await expect(field(page, part)).toBeFocused();
    await expect(said).toContainText('请写明具体原因，至少 6 个字');
    await expectAccessible(page);
  });

  await test.step('without a network they wait in the browser, with it they are saved', async () => {
    await page.context().setOffline(true);
    await words.fill('含上年结转的建议两条');
    await page.keyboard.press('Enter');
    await expect(said).toContainText('待保存，已留在这台电脑里');
    await page.context().setOffline(false);
    await expect(said).toContainText(/说明：含上年结转的建议两条（钱芳/);
    await seeAllSaved(page);
    await page.reload();
    await expect(said).toContainText('核实性审核，已写说明');
  });

  await test.step('a figure that changes asks again, and what still holds is confirmed', async () => {
    await type(page, part, '13');
    const now = page.getByRole('row').filter({ hasText: `${part}（13条）` });
    await expect(now).toContainText('说明写好之后数据又改过');
    await now.getByRole('button', { name: '说明仍然适用' }).click();
    await expect(now).toContainText('核实性审核，已写说明');
    await now.getByRole('button', { name: '撤回' }).click();
    await expect(now).toContainText('核实性审核，改正或写说明');
    await expect(now.getByRole('textbox', { name: /^说明/ })).toHaveValue('');
  });

  for (const [at, name] of [whole, part].entries()) await type(page, name, before[at]!);
  await seeAllSaved(page);
});
