import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './test';
import { expectAccessible, seePage } from './steps/page';
import { openOwnReport } from './steps/report';
import { signIn } from './steps/sign-in';

// The figures of 建湖 for 2020 are handed in and stay as they are.
const address = '/summaries/320925/2020';

test('the summary leaves as Word and Excel with the numbers of the page', async ({ page }) => {
  await signIn(page, '陈晓燕');
  await page.goto(address);
  const exports = page.getByRole('navigation', { name: '导出' });
  // The key points above the text are folded, and a first page of the file only on request.
  const text = page.locator(':not(details) > .document > *');
  const paragraphs = (await text.allInnerTexts()).map(plain);
  const cells = (
    await page.locator('table.comparison').first().locator('td.number').allInnerTexts()
  ).map(plain);

  const word = await opened(
    page.waitForEvent('download'),
    exports.getByRole('link', { name: 'Word 文档' }).click(),
  );
  expect(word.name).toBe(`${await page.getByRole('heading', { level: 1 }).innerText()}.docx`);
  const document = strFromU8(word.parts['word/document.xml']!);
  const written = [...document.matchAll(/<w:p>(.*?)<\/w:p>/g)].map(([, inner]) =>
    plain([...inner!.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')),
  );
  expect(written.slice(1, paragraphs.length + 1)).toEqual(paragraphs);
  for (const number of cells) expect(written).toContain(number);

  const excel = await opened(
    page.waitForEvent('download'),
    exports.getByRole('link', { name: 'Excel 表格' }).click(),
  );
  const values = [
    ...strFromU8(excel.parts['xl/worksheets/sheet1.xml']!).matchAll(
      /<c [^>]*?>(?:<f>[^<]*<\/f>)?<v>([^<]*)<\/v><\/c>/g,
    ),
  ].map(([, value]) => value);
  for (const number of cells.filter((text) => /^\d+(\.\d+)?$/.test(text)))
    expect(values).toContain(String(Number(number)));
  expect(Object.keys(excel.parts).some((name) => name.includes('comments'))).toBe(true);
});

test('a city takes the summaries of its counties as one zip', async ({ page }) => {
  await signIn(page, '王敏');
  await page.goto('/summaries/320900/2020/below');
  await page.getByLabel('文件格式').selectOption('csv');
  const zip = await opened(
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载压缩包' }).click(),
  );
  await expect(page.getByText(/已下载，共 \d+ 个文件/)).toBeVisible();
  const names = Object.keys(zip.parts);
  expect(
    names.filter((name) => name.startsWith('建湖县总工会2020年') && name.endsWith('.csv')),
  ).toHaveLength(1);
  expect(strFromU8(zip.parts['说明.txt']!)).toContain(`已做好（${names.length - 1}个）`);
});

test('files of another city are not there', async ({ page }) => {
  await signIn(page, '陈晓燕');
  for (const path of [
    '/summaries/320300/2012..2017/files/word',
    '/summaries/320900/2021/below/zip',
    `${address}/files/exe`,
    '/rollup/320300/2021/files/excel',
    '/pdf?page=/admin',
    '/pdf?page=//example.org',
  ])
    expect((await page.request.get(path)).status()).toBe(404);
  // The tests' server names no browser: nobody is offered a PDF, and who asks is shown what to do.
  const pdf = await page.request.get(`/pdf?page=${encodeURIComponent(address)}`);
  expect([pdf.status(), await pdf.text()]).toEqual([501, expect.stringContaining('另存为 PDF')]);
});

async function opened(
  download: Promise<{ suggestedFilename(): string; path(): Promise<string> }>,
  click: Promise<void>,
) {
  const [file] = await Promise.all([download, click]);
  return {
    name: file.suggestedFilename(),
    parts: unzipSync(new Uint8Array(readFileSync(await file.path()))),
  };
}

const plain = (text: string): string => text.replace(/\s/g, '');

test('a sealed cover comes back as a scan of exactly its submission', async ({ signInAs }) => {
  const reporter = await signInAs('宋佳');
  await openOwnReport(reporter, '2021', '查看');
  await reporter.getByRole('link', { name: '封面与扫描件' }).click();
  await seePage(reporter, '盐都区总工会2021年工会工作统计报表');
  const cover = new URL(reporter.url()).pathname;
  const number = /submissions\/(\d+)\//.exec(cover)![1]!;
  const printed = await reporter.getByText(/^GONGBAO-COVER/).innerText();
  const groups = printed.split('SHA256:')[1]!.slice(0, 16).match(/.{4}/g)!;

  await reporter.getByLabel('扫描件', { exact: true }).setInputFiles({
    name: '封面.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await reporter.getByLabel('封面上的数据指纹').fill('0000 0000 0000 0000');
  await reporter.getByRole('button', { name: '上传', exact: true }).click();
  await expect(
    reporter.getByRole('alert').filter({ hasText: '与本次报送的指纹不一致' }),
  ).toBeVisible();
  await expectAccessible(reporter);
  await reporter.getByLabel('扫描件', { exact: true }).setInputFiles({
    name: '封面.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  });
  await reporter.getByLabel('封面上的数据指纹').fill(groups.join(' ').toUpperCase());
  await reporter.getByRole('button', { name: '上传', exact: true }).click();
  await expect(reporter.getByText(`扫描件已保存，归入第 ${number} 次报送。`)).toBeVisible();

  const reviewer = await signInAs('王敏');
  await reviewer.goto(cover.replace(/submissions.*/, 'review'));
  await reviewer.getByRole('link', { name: '封面已盖章上传' }).click();
  const [file] = await Promise.all([
    reviewer.waitForEvent('download'),
    reviewer.getByRole('link', { name: '封面.pdf' }).click(),
  ]);
  expect(readFileSync(await file.path(), 'latin1')).toBe('%PDF-1.7');

  const stranger = await signInAs('陈晓燕');
  for (const path of [
    cover,
    `/api${cover.replace(`/submissions/${number}/cover`, `/covers/${number}`)}`,
  ])
    expect((await stranger.request.get(path)).status()).toBe(404);
});
