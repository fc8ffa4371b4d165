import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './test';
import { signIn } from './steps/sign-in';

// The figures of 建湖 for 2020 are handed in and stay as they are.
const address = '/summaries/320925/2020';

test('the summary leaves as Word and Excel with the numbers of the page', async ({ page }) => {
  await signIn(page, '陈晓燕');
  await page.goto(address);
  const exports = page.getByRole('navigation', { name: '导出' });
  const paragraphs = (await page.locator('.document > *').allInnerTexts()).map(plain);
  const cells = (await page.locator('table.comparison').first().locator('td.number').allInnerTexts()).map(plain);

  const word = await opened(page.waitForEvent('download'), exports.getByRole('link', { name: 'Word 文档' }).click());
  expect(word.name).toBe(`${await page.getByRole('heading', { level: 1 }).innerText()}.docx`);
  const document = strFromU8(word.parts['word/document.xml']!);
  const written = [...document.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, inner]) => plain([...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')));
  expect(written.slice(1, paragraphs.length + 1)).toEqual(paragraphs);
  for (const number of cells) expect(written).toContain(number);

  const excel = await opened(page.waitForEvent('download'), exports.getByRole('link', { name: 'Excel 表格' }).click());
  const values = [...strFromU8(excel.parts['xl/worksheets/sheet1.xml']!).matchAll(/<c [^>]*?>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v><\/c>/g)].map(([, value]) => value);
  for (const number of cells.filter((text) => /^\d+(\.\d+)?$/.test(text))) expect(values).toContain(String(Number(number)));
  expect(Object.keys(excel.parts).some((name) => name.includes('comments'))).toBe(true);
});

test('a city takes the summaries of its counties as one zip', async ({ page }) => {
  await signIn(page, '王敏');
  await page.goto('/summaries/320900/2020/below');
  await page.getByLabel('文件格式').selectOption('csv');
  const zip = await opened(page.waitForEvent('download'), page.getByRole('button', { name: '下载压缩包' }).click());
  await expect(page.getByText(/已下载，共 \d+ 个文件/)).toBeVisible();
  const names = Object.keys(zip.parts);
  expect(names.filter((name) => name.startsWith('建湖县总工会2020年') && name.endsWith('.csv'))).toHaveLength(1);
  expect(strFromU8(zip.parts['说明.txt']!)).toContain(`已做好（${names.length - 1}个）`);
});

test('files of another city are not there', async ({ page }) => {
  await signIn(page, '陈晓燕');
  for (const path of ['/summaries/320300/2012..2017/files/word', '/summaries/320900/2021/below/zip', `${address}/files/exe`]) expect((await page.request.get(path)).status()).toBe(404);
});

async function opened(download: Promise<{ suggestedFilename(): string; path(): Promise<string> }>, click: Promise<void>) {
  const [file] = await Promise.all([download, click]);
  return { name: file.suggestedFilename(), parts: unzipSync(new Uint8Array(readFileSync(await file.path()))) };
}

const plain = (text: string): string => text.replace(/\s/g, '');
