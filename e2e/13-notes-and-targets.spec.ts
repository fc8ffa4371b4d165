// What a reporter writes of the work beside the figures, and what was aimed at, reach the summary; each number says
// where it comes from.
import { field, openSection } from './steps/entry';
import { expectAccessible } from './steps/page';
import { openOwnReport } from './steps/report';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

const reporter = '钱芳';
const culture = '思想引领与职工文化';
const library = '职工书屋数';
const highlight = '在全市率先开设职工夜校；建成职工书屋25个，居全省第一';

test('notes of the work, a target and a control line are stated in the summary', async ({
  signInAs,
}) => {
  const page = await signInAs(reporter);
  await openOwnReport(page, '2021', '继续填报');
  await openSection(page, culture);
  const report = new URL(page.url()).pathname.replace(/\/sections\/SX$/, '');

  await test.step('a note saves itself while it is written, and stands there again', async () => {
    // The grid's buttons come with its scripts: from here on a field saves what is typed.
    await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
    const notes = page.getByRole('region', { name: '工作举措和亮点' });
    await notes.getByLabel('工作举措').fill('坚持把书屋建到企业和园区');
    await notes.getByLabel('亮点').fill(highlight);
    await notes.getByLabel('亮点').press('Tab');
    await expect(notes.getByRole('status').filter({ hasText: '已保存' })).toHaveCount(2);
    await page.reload();
    await expect(notes.getByLabel('工作举措')).toHaveValue('坚持把书屋建到企业和园区');
    await expect(notes.getByLabel('亮点')).toHaveValue(highlight);
  });

  await test.step('what it says in numbers is held against the figures before anybody signs', async () => {
    await page.goto(`${report}/check`);
    const list = page.getByRole('listitem');
    await expect(list.filter({ hasText: '写的是“25个”，数据是职工书屋数 19个' })).toBeVisible();
    await expect(list.filter({ hasText: '“全省第一”：没有数据说明这个位次' })).toBeVisible();
  });

  await test.step('what is wrong stays in its cell, the rest is saved', async () => {
    await page.goto(`${report}/targets`);
    await page.getByLabel(`${library}，个，目标`).fill('二十来个');
    await page.getByLabel('职工文体活动场次，场次，控制线').fill('60');
    await page.getByRole('button', { name: '保存目标与控制线' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '有 1 项没有保存' })).toBeVisible();
    await expect(page.getByLabel(`${library}，个，目标`)).toHaveValue('二十来个');
    await expect(page.getByLabel('职工文体活动场次，场次，控制线')).toHaveValue('60');
    await page.getByLabel(`${library}，个，目标`).fill('20');
    await page.getByRole('button', { name: '保存目标与控制线' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '没有保存' })).toBeHidden();
    await expect(page.getByRole('status').filter({ hasText: '已保存 1 项' })).toBeVisible();
  });

  await test.step('beside the figure stands how far it got', async () => {
    await page.goto(`${report}/sections/SX`);
    await expect(page.getByRole('row').filter({ has: field(page, library) })).toContainText(
      '目标 20个，完成 95.0%',
    );
  });

  await page.goto('/summaries/320921/2021');
  const text = page.getByRole('paragraph').filter({ hasText: '职工书屋19个' });
  await expect(text).toContainText('坚持把书屋建到企业和园区');
  await expect(text).toContainText('低于控制线（60场次）11场次');
  await expect(text).toContainText('完成年度目标（20个）的95.0%');
  await expect(
    page.getByRole('paragraph').filter({ hasText: '在全市率先开设职工夜校' }),
  ).toBeVisible();
  const line = page.getByRole('table').getByRole('row').filter({ hasText: library }).first();
  await expect(line).toContainText('95.0');
});

test('a number and a dot lead to where they come from', async ({ signInAs }) => {
  const page = await signInAs(reporter);
  await page.goto('/summaries/320921/2021');
  const text = page.getByRole('paragraph').filter({ hasText: '职工书屋19个' });
  const trace = page.getByRole('complementary', { name: '数字“19个”的出处' });

  await test.step('the dot of a chart', async () => {
    const dot = page
      .getByRole('figure', { name: /变化最大的指标/ })
      .getByRole('link', { name: / 增减% / })
      .first();
    const [indicator = '', , change] = ((await dot.getAttribute('aria-label')) ?? '').split(' ');
    await dot.click();
    const origin = page.getByRole('complementary', { name: `数字“${change}”的出处` });
    await expect(origin).toBeFocused();
    await expect(origin).toContainText(indicator);
    await page.keyboard.press('Escape');
    await expect(origin).toBeHidden();
  });

  await test.step('the number of a sentence: what it is, whose, how exact, how it went', async () => {
    await text.getByRole('link', { name: '19', exact: false }).first().click();
    await expect(trace).toBeFocused();
    const facts = {
      指标: library,
      指标解释: '书屋',
      填报单位: '响水县总工会',
      报告期: '2021年，第 1 次报送',
      准确值: '19个',
      比上期: '2020年：18个',
      年度目标: '20个，完成95.0%',
      填报: reporter,
    };
    for (const [name, fact] of Object.entries(facts)) {
      const term = trace.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) });
      await expect(term.locator('xpath=following-sibling::dd[1]'), name).toContainText(fact);
    }
    await expect(trace.getByRole('heading', { name: '历年数据' })).toBeVisible();
    await expect(trace.getByRole('img')).toBeVisible();
    await expect(trace.getByRole('heading', { name: '本文其他地方' })).toBeVisible();
    await expect(trace.getByText('对比表：19')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a computed number: its formula, and the figures in it', async () => {
    await text.getByRole('link', { name: '95.0%' }).click();
    const computed = page.getByRole('complementary', { name: '数字“95.0%”的出处' });
    await expect(computed).toBeFocused();
    await expect(computed).toContainText('19个÷20个×100%');
    await computed.getByRole('link', { name: /20个/ }).click();
    await expect(page.getByRole('complementary', { name: '数字“20个”的出处' })).toContainText(
      '本期目标',
    );
    await page.keyboard.press('Escape');
    await expect(page.getByRole('complementary', { name: /的出处/ })).toHaveCount(0);
  });
});

test('what the city has set is asked to be changed, and changed there', async ({ signInAs }) => {
  const county = await signInAs(reporter);
  await openOwnReport(county, '2021', '继续填报');
  const targets = `${new URL(county.url()).pathname.replace(/\/sections.*$/, '')}/targets`;
  const city = await signInAs('王敏');
  const cell = city.getByLabel('职工文体活动场次，场次，目标');
  const set = async (typed: string) => {
    await city.goto(targets);
    await cell.fill(typed);
    await city.getByRole('button', { name: '保存目标与控制线' }).click();
    await expect(city.getByRole('status').filter({ hasText: '已保存 1 项' })).toBeVisible();
  };
  await set('90');

  await county.goto(targets);
  await expect(county.getByText('盐城市总工会设定').first()).toBeVisible();
  await expect(county.getByLabel('职工文体活动场次，场次，目标')).toHaveCount(0);
  await county.getByText('申请修改上级设定的目标').click();
  await county.getByLabel('希望改成多少，为什么').fill('两个场馆正在维修，申请调到 80 场次');
  await county.getByRole('button', { name: '申请修改' }).click();
  await expect(county.getByText('等上级答复').first()).toBeVisible();
  await expectAccessible(county);

  await city.goto('/notices');
  await expect(city.getByText('申请修改目标').first()).toBeVisible();
  await set('80');
  await expect(city.getByText('王敏已修改')).toBeVisible();
  await expectAccessible(city);
  await county.reload();
  await expect(county.getByText('王敏已修改')).toBeVisible();
});
