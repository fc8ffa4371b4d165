// The network goes while somebody types: nothing is lost, and it is saved when the network is back.
import { field, openSection, row, seeAllSaved, type } from './steps/entry';
import { openOwnReport } from './steps/report';
import { expect, test } from './test';

test.use({ expectedErrors: /net::ERR_|Failed to fetch/ });

test('what is typed without a network is kept, and saved on return', async ({ signInAs }) => {
  const page = await signInAs('曹丽');
  await openOwnReport(page, '2021', '开始填报');
  await openSection(page, '素质提升与产业工人队伍改革');
  const names = ['职工教育培训人次', '就业技能培训人数'];
  const present = await page
    .getByRole('textbox')
    .evaluateAll((inputs) =>
      inputs.map((input) => input.getAttribute('aria-label')?.split('，')[0] ?? ''),
    );
  const [first = names[0], second = names[1]] = present.filter((name) => !name.includes('率'));

  await page.context().setOffline(true);
  await type(page, first ?? '', '120');
  await type(page, second ?? '', '0');
  await expect(page.getByRole('status').filter({ hasText: '网络中断，2 项待保存' })).toBeVisible();
  await expect(field(page, first ?? '')).toHaveValue('120');
  await expect(row(page, first ?? '')).not.toContainText('已保存');

  await page.context().setOffline(false);
  await seeAllSaved(page);
  await page.reload();
  await expect(field(page, first ?? '')).toHaveValue('120');
  await expect(field(page, second ?? '')).toHaveValue('0');
});
