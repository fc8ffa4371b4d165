import { expect, type Locator, type Page } from '@playwright/test';

export const editor = (page: Page): Locator => page.getByRole('textbox', { name: '文稿正文' });
export const sentence = (page: Page, words: string): Locator =>
  editor(page).getByRole('paragraph').filter({ hasText: words });
export const chip = (within: Locator, text: string): Locator =>
  within.getByText(text, { exact: true });

/** Puts the cursor into a sentence, which then is marked as the one that keys and buttons speak of. */
export async function place(page: Page, words: string): Promise<void> {
  await sentence(page, words).click({ position: { x: 4, y: 14 } });
  await expect(sentence(page, words)).toHaveAttribute('aria-current', 'true');
}

/** A click into a sentence and a key at once, with no time between them for the page to draw anything. */
export async function clickAndPress(page: Page, words: string, key: string): Promise<void> {
  await sentence(page, words).hover({ position: { x: 4, y: 14 } });
  await Promise.all([page.mouse.down(), page.mouse.up(), page.keyboard.press(key)]);
}

/** Types after the last character of a sentence: the End key would stop where its line is broken. */
export async function writeAtEnd(page: Page, words: string, own: string): Promise<void> {
  await place(page, words);
  const end = await sentence(page, words).evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { right, top, height } = [...range.getClientRects()].findLast(({ width }) => width > 0)!;
    return { x: right - 2, y: top + height / 2 };
  });
  await page.mouse.click(end.x, end.y);
  await page.keyboard.type(own);
}

/** Whether one sentence stands before another. */
export async function order(page: Page, first: string, second: string): Promise<boolean> {
  const text = (await editor(page).textContent()) ?? '';
  return text.indexOf(first) < text.indexOf(second);
}

export async function paste(page: Page, data: Record<string, string>): Promise<void> {
  await editor(page).evaluate((element, contents) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(contents)) clipboardData.setData(type, text);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, data);
}

export async function seeSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status').filter({ hasText: /^✓ 已保存/ })).toBeVisible();
}

/** Everything is ticked that may stand. */
export async function issue(page: Page): Promise<void> {
  await expect(editor(page)).toBeVisible();
  for (const box of await page.getByRole('checkbox', { name: '不必改' }).all()) await box.check();
  await page.getByRole('button', { name: '定稿' }).click();
}
