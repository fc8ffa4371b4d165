// An office plans its document: parts, headings, what is stated where, and the text beside it.
import { expectAccessible, expectNoSideScroll, seePage } from './steps/page';
import { expect, test } from './test';

test('an office plans its document with the text beside it', async ({ signInAs }) => {
  const page = await signInAs('丁国强');
  await page.goto('/summaries/320903/2021');
  await page.getByRole('link', { name: '文稿提纲' }).click();
  await seePage(page, '文稿提纲');
  const text = page.getByRole('region', { name: '按这份提纲写成的文字' });
  await expect(text.getByRole('heading', { name: '一、思想引领与职工文化' })).toBeVisible();
  await page.getByRole('button', { name: '对仗标题，五部分' }).click();
  await expect(text.getByRole('heading', { name: '二、服务发展大局，激发创新活力' })).toBeVisible();
  await expectAccessible(page);

  await test.step('by keyboard a part moves, and the text follows', async () => {
    await page.getByRole('button', { name: '第2部分上移' }).press('Enter');
    await expect(text.getByRole('heading', { name: '一、服务发展大局' })).toBeVisible();
    await page.getByLabel('第1部分的标题').fill('建功新时代');
    await expect(text.getByRole('heading', { name: '一、建功新时代' })).toBeVisible();
  });

  await test.step('a section and a single indicator go where they are put', async () => {
    await page.getByLabel('就业服务写在哪里').selectOption('不写入正文，只列表');
    await expect(page.getByRole('group', { name: '没有写入正文的类别' })).toContainText('就业服务');
    await page.getByLabel('指标名称').fill('职工文体活动场次');
    await page.getByRole('button', { name: '放进去' }).click();
    await expect(text.getByText('举办职工文体活动')).toBeVisible();
    const parts = page.getByRole('region', { name: '提纲', exact: true });
    await expect(parts.getByText('职工文体活动场次', { exact: true })).toBeVisible();
  });

  await test.step('it is kept, the summary follows it, and it is given up again', async () => {
    await page.getByLabel('结束语').fill('全区各级工会将继续服务职工。');
    await page.getByRole('button', { name: '保存提纲' }).click();
    await expect(page.getByText('这是本单位自己的提纲。')).toBeVisible();
    await expectNoSideScroll(page);
    await page.goto('/summaries/320903/2021');
    await expect(page.getByRole('heading', { name: '一、建功新时代' })).toBeVisible();
    await expect(page.getByText('全区各级工会将继续服务职工。')).toBeVisible();
    await page.goto('/summaries/320903/2021/plan');
    await page.getByRole('button', { name: '不用自己的提纲' }).click();
    await expect(page.getByText('现在没有提纲')).toBeVisible();
  });

  await test.step('what the office prints around its documents is on paper only', async () => {
    await page.getByLabel('版头').fill('盐都区总工会文件');
    await page.getByLabel('发文字号').fill('都工发〔年〕8号');
    await page.getByLabel('主送').fill('盐城市总工会');
    await page.getByLabel('抄送').fill('区委办公室');
    await page.getByRole('button', { name: '保存格式' }).click();
    await expect(page.getByText('格式已保存。')).toBeVisible();
    await expectAccessible(page);
    await page.goto('/summaries/320903/2021');
    await expect(page.getByText('盐都区总工会文件')).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('盐都区总工会文件')).toBeVisible();
    await expect(page.getByText(/^都工发〔\d{4}〕8号$/)).toBeVisible();
    await expect(page.getByText('盐城市总工会：', { exact: true })).toBeVisible();
    await expect(page.getByText('抄送：区委办公室。')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });
});
