// The author's desk: own words around numbers that stay linked, a lost connection, a correction, two editions, a
// redline.
import {
  chip,
  clickAndPress,
  editor,
  issue,
  order,
  place,
  seeSaved,
  sentence,
  writeAtEnd,
} from './steps/desk';
import { fillIn, openSection } from './steps/entry';
import { expectAccessible, expectNoSideScroll, seePage } from './steps/page';
import { openCheck, openOwnReport, openReview, signReport } from './steps/report';
import { expect, test } from './test';

const desk = '/summaries/320903/2021/desk';

test.describe.configure({ mode: 'serial' });
// The story takes the connection away.
test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to fetch/ });

test('an author writes, and no number can be typed over', async ({ signInAs }) => {
  const page = await signInAs('丁国强');
  await page.goto('/summaries/320903/2021');
  await page.getByRole('link', { name: '写文稿' }).click();
  await page.getByRole('button', { name: '开始写文稿' }).click();
  await expect(editor(page)).toBeVisible();
  await expectAccessible(page);

  await test.step('own words stand around a number, which is not typed over', async () => {
    await writeAtEnd(page, '举办职工文体活动', '职工生活更加丰富。');
    await chip(sentence(page, '举办职工文体活动'), '74场次').click();
    await page.keyboard.type('999');
    await expect(page.getByText('这个数字来自报表，不能改写')).toBeVisible();
    await expect(chip(sentence(page, '举办职工文体活动'), '74场次')).toBeVisible();
  });

  await test.step('it is printed in another form that is true', async () => {
    await chip(sentence(page, '举办职工文体活动'), '21614人次').click();
    const panel = page.getByRole('region', { name: '数字“21614人次”' });
    await expect(panel.getByRole('radio', { name: '约1万人次', exact: true })).toHaveCount(0);
    await panel.getByRole('radio', { name: '2.16万人次', exact: true }).check();
    await expect(chip(sentence(page, '举办职工文体活动'), '2.16万人次')).toBeVisible();
  });

  await test.step('a number typed by hand is found, named and linked', async () => {
    await page.getByRole('button', { name: '加一句' }).click();
    await page.keyboard.type('全年培训职工20360人次，人人学技术。');
    const found = page.getByRole('region', { name: '没有出处的数字（1）' });
    await expect(found).toContainText('似乎是：2021年');
    await found.getByRole('button', { name: '关联 20360人次' }).click();
    await expect(found).toBeHidden();
    await expect(chip(sentence(page, '人人学技术'), '20360人次')).toBeVisible();
  });

  await test.step('sentences are moved, hidden and pinned, and every step can be undone', async () => {
    await clickAndPress(page, '建成职工书屋', 'Alt+ArrowUp');
    await expect.poll(() => order(page, '建成职工书屋', '人人学技术')).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => order(page, '建成职工书屋', '人人学技术')).toBe(false);
    await page.getByRole('button', { name: '固定', exact: true }).click();
    await place(page, '有效女职工专项集体合同');
    await page.getByRole('button', { name: '隐藏', exact: true }).click();
    await page.getByText(/^没有写进正文的/).click();
    await expect(page.getByRole('listitem').filter({ hasText: '已隐藏：' })).toContainText(
      '有效女职工专项集体合同',
    );
  });

  await test.step('all of it is there again after the page is opened anew', async () => {
    await seeSaved(page);
    await page.reload();
    await expect(sentence(page, '职工生活更加丰富')).toContainText('2.16万人次');
    await expect(chip(sentence(page, '人人学技术'), '20360人次')).toBeVisible();
  });

  await test.step('it is written anew in another way, after a look at what that does, and taken back', async () => {
    await page.getByRole('link', { name: '换写法重写' }).click();
    await seePage(page, '换写法重写');
    await page.getByLabel('篇幅').selectOption('简要');
    await page.getByRole('button', { name: '看看会怎样' }).click();
    await expect(page.getByText(/自动写成的句子：去掉 \d+ 句/)).toBeVisible();
    await page.getByRole('button', { name: '按此重写' }).click();
    await expect(sentence(page, '人人学技术')).toContainText('20360人次');
    // Own words stay, and the sentence they stand in with them, though a brief text would leave it out.
    await expect(sentence(page, '职工生活更加丰富')).toContainText('2.16万人次');
    await expect(sentence(page, '办理法律援助案件')).toBeHidden();
    await page.getByRole('link', { name: '历次文稿' }).click();
    await seePage(page, '历次文稿');
    await expectAccessible(page);
    await page
      .getByRole('link', { name: /^对照：丁国强/ })
      .first()
      .click();
    await expect(page.getByRole('deletion').filter({ hasText: '办理法律援助案件' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '换回这一稿' }).click();
    await expect(sentence(page, '办理法律援助案件')).toBeVisible();
    await expect(sentence(page, '职工生活更加丰富')).toContainText('2.16万人次');
  });

  await test.step('a number leads to where it comes from', async () => {
    await chip(sentence(page, '人人学技术'), '20360人次').click();
    await page.getByRole('link', { name: '查看出处' }).click();
    const trace = page.getByRole('complementary', { name: /20360人次.*的出处/ });
    await expect(trace).toContainText('宋佳');
    await expect(sentence(page, '人人学技术')).toBeVisible();
  });
});

test('a lost connection and a closed tab lose nothing', async ({ signInAs }) => {
  const page = await signInAs('丁国强');
  await page.goto(desk);
  await expect(editor(page)).toBeVisible();
  await page.context().setOffline(true);
  await writeAtEnd(page, '建成职工书屋', '断网时也在写。');
  await expect(page.getByText('网络中断')).toBeVisible();
  await page.close();

  const again = await page.context().newPage();
  await page.context().setOffline(false);
  await again.goto(desk);
  await expect(again.getByText('找回了上次没有存上的修改')).toBeVisible();
  await expect(sentence(again, '断网时也在写')).toBeVisible();
  await seeSaved(again);
});

test('two people at one text: both changes stay, and nobody writes over the other unseen', async ({
  signInAs,
}) => {
  const [signatory, reporter] = [await signInAs('丁国强'), await signInAs('宋佳')];
  for (const page of [signatory, reporter]) {
    await page.goto(desk);
    await expect(editor(page)).toBeVisible();
  }
  await writeAtEnd(signatory, '职工生活更加丰富', '签发人写在前面。');
  await seeSaved(signatory);
  await writeAtEnd(reporter, '人人学技术', '填报员写在后面。');
  await expect(reporter.getByText('两人的修改都在文中')).toBeVisible();
  await expect(sentence(reporter, '签发人写在前面')).toBeVisible();
  await seeSaved(reporter);

  await signatory.reload();
  await writeAtEnd(signatory, '断网时也在写', '签发人加的话。');
  await seeSaved(signatory);
  await writeAtEnd(reporter, '断网时也在写', '填报员加的话。');
  const conflict = reporter.getByRole('alert').filter({ hasText: '丁国强在' });
  await expect(conflict).toContainText('签发人加的话');
  await expect(conflict).toContainText('填报员加的话');
  await conflict.getByRole('button', { name: '这一处用丁国强的' }).click();
  await expect(sentence(reporter, '签发人加的话')).toBeVisible();
});

test('an edition is issued; a correction makes sentences stale; the next edition is laid beside it', async ({
  signInAs,
}) => {
  const page = await signInAs('丁国强');
  await page.goto(desk);
  await test.step('a number of one’s own is gone through first', async () => {
    await writeAtEnd(page, '人人学技术', '走访了47户人家。');
    await seeSaved(page);
    const look = page.getByRole('group', { name: /定稿前请过目/ });
    await expect(look.getByRole('listitem').filter({ hasText: '47户' })).toBeVisible();
    await page.getByRole('button', { name: '定稿' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '没有过目' })).toBeVisible();
  });
  await issue(page);
  await expect(page).toHaveTitle(/^第 1 版/);
  await seePage(page, '盐都区总工会2021年工作情况对比分析');
  await expect(page.getByRole('main').getByText('第 1 版')).toHaveCount(2);
  await expect(page.getByText('校验一致')).toBeVisible();
  await expect(page.getByText('职工生活更加丰富')).toBeVisible();
  await expect(page.getByText('有效女职工专项集体合同561份，比上年末增长3.3%')).toBeHidden();

  await test.step('the report comes back, and one figure is corrected', async () => {
    const reviewer = await signInAs('王敏');
    await openReview(reviewer, '2021', '盐都区总工会');
    await reviewer.getByLabel('退回原因').fill('请核对职工文体活动的场次。');
    await reviewer.getByRole('button', { name: '退回修改' }).click();
    await expect(reviewer.getByText(/王敏于 .* 退回修改/)).toBeVisible();
    const reporter = await signInAs('宋佳');
    await openOwnReport(reporter, '2021', '修改');
    await openSection(reporter, '思想引领与职工文化');
    await fillIn(reporter, { 职工文体活动场次: '76' });
    await reporter.getByRole('link', { name: '盐都区总工会' }).first().click();
    await openCheck(reporter);
    await reporter.getByRole('button', { name: '送签' }).click();
    await expect(reporter.getByText(/已送签，由.*的签发人在.*前签发报送/)).toBeVisible();
    await signReport(page, '2021');
  });

  await test.step('old and new are shown, and nothing is issued before it is brought up to date', async () => {
    await page.goto(desk);
    const stale = page.getByRole('region', { name: /数据已变的句子/ });
    const item = stale.getByRole('listitem').filter({ hasText: '举办职工文体活动' });
    await expect(item.getByRole('deletion').first()).toContainText('74');
    await expect(item.getByRole('insertion').first()).toContainText('76');
    await expectAccessible(page);
    await page.getByRole('button', { name: '定稿' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '与现在的数据不符' })).toBeVisible();
    await item.getByRole('button', { name: '更新这一句' }).click();
    await expect(chip(sentence(page, '职工生活更加丰富'), '76场次')).toBeVisible();
    await expect(chip(sentence(page, '职工生活更加丰富'), '2.16万人次')).toBeVisible();
    const all = page.getByRole('button', { name: /^(全部更新|更新这一句)/ }).first();
    if (await all.isVisible()) await all.click();
    await expect(stale).toBeHidden();
    await seeSaved(page);
  });

  await test.step('the second edition, and what it changed', async () => {
    await issue(page);
    await expect(page.getByText('第 2 版').first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: '第 2 次报送' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Word 文档' })).toHaveAttribute(
      'href',
      /editions\/2\/files\/word$/,
    );
    for (const [number, count] of [
      [1, '74'],
      [2, '76'],
    ]) {
      const file = await page.request.get(`/summaries/320903/2021/editions/${number}/files/json`);
      expect((await file.text()).replaceAll(' ', ''), `the file of edition ${number}`).toContain(
        `${count}场次`,
      );
    }
    await page.goto('/summaries/320903/2021/editions');
    await expect(page.getByRole('link', { name: '查看第 1 版' })).toBeVisible();
    await page.goto('/summaries/320903/2021/redline?before=2021:edition.1&after=2021:edition.2');
    await seePage(page, '两稿对照');
    await expect(page.getByRole('deletion').filter({ hasText: '74' })).toBeVisible();
    await expect(page.getByRole('insertion').filter({ hasText: '76' })).toBeVisible();
    await page.getByLabel('左边').selectOption('2020年 自动综述');
    await page.getByRole('button', { name: '对照' }).click();
    await expect(page.getByRole('columnheader', { name: '2020年 自动综述' })).toBeVisible();
  });

  await test.step('all of it has room on a small screen', async () => {
    await page.setViewportSize({ width: 400, height: 768 });
    for (const address of [
      desk,
      '/summaries/320903/2021/editions',
      '/summaries/320903/2021/editions/2',
      '/summaries/320903/2021/redline',
    ]) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
      await expectNoSideScroll(page);
    }
  });

  await test.step('the union above reads what was issued, and does not write in it', async () => {
    const above = await signInAs('王敏');
    await above.goto('/summaries/320903/2021/editions/1');
    await expect(above.getByText('校验一致')).toBeVisible();
    expect((await above.request.get(desk)).status()).toBe(404);
  });
});
