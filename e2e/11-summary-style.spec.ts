// How a summary is written, chosen beside it.
import { expect, test } from './test';

test('how a summary is written is chosen beside it and kept in its address', async ({
  signInAs,
}) => {
  const page = await signInAs('陈晓燕');
  await page.goto('/summaries/320925/2021');
  await page.getByLabel('标题').selectOption('四字标题');
  await page.getByRole('button', { name: '按此重写' }).click();
  await expect(page).toHaveURL(/headings=four/);
  await expect(page.getByRole('heading', { name: '一、凝心铸魂' })).toBeVisible();
});
