import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { takePictures } from './gallery';

const seen = new Set<string>();

/** The page with this title is open, and nothing on it keeps anybody out: looked into at the first page of a kind,
 *  since 5-every-page.spec.ts looks into all. */
export async function seePage(page: Page, heading: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  const kind = new URL(page.url()).pathname.replace(/\/[^/]*\d[^/]*/g, '/*');
  if (!seen.has(kind)) await expectAccessible(page);
  seen.add(kind);
}

/** Axe finds nothing; in a gallery the page is drawn, too. `isSecondLook`: the colours, which take most of the time,
 *  were measured on this page before. */
export async function expectAccessible(page: Page, isSecondLook = false): Promise<void> {
  await takePictures(page);
  const rules: Record<string, { enabled: boolean }> = isSecondLook
    ? { 'color-contrast': { enabled: false } }
    : {};
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'], rules })
    .analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** Ticks, one by one, what stands out in an import. */
export async function tickAll(page: Page): Promise<void> {
  const odd = page.getByRole('group', { name: /^要逐项确认的数/ });
  for (const box of await odd.getByRole('checkbox').all()) await box.check();
}

/** An office screen at 100, 125, 150 and 200 %, a telephone, and what WCAG asks for at 400 %. */
const widths = [1366, 1093, 911, 683, 400, 320];

/** Nothing sticks out to the right, in whichever window. */
export async function expectNoSideScroll(page: Page): Promise<void> {
  const [before, tooWide] = [page.viewportSize(), [] as number[]];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    const content = await page.evaluate(() => document.documentElement.scrollWidth);
    if (content > width) tooWide.push(width);
  }
  if (before) await page.setViewportSize(before);
  expect(tooWide, `widths at which ${page.url()} sticks out`).toEqual([]);
}
