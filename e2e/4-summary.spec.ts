// The comparison summary (point 7): text, table and chart of one year and of a term, and where each number comes from.
import { expectAccessible, seePage } from './steps/page';
import { expect, test } from './test';

test('a year against the year before, each number with its origin', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await page.getByRole('link', { name: '对比分析' }).first().click();
  await seePage(page, '对比分析');
  await page.goto('/summaries/320925/2021');
  await seePage(page, /建湖县/);
  await expect(page.getByRole('table').first()).toContainText('2020年');
  await expect(page.getByRole('img').first()).toBeVisible();

  await test.step('a number of the text opens where it comes from', async () => {
    const number = page.getByRole('paragraph').getByRole('link', { name: '2144' }).first();
    await number.click();
    const trace = page.getByRole('complementary', { name: /2144.*的出处/ });
    await expect(trace).toBeFocused();
    await expect(trace).toContainText('陈晓燕');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(trace).toBeHidden();
    await expect(number).toBeFocused();
  });

  await test.step('a computed one says how it was computed, and from which figures', async () => {
    await page
      .getByRole('table')
      .first()
      .getByRole('row')
      .filter({ hasText: '农民工学历提升人数' })
      .getByRole('link', { name: '+6.9' })
      .click();
    const trace = page.getByRole('complementary', { name: /6\.9.*的出处/ });
    await expect(trace).toContainText('由系统算出');
    await expect(trace).toContainText('（140人－131人）÷131人×100%');
  });
});

test('a term of years', async ({ signInAs }) => {
  const page = await signInAs('徐海涛');
  await page.goto('/summaries/320300/2012..2017');
  await seePage(page, /徐州市/);
  await page.getByRole('paragraph').getByRole('link', { name: '11598.468万元' }).first().click();
  const trace = page.getByRole('complementary', { name: /11598\.468万元/ });
  for (const person of ['徐海涛', '罗秀英', '沈国平']) await expect(trace).toContainText(person);
  await expectAccessible(page);
});

test('reviews of years are written from the years’ own reports', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await page.goto('/summaries/320925/2017..2020');
  await seePage(page, /建湖县/);
  await expect(page.getByText('演示数据：有的数据是为演示编写的')).toBeVisible();
});
