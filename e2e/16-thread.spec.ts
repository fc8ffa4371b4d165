// Marks with a thread: three figures come back, one is talked about, another is opened on request, and all of it is
// approved.
import type { Page } from '@playwright/test';
import { field, fillIn, openSection } from './steps/entry';
import { expectAccessible, expectNoSideScroll } from './steps/page';
import { openCheck, openOwnReport, openReports, openReview, signReport } from './steps/report';
import { expect, test } from './test';

const unit = '东台市总工会';
const culture = '思想引领与职工文化';

test.describe.configure({ mode: 'serial' });

/** The page of one figure, from the list beside another. */
async function openFigure(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '数据列表' })
    .getByRole('link', { name: new RegExp(`^${name}\\s`) })
    .click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function more(page: Page, indicator: string): Promise<Record<string, string>> {
  return { [indicator]: String(Number(await field(page, indicator).inputValue()) + 1) };
}

test('a reviewer takes an approval back, reads figure by figure and returns three', async ({
  signInAs,
}) => {
  const page = await signInAs('王敏');
  await openReports(page, '2021');
  const report = await page
    .getByRole('listitem')
    .filter({ hasText: unit })
    .getByRole('link')
    .first()
    .getAttribute('href');
  await page.goto(`${report!.replace(/\/review$/, '')}/review`);
  await page.getByText('收回审核决定').click();
  await page.getByLabel('收回原因').fill('有三处要再核对');
  await page.getByRole('button', { name: '收回决定' }).click();
  await page.getByRole('button', { name: '受理，开始审核' }).click();
  await expect(page.getByText(/您于 .* 受理，正在审核/)).toBeVisible();

  await test.step('by keyboard: the next figure, a mark, and back', async () => {
    await page.getByRole('link', { name: '逐项审核' }).click();
    await expect(page.getByText('第 1 项，共')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: '集中宣讲场次' })).toBeVisible();
    await page.keyboard.press('j');
    await expect(page.getByRole('heading', { level: 1, name: '集中宣讲受教育人数' })).toBeVisible();
    await page.keyboard.press('k');
    await expect(page.getByRole('heading', { level: 1, name: '集中宣讲场次' })).toBeVisible();
    await page.keyboard.press('m');
    await expect(page.getByLabel('批注这一项')).toBeFocused();
    await page.keyboard.type('台账上多一场');
    await page.getByRole('button', { name: '记下批注' }).click();
    await expect(page.getByText('王敏记下的批注')).toBeVisible();
    await expectAccessible(page);
    await expectNoSideScroll(page);
  });

  await openFigure(page, '职工书屋数');
  await page.getByLabel('批注这一项').fill('是否含企业自建的书屋');
  await page.getByRole('button', { name: '记下批注' }).click();
  await expect(page.getByText('王敏记下的批注')).toBeVisible();
  await page.getByRole('link', { name: '回到审核页' }).click();
  await expect(page.getByRole('checkbox', { name: '批注：职工书屋数' })).toBeChecked();
  await page.getByRole('checkbox', { name: '批注：劳动竞赛场次' }).check();
  await page.getByLabel('劳动竞赛场次的批注内容').fill('请附通知');
  await page.getByLabel('退回原因').fill('三处与台账不一致');
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText(/王敏于 .* 退回修改/)).toBeVisible();
});

test('the reporter answers one, and asks for another figure', async ({ signInAs }) => {
  const page = await signInAs('熊燕');
  await openOwnReport(page, '2021', '修改');
  await expect(page.getByText('等您回复')).toHaveCount(3);
  await expectAccessible(page);
  await page.getByRole('link', { name: '批注往来 职工书屋数' }).click();
  await page.getByLabel('回复批注').fill('只含职工之家的书屋');
  await page.getByRole('button', { name: '回复', exact: true }).click();
  await expect(page.getByText('等审核员答复')).toBeVisible();
  await page.getByRole('link', { name: unit }).first().click();
  await openSection(page, culture);
  await expect(field(page, '职工文体活动场次')).not.toBeEditable();
  await expect(field(page, '集中宣讲场次')).toBeEditable();
  await page.getByRole('link', { name: '申请修改 职工文体活动场次' }).click();
  await page.getByLabel('申请修改这一项').fill('与集中宣讲合办的一场也要加上');
  await page.getByRole('button', { name: '申请修改' }).click();
  await expect(page.getByText(/熊燕于 .* 申请修改：与集中宣讲合办/)).toBeVisible();
});

test('the reviewer opens it with one click; what is corrected is signed', async ({ signInAs }) => {
  const reviewer = await signInAs('王敏');
  await reviewer.getByRole('link', { name: /^消息/ }).click();
  await expect(reviewer.getByText('申请修改数据').first()).toBeVisible();
  await reviewer
    .getByRole('link', { name: /职工文体活动场次/ })
    .first()
    .click();
  await reviewer.getByRole('link', { name: '回到审核页' }).click();
  await reviewer.getByRole('button', { name: '同意修改' }).click();
  await expect(reviewer.getByText('王敏同意修改。')).toBeVisible();

  const page = await signInAs('熊燕');
  await openOwnReport(page, '2021', '修改');
  await openSection(page, culture);
  await fillIn(page, {
    ...(await more(page, '集中宣讲场次')),
    ...(await more(page, '职工文体活动场次')),
  });
  await page.getByRole('link', { name: unit }).first().click();
  await openCheck(page);
  await expect(
    page.getByRole('heading', { name: '审核员的批注（1）：还没有修改也没有回复' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: '修改 劳动竞赛场次' })).toBeVisible();
  await expect(page.getByRole('link', { name: '回复 劳动竞赛场次' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: '送签' }).click();
  await expect(page.getByText(/已送签，由.*的签发人在.*前签发报送/)).toBeVisible();
  await signReport(await signInAs('孟军'), '2021');
});

test('what changed is read, a thread is settled, and the report approved', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await openReview(page, '2021', unit);
  await expect(page.getByText('改动 2 项；上次批注 3 项，其中 2 项没有改动。')).toBeVisible();
  await expect(
    page.getByText(/^▲ 有 1 处批注没有修改也没有回复：劳动竞赛场次$/).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: '逐项审核' }).click();
  await openFigure(page, '职工书屋数');
  await expect(page.getByText('只含职工之家的书屋')).toBeVisible();
  await page.getByRole('button', { name: '已解决' }).click();
  await expect(page.getByText('确认已解决')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: '回到审核页' }).click();
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.getByText(/王敏于 .* 审核通过/)).toBeVisible();
});
