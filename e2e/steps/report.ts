import { expect, type Page } from '@playwright/test';
import world from '../../prisma/world/world.json' with { type: 'json' };

/** Opens the list of reports of a period. */
export async function openReports(page: Page, period: string): Promise<void> {
  await page.goto(`/reports?period=${period}`);
  await expect(page.getByRole('heading', { level: 1, name: `${period}年报表` })).toBeVisible();
}

/** Opens the own unit's report, by the button that says what is to be done. */
export async function openOwnReport(page: Page, period: string, step: string): Promise<void> {
  await openReports(page, period);
  await page.getByRole('link', { name: step, exact: true }).click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}/);
}

/** The reviewer opens the report of a unit below. */
export async function openReview(page: Page, period: string, unit: string): Promise<void> {
  await openReports(page, period);
  await page.getByRole('link', { name: `${unit}（审核）` }).click();
  await expect(page.getByRole('heading', { level: 1, name: '审核' })).toBeVisible();
}

/** The reporter goes from the report to checking it. */
export async function openCheck(page: Page): Promise<void> {
  await page.getByRole('link', { name: '检查并报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '检查与报送' })).toBeVisible();
}

/** The signatory signs what the reporter has sent. */
export async function signReport(page: Page, period: string): Promise<void> {
  await openOwnReport(page, period, '查看并签发');
  await expect(page.getByText('签发表示')).toBeVisible();
  await page.getByRole('button', { name: '签发并报送' }).click();
  await expect(page.getByRole('link', { name: '请输入您的登录密码' })).toBeVisible();
  await page.getByLabel('您的登录密码').fill(world.password);
  await page.getByRole('button', { name: '签发并报送' }).click();
  await expect(page.getByRole('heading', { name: '报送回执' })).toBeVisible();
}
