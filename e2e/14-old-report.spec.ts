// A new office pastes two old reports, takes what was read in them, and has a year with the year before beside it.
import { chip, editor, sentence } from './steps/desk';
import { expectAccessible, expectNoSideScroll, seePage, tickAll } from './steps/page';
import { expect, test } from './test';

// 演示数据: written for this story.
const before = `2018年全市工会工作总结
一、组织建设。截至2018年底，全市共有基层工会1210家，工会会员12.6万人，其中女会员5.1万人。
二、维权服务。全年受理劳动争议案件86件。走访慰问困难家庭640户，发放慰问款128.5万元。
三、其他。今年5月，召开第三届职工运动会。全年印发简报36期。`;
const after = `2019年全市工会工作总结
一、组织建设。截至2019年底，全市共有基层工会1236家，工会会员12.8万人，其中女会员5.2万人。
二、维权服务。全年受理劳动争议案件79件。走访慰问困难家庭655户，发放慰问款131.2万元。`;

test('two old reports become figures of two years', async ({ signInAs }) => {
  const page = await signInAs('熊燕');
  await page.goto('/imports');
  await page.getByLabel('粘贴文字1').fill(before);
  await page.getByLabel('粘贴文字2').fill(after);
  await page.getByRole('button', { name: '识读', exact: true }).click();

  const proposals = page.getByRole('list', { name: '识读结果' });
  await test.step('the years are known, the numbers marked, and each has its proposal', async () => {
    await seePage(page, /^识读旧报告/);
    await expect(page.getByRole('heading', { name: /粘贴的文字（2018年）/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /粘贴的文字二（2019年）/ })).toBeVisible();
    const members = proposals.getByRole('listitem').filter({ hasText: '12.6万人 工会会员总数' });
    await expect(members).toBeVisible();
    await expect(
      proposals.getByRole('listitem').filter({ hasText: '36期 无对应指标' }),
    ).toBeVisible();
    await expectNoSideScroll(page);
  });

  await test.step('by keyboard: accept, skip, correct, and all above a confidence', async () => {
    const boxes = proposals.getByRole('checkbox');
    await boxes.first().focus();
    await page.keyboard.press('a');
    await expect(boxes.first()).toBeChecked();
    await expect(boxes.nth(1)).toBeFocused();
    await page.keyboard.press('s');
    await expect(proposals.getByText('（已跳过）')).toHaveCount(1);
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await expect(boxes.nth(1)).toBeChecked();
    await page.keyboard.press('e');
    await expect(proposals.getByRole('combobox', { name: /的指标$/ }).nth(2)).toBeFocused();
    await page.getByLabel('把握不低于').selectOption('80%');
    await page.getByRole('button', { name: '接受把握 80% 以上的' }).click();
    await expect(page.getByText(/^已接受 (?:[6-9]|1\d) 项/)).toBeVisible();
  });

  await test.step('nothing is written before it was looked through', async () => {
    await page.getByRole('button', { name: /^核对接受的 \d+ 项$/ }).click();
    await seePage(page, /^核对：粘贴的文字/);
    await expectAccessible(page);
    await tickAll(page);
    await page.getByRole('button', { name: /^确认写入/ }).click();
    await seePage(page, /^导入：粘贴的文字/);
    await expect(page.getByText(/基层工会1210家/).first()).toBeVisible();
    await expect(page.getByText(/^还缺 \d+ 项$/)).toHaveCount(2);
    await expectNoSideScroll(page);
  });

  const address = page.url();

  await test.step('the year stands beside the year before', async () => {
    await page.goto('/summaries/320981/2019');
    await seePage(page, /东台市/);
    const members = page.getByRole('row').filter({ hasText: '工会会员总数' }).first();
    await expect(members).toContainText('12.8');
    await expect(members).toContainText('12.6');
  });

  await test.step('the text of the year before is written on for the year, and is its manuscript', async () => {
    await page.goto(address);
    await page.getByRole('link', { name: '续写为2019年文稿' }).click();
    await seePage(page, '把2018年的文稿续写为2019年');
    await expectNoSideScroll(page);
    await expect(
      page.getByText(/截至2019年底，全市共有基层工会1236家，工会会员12.8万人/),
    ).toBeVisible();
    await expect(page.getByText('本期没有这项数据。')).toBeVisible();
    await expect(page.getByText('【今年5月】')).toBeVisible();
    await page.getByRole('button', { name: '以此为文稿' }).click();
    await expect(editor(page)).toBeVisible();
    const first = sentence(page, '截至2019年底');
    await expect(chip(first, '1236家')).toBeVisible();
    await expect(chip(first, '12.8万人')).toBeVisible();
    await expect(sentence(page, '全年受理劳动争议案件')).toContainText('79件');
    await expect(editor(page)).toContainText('召开【第三届】职工运动会');
  });
});
