import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a section of a report from its list of sections. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
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
