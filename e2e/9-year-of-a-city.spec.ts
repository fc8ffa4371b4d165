// The year of a city with a latecomer: the date is moved and names whom it makes late; one county is reminded and
// signs late; its report passes the examiner and the reviewer, and the city's total has it.
import { expectAccessible, expectNoSideScroll, seePage } from './steps/page';
import { openReview, openReports, signReport } from './steps/report';
import { expect, test } from './test';

const dayIn = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a latecomer is told so once, passes two readers, and is in the total', async ({
  signInAs,
}) => {
  const admin = await signInAs('郑卫东');
  await admin.goto('/admin/periods');
  await admin.getByRole('link', { name: '2021年', exact: true }).click();
  await seePage(admin, /2021年/);

  await test.step('a date that is moved back names whom it makes late, and does so only if asked', async () => {
    await admin.getByLabel('报送截止', { exact: true }).fill(dayIn(-15));
    await admin.getByRole('button', { name: '保存日期' }).click();
    await expect(
      admin.getByText(/个已经按时报送的单位会成为迟报：.*大丰区总工会/).first(),
    ).toBeVisible();
    await admin.getByLabel('报送截止', { exact: true }).fill(dayIn(-5));
    await admin.getByLabel('已经报送的也按新截止日计算迟报').check();
    await admin.getByRole('button', { name: '保存日期' }).click();
    await expect(admin.getByText('日期已保存')).toBeVisible();
  });

  const city = await signInAs('王敏');
  const approved = '/rollup/320900/2021?standing=approved';
  const members = city.getByRole('row', { name: /^工会会员总数 / });
  await city.goto(approved);
  const before = await members.getByRole('link').first().textContent();

  await test.step('the county that waits for its signature is reminded by name and signs late', async () => {
    await city.goto('/progress?period=2021');
    await city.getByRole('checkbox', { name: '选择滨海县总工会' }).check();
    await city.getByRole('button', { name: '发送催报' }).click();
    await expect(city.getByText('已催报 1 个单位。')).toBeVisible();
    const signatory = await signInAs('石磊');
    await signatory.goto('/notices');
    await expect(signatory.getByText(/滨海县总工会.*2021年/).first()).toBeVisible();
    await signReport(signatory, '2021');
    await city.goto('/progress?period=2021&show=all');
    await expect(city.getByRole('row', { name: /滨海县总工会/ })).toContainText('迟报');
  });

  const examiner = await signInAs('林晓枫');
  await test.step('the examiner passes it, takes that back, and passes it again', async () => {
    await openReview(examiner, '2021', '滨海县总工会');
    await examiner.getByRole('button', { name: '初审通过' }).click();
    await expect(examiner.getByText(/林晓枫于 .* 初审通过。/)).toBeVisible();
    await examiner.getByRole('button', { name: '收回初审通过' }).click();
    await expect(examiner.getByText(/林晓枫于 .* 初审通过。/)).toHaveCount(0);
    await examiner.getByRole('button', { name: '初审通过' }).click();
    await expect(examiner.getByText(/林晓枫于 .* 初审通过。/)).toBeVisible();
    await expectAccessible(examiner);
    await expectNoSideScroll(examiner);
    await examiner.goto('/reports/queue?period=2021');
    await expect(examiner.getByText('滨海县总工会')).toHaveCount(0);
  });

  await test.step('the reviewer sees who passed it and when, and approves', async () => {
    await city.goto('/reports/queue?period=2021');
    await expect(city.getByText(/林晓枫.*初审通过/)).toBeVisible();
    await openReview(city, '2021', '滨海县总工会');
    await expect(city.getByText(/林晓枫于 .* 初审通过。/)).toBeVisible();
    await city.getByRole('button', { name: '审核通过' }).click();
    await expect(city.getByText('审核通过。')).toBeVisible();
  });

  await test.step('it is in the total, and late it stays', async () => {
    await city.goto(approved);
    expect(await members.getByRole('link').first().textContent()).not.toBe(before);
    await city.goto('/progress?period=2021&show=all');
    await expect(city.getByRole('row', { name: /滨海县总工会/ })).toContainText('迟报');
    await openReports(city, '2021');
    await expect(city.getByRole('listitem').filter({ hasText: '滨海县总工会' })).toContainText(
      '已通过',
    );
  });
});
