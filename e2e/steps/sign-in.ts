import { expect, type Page } from '@playwright/test';

/** Signs in as a person of the demo world: one click on their name, and one from what waits for them to the reports. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/sign-in');
  const person = page.getByRole('button', { name, exact: false });
  if (!(await person.isVisible())) await page.getByText('其他演示人员').click();
  await person.click();
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: '待办事项' })).toBeVisible();
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: '报表' })
    .click();
  await expect(page).toHaveURL(/\/reports/);
}

/** Signs in by account and password. */
export async function signInByPassword(
  page: Page,
  account: string,
  password: string,
): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
