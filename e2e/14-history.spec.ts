// A yearbook table with its years across is imported into two earlier periods of one unit, looked at, and taken back.
import { yearbook } from '@/lib/domain/sheet/test-tables';
import { writeXlsx } from '@/lib/export/excel/hucre';
import { expectNoSideScroll, seePage } from './steps/page';
import { expect, test } from './test';

/** 演示数据: the table as a workbook, its first year left out of it, and a part that is more than its whole. */
async function workbook(): Promise<Buffer> {
  const rows = yearbook.rows.map((row) =>
    row
      .filter((_, column) => column !== 2)
      .map((cell) =>
        cell === '833' ? 8330 : /^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell || null,
      ),
  );
  return Buffer.from(
    await writeXlsx({
      sheets: [
        { name: yearbook.name, rows, merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 4 }] },
      ],
    }),
  );
}

test('history of a yearbook is imported and taken back', async ({ signInAs }) => {
  const page = await signInAs('熊燕');
  await page.getByRole('link', { name: '导入历史数据' }).click();
  await seePage(page, '导入历史数据');
  const upload = async (name: string, buffer: Buffer) => {
    await page
      .getByLabel('表格文件')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await page.getByRole('button', { name: '打开文件' }).click();
  };

  await test.step('a file of another kind is refused with a sentence', async () => {
    await upload('年鉴.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]));
    await expect(page.getByText('文件的内容与后缀不一致')).toBeVisible();
  });

  await test.step('rows, years and units are recognised; a part by what it is a part of', async () => {
    await upload('东台年鉴（演示数据）.xlsx', await workbook());
    await seePage(page, /^对应：东台年鉴/);
    await expect(page.getByText('已识别：指标竖排')).toBeVisible();
    await expect(page.getByRole('combobox', { name: '工会会员总数 指标' })).toHaveValue(
      'ZZ025 工会会员总数',
    );
    await expect(page.getByRole('combobox', { name: /女会员 指标/ })).toHaveValue(
      'ZZ026 女会员人数',
    );
    await page.getByRole('button', { name: '核对要写入的数' }).click();
  });

  await test.step('a verdict for each cell, and all is written at once', async () => {
    await seePage(page, /^核对：东台年鉴/);
    await expect(page.getByText('会建立 2 份没有的报表（草稿）：2018年、2019年')).toBeVisible();
    await expect(page.getByRole('row', { name: /D8 工会会员总数 2019年.*12\.8011/ })).toBeVisible();
    await page.getByRole('button', { name: /^确认写入 \d+ 项/ }).click();
    await seePage(page, /^导入：东台年鉴/);
  });

  await test.step('what stood out and was not ticked is ticked afterwards, from the same file', async () => {
    const left = page.getByRole('group', { name: /^还没有写入的数/ });
    await expect(left).toBeVisible();
    for (const box of await left.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '补写勾选的数' }).click();
    await expect(left).toBeHidden();
    await expectNoSideScroll(page);
    await page
      .getByText(/^还缺 \d+ 项$/)
      .first()
      .click();
    await expect(page.getByText(/女职工专项集体合同/).first()).toBeVisible();
  });

  const address = page.url();
  await test.step('the figures stand in the report, with the cell they came from', async () => {
    await page.getByRole('link', { name: '2019年', exact: true }).click();
    await page.getByRole('link', { name: '全部数据' }).click();
    await expect(page.getByRole('row', { name: /女会员人数/ })).toContainText('5.25万');
    await page.goto(address);
    await page.getByRole('link', { name: '女会员人数' }).first().click();
    await expect(page.getByText(/导入自 东台年鉴.*工会!C9/)).toBeVisible();
  });

  await test.step('the whole import is taken back', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: '撤销导入' }).click();
    await expect(page.getByText(/项恢复原样，0 项保留/)).toBeVisible();
    await expect(page.getByText('已恢复').first()).toBeVisible();
  });
});
