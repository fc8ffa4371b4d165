import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** An office screen and a telephone. */
const widths = [1366, 400];
/** What is further down a page shows nothing new. */
const mostHeight = 2400;

/** A picture of the page as it stands in each width, in the folder that `npm run gallery` names; else nothing. A page
 *  that is met twice in a language keeps the later picture. */
export async function takePictures(page: Page): Promise<void> {
  const folder = process.env.GONGBAO_GALLERY;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  const language = await page.locator('html').getAttribute('lang');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.screenshot({
      path: join(folder, `${nameOf(page.url())} ${width} ${language}.png`),
      fullPage: true,
      clip: { x: 0, y: 0, width, height: Math.min(height, mostHeight) },
      animations: 'disabled',
    });
  }
  if (before) await page.setViewportSize(before);
}

/** "reports · one · sections · BF" of an address whose ids differ from run to run. */
function nameOf(address: string): string {
  const { pathname, search } = new URL(address);
  const parts = pathname.split('/').filter(Boolean).map(withoutId);
  return `${parts.join(' · ') || 'home'}${search && ` ${withoutId(search)}`}`.replace(
    /[/\\:*?"<>|]/g,
    '_',
  );
}

const withoutId = (part: string): string =>
  part.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'one').slice(0, 60);
