// A report taken along as a workbook, filled in without a connection, looked through and written.
import { readFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expectAccessible } from './steps/page';
import { openOwnReport } from './steps/report';
import { expect, test } from './test';

const sheet = 'xl/worksheets/sheet1.xml';

/** Types into the input cells of the form, as a spreadsheet would. */
function filled(form: Uint8Array, typed: Record<string, string>): Buffer {
  const parts = unzipSync(form);
  const strings = [...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, inner]) => inner!.replace(/<[^>]*>/g, ''),
  );
  let xml = strFromU8(parts[sheet]!);
  for (const [code, text] of Object.entries(typed)) {
    const row = new RegExp(`<c r="A(\\d+)"[^>]*><v>${strings.indexOf(code)}</v>`).exec(xml)![1];
    xml = xml.replace(
      new RegExp(`<c r="E${row}"( s="\\d+")?[^>]*?(/>|>.*?</c>)`),
      `<c r="E${row}"$1 t="inlineStr"><is><t>${text}</t></is></c>`,
    );
  }
  return Buffer.from(zipSync({ ...parts, [sheet]: strToU8(xml) }));
}

test('a form filled in without a connection comes back', async ({ signInAs }) => {
  const page = await signInAs('钱芳');
  await openOwnReport(page, '2021', '继续填报');
  await page.getByRole('link', { name: '离线填报（Excel）' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /离线填报/ })).toBeVisible();
  await expectAccessible(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载离线填报表' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/2021年离线填报表\.xlsx$/);
  const form = new Uint8Array(readFileSync(await download.path()));
  const upload = async (name: string, buffer: Buffer) => {
    await page
      .getByLabel('离线填报表（.xlsx')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: '上传离线填报表' }).click();
  };

  await test.step('a file of another kind is refused with a sentence', async () => {
    await upload(
      '旧表.xlsx',
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
    );
    await expect(page.getByText('这是旧版 .xls 文件')).toBeVisible();
  });

  const back = filled(form, { SX001: '7654', SX002: '很多' });
  await test.step('what would change is shown, and written on confirmation', async () => {
    await upload('填好.xlsx', back);
    await expect(page.getByText('1 项填得不对，不写入')).toBeVisible();
    await expect(page.getByRole('cell', { name: '7654' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: '确认写入 1 项' }).click();
    await expect(page.getByText('已写入 1 项')).toBeVisible();
  });

  await test.step('the same file again has nothing to write', async () => {
    await upload('填好.xlsx', back);
    await expect(page.getByText('表里没有需要写入的改动')).toBeVisible();
  });
});
