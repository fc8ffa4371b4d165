import { expect, type Locator, type Page } from '@playwright/test';
import { openOwnReport } from './report';

/** Opens a section of a report from its list of sections. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

/** Opens a section of the own report of 2021, or all of it (全部数据), ready for keys. */
export async function openEntry(page: Page, section: string): Promise<void> {
  await openOwnReport(page, '2021', '继续填报');
  if (section === '全部数据') await page.getByRole('link', { name: section }).click();
  else await openSection(page, section);
  await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
  // The keys work as soon as the page does.
  await expect(page.getByRole('button', { name: '撤销' })).toBeVisible();
}

/** The field of an indicator. */
export function field(page: Page, indicator: string): Locator {
  return page.getByRole('textbox', { name: new RegExp(`^${indicator}，[^：]+$`) });
}

/** The row of an indicator. */
export function row(page: Page, indicator: string): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('textbox', { name: new RegExp(`^${indicator}，[^：]+$`) }) });
}

/** Types into a field and leaves it, as one does with the keyboard. */
export async function type(page: Page, indicator: string, text: string): Promise<void> {
  await field(page, indicator).fill(text);
  await field(page, indicator).press('Tab');
}

/** Types figures one after another and waits until the server has them. */
export async function fillIn(page: Page, figures: Readonly<Record<string, string>>): Promise<void> {
  for (const [indicator, text] of Object.entries(figures)) await type(page, indicator, text);
  await seeAllSaved(page);
}

/** The form says that everything is saved. */
export async function seeAllSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: '已全部保存' })).toBeVisible();
}
