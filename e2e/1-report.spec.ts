// The main story (points 4 to 7): a county's figures, entered, checked, signed, returned, corrected, approved and
// narrated.
import { field, fillIn, openSection, row, seeAllSaved, type } from './steps/entry';
import { expectAccessible, seePage } from './steps/page';
import { openCheck, openOwnReport, openReview, openReports, signReport } from './steps/report';
import { expect, test } from './test';

const reason = '集体合同份数与台账不一致，请核对后重新报送。';
const marks = {
  有效集体合同份数: '台账上是七百份，请核对',
  职工书屋数: '请确认是否含企业自建的书屋',
};

test.describe.configure({ mode: 'serial' });

test('the reporter types figures as people write them', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await openOwnReport(page, '2021', '继续填报');
  await seePage(page, '建湖县总工会 2021年报表');
  await openSection(page, '思想引领与职工文化');

  await test.step('full-width digits, 万, and last year beside the field', async () => {
    await type(page, '职工文体活动场次', '７２');
    await expect(row(page, '职工文体活动场次')).toContainText('67');
    await expect(row(page, '职工文体活动场次')).toContainText('+5');
    await type(page, '职工文体活动覆盖职工人次', '2.6万');
    await seeAllSaved(page);
  });

  await test.step('wrong input stays where it is, with a sentence that says what would be right', async () => {
    await type(page, '职工书屋数', '31.5');
    await expect(row(page, '职工书屋数')).toContainText('要填整数');
    await expect(field(page, '职工书屋数')).toHaveValue('31.5');
    await expect(field(page, '职工书屋数')).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await type(page, '职工书屋数', '31');
    await seeAllSaved(page);
    await expect(row(page, '职工书屋数')).not.toContainText('要填整数');
  });

  await test.step('what was typed is there again after the page is opened anew', async () => {
    await page.reload();
    await expect(field(page, '职工文体活动场次')).toHaveValue('72');
    await expect(field(page, '职工文体活动覆盖职工人次')).toHaveValue('2.6万');
    await expect(field(page, '职工书屋数')).toHaveValue('31');
  });
});

test('blank, 0, not applicable and not available are four answers', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await openOwnReport(page, '2021', '继续填报');
  await openSection(page, '集体协商与民主管理');
  await fillIn(page, {
    已建会企事业单位数: '1,230',
    建会企业数: '１，１２５',
    建立集体协商制度的企业数: '1200',
    有效集体合同份数: '800',
    集体合同覆盖企业数: '925',
    集体合同覆盖职工数: '6.5万余人',
    有效行业性集体合同份数: '无法取得',
    建立工资集体协商机制单位数: '1020',
    有效工资专项集体合同份数: '约640',
    工资专项集体合同覆盖单位数: '970',
    工资专项集体合同覆盖职工数: '63000',
    有效女职工专项集体合同份数: '0',
    建立职代会制度单位数: '1135',
  });
  await type(page, '有效区域性集体合同份数', '不适用');
  await page.getByLabel(/^有效区域性集体合同份数.*原因$/).fill('本县没有区域性集体合同');
  await page.getByLabel(/^有效区域性集体合同份数.*原因$/).blur();
  await seeAllSaved(page);

  await page.reload();
  await expect(field(page, '实行厂务公开单位数')).toHaveValue('');
  await expect(field(page, '有效女职工专项集体合同份数')).toHaveValue('0');
  await expect(field(page, '有效区域性集体合同份数')).toHaveValue('不适用');
  await expect(page.getByLabel(/^有效区域性集体合同份数.*原因$/)).toHaveValue(
    '本县没有区域性集体合同',
  );
  await expect(field(page, '有效行业性集体合同份数')).toHaveValue('无法取得');
  await expectAccessible(page);
});

test('checks block, ask for an explanation, and lead to the figure', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await openOwnReport(page, '2021', '继续填报');
  await openCheck(page);
  await seePage(page, '检查与报送');
  await expect(page.getByRole('heading', { name: '未填的数据（1）' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '必须改正（1）' })).toBeVisible();
  await expect(page.getByRole('heading', { name: '没有写原因（1）' })).toBeVisible();

  await test.step('sending is refused, and says why', async () => {
    await page.getByRole('button', { name: '送签' }).click();
    const summary = page.getByRole('alert').filter({ hasText: '还不能送签' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('link', { name: '还有 1 项数据未填' })).toBeVisible();
    await expect(summary.getByRole('link', { name: /建立集体协商制度的企业数/ })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('a missing figure is one link away', async () => {
    await page.getByRole('link', { name: '实行厂务公开单位数' }).click();
    await fillIn(page, { 实行厂务公开单位数: '1160' });
    await page.goBack();
  });

  await test.step('so is one that does not say why there is no number', async () => {
    await page.getByRole('link', { name: '有效行业性集体合同份数', exact: true }).click();
    await page.getByLabel(/^有效行业性集体合同份数.*原因$/).fill('行业协会没有报送');
    await page.getByLabel(/^有效行业性集体合同份数.*原因$/).blur();
    await seeAllSaved(page);
    await page.goBack();
    await expect(page.getByRole('heading', { name: /没有写原因/ })).toBeHidden();
  });

  await test.step('so is a figure that contradicts another', async () => {
    const said = '建立集体协商制度的企业数（1200家） 应不大于 建会企业数（1125家）';
    await expect(page.getByText(said, { exact: true })).toBeVisible();
    await page.getByRole('link', { name: '建立集体协商制度的企业数', exact: true }).click();
    await fillIn(page, { 建立集体协商制度的企业数: '1010' });
    await page.goBack();
    await expect(page.getByRole('heading', { name: /必须改正/ })).toBeHidden();
  });

  await test.step('an explanation that says nothing is refused and kept', async () => {
    const explanation = page.getByLabel(/^审核说明 “有效集体合同份数”/);
    await explanation.fill('经核实无误');
    await page.getByRole('button', { name: '保存说明' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '请写明具体原因' })).toBeVisible();
    await expect(explanation).toHaveValue('经核实无误');
  });

  await test.step('what is written and not saved outlives a reload', async () => {
    const explanation = page.getByLabel(/^审核说明 “有效集体合同份数”/);
    // Back at what is saved, the page rests: it releases its copy once, not without end.
    await page.evaluate(() => {
      const remove = IDBObjectStore.prototype.delete;
      sessionStorage.setItem('removals', '0');
      IDBObjectStore.prototype.delete = function (query) {
        sessionStorage.setItem('removals', String(Number(sessionStorage.getItem('removals')) + 1));
        return remove.call(this, query);
      };
    });
    await explanation.fill('新');
    await explanation.fill('');
    await expect
      .poll(() => page.evaluate(() => Number(sessionStorage.getItem('removals'))))
      .toBeGreaterThan(0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await page.evaluate(() => Number(sessionStorage.getItem('removals')))).toBeLessThan(10);

    await explanation.fill('新建三个园区工会');
    await page.reload();
    await expect(explanation).toHaveValue('新建三个园区工会');
    await expect(page.getByText('还没有保存')).toHaveCount(1);
  });

  await test.step('with real explanations it goes to the signatory', async () => {
    for (const explanation of await page.getByLabel(/^审核说明 /).all()) {
      await explanation.fill('新建三个园区工会，当年集中签订合同，分项正在补登');
    }
    const inside = page.getByRole('listitem').filter({ hasText: '新业态劳动者会员数' });
    await inside.getByRole('checkbox', { name: /^对外说明/ }).uncheck();
    await page.getByRole('button', { name: '送签' }).click();
    await expect(page.getByText(/已送签，由.*的签发人在.*前签发报送/)).toBeVisible();
    await expect(page.getByText('待签发')).toBeVisible();
  });
});

test('the signatory signs, and the reporter has a receipt', async ({ signInAs }) => {
  const signatory = await signInAs('孙国华');
  await signReport(signatory, '2021');
  await seePage(signatory, '检查与报送');
  await expect(signatory.getByText('320925-2021-1')).toBeVisible();
  await expect(signatory.getByText('由盐城市总工会的审核员审核')).toBeVisible();

  const reporter = await signInAs('陈晓燕');
  await openOwnReport(reporter, '2021', '查看');
  await expect(reporter.getByText('报送后的数据不能修改')).toBeVisible();
  await openSection(reporter, '思想引领与职工文化');
  await expect(reporter.getByRole('textbox')).toHaveCount(0);
});

test('the reviewer returns it with a reason and marks on two figures', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await openReview(page, '2021', '建湖县总工会');
  await seePage(page, '审核');
  await expect(page.getByText('说明：新建三个园区工会').first()).toBeVisible();

  await page.getByRole('checkbox', { name: '批注：有效集体合同份数' }).check();
  await page.getByLabel('有效集体合同份数的批注内容').fill(marks.有效集体合同份数);

  await test.step('marks that were not sent are back when the reviewer comes back', async () => {
    await page.goto('/reports?period=2021');
    await openReview(page, '2021', '建湖县总工会');
    await expect(page.getByText('上次没有提交的批注和原因已放回原处')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: '批注：有效集体合同份数' })).toBeChecked();
    await expect(page.getByLabel('有效集体合同份数的批注内容')).toHaveValue(marks.有效集体合同份数);
  });

  await test.step('marks keep it from being approved by mistake, and are not lost', async () => {
    await page.getByRole('button', { name: '审核通过' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '通过时不能带批注' })).toBeFocused();
    await expect(page.getByLabel('有效集体合同份数的批注内容')).toHaveValue(marks.有效集体合同份数);
  });

  await test.step('a filter hides rows without losing their marks', async () => {
    await page.getByRole('link', { name: /^有提示或批注/ }).click();
    await expect(page.getByRole('rowheader', { name: '职工书屋数' })).toBeHidden();
    await page.getByRole('link', { name: /^全部/ }).click();
    await expect(page.getByRole('checkbox', { name: '批注：有效集体合同份数' })).toBeChecked();
  });

  await page.getByRole('checkbox', { name: '批注：职工书屋数' }).check();
  await page.getByLabel('职工书屋数的批注内容').fill(marks.职工书屋数);
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '请写明原因' })).toBeVisible();
  await page.getByLabel('退回原因').fill(reason);
  await page.getByRole('button', { name: '退回修改' }).click();
  await expect(page.getByText(/王敏于 .* 退回修改/)).toBeVisible();
  await expectAccessible(page);
});

test('the reporter sees exactly these marks, corrects and sends again', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await openOwnReport(page, '2021', '修改');
  await expect(page.getByText(reason)).toBeVisible();
  for (const [indicator, note] of Object.entries(marks))
    await expect(page.getByRole('listitem').filter({ hasText: indicator })).toContainText(note);
  await expectAccessible(page);

  await page.getByRole('link', { name: '有效集体合同份数', exact: true }).click();
  await expect(page.getByText(/^▲ 批注：/)).toHaveText(`▲ 批注：${marks.有效集体合同份数}`);
  await fillIn(page, { 有效集体合同份数: '700' });
  await page.getByRole('link', { name: '建湖县总工会' }).first().click();
  await openCheck(page);
  await page.getByRole('button', { name: '送签' }).click();
  await expect(page.getByText(/已送签，由.*的签发人在.*前签发报送/)).toBeVisible();

  await signReport(await signInAs('孙国华'), '2021');
});

test('the reviewer sees what changed, and approves', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await openReview(page, '2021', '建湖县总工会');
  await expect(page.getByText('改动 1 项；上次批注 2 项，其中 1 项没有改动。')).toBeVisible();
  const changes = page.getByRole('table').first();
  await expect(changes.getByRole('row').filter({ hasText: '有效集体合同份数' })).toContainText(
    /800份.*700份.*−100/,
  );
  await expect(changes.getByRole('row').filter({ hasText: '职工书屋数' })).toContainText(
    '没有改动',
  );
  await page.getByRole('link', { name: '比上次报送有改动 1' }).click();
  await expect(page.getByRole('checkbox', { name: /^批注：/ })).toHaveCount(1);
  await expectAccessible(page);
  await page.getByRole('button', { name: '审核通过' }).click();
  await expect(page.getByText(/王敏于 .* 审核通过/)).toBeVisible();
  await openReports(page, '2021');
  await expect(page.getByRole('listitem').filter({ hasText: '建湖县总工会' })).toContainText(
    '已通过',
  );
});

test('the summary states the new figure, and its trace names the people', async ({ signInAs }) => {
  const page = await signInAs('王敏');
  await page.goto('/summaries/320925/2021');
  await expect(page.getByText(/，主要是新建三个园区工会/).first()).toBeVisible();
  await page
    .getByRole('table')
    .getByRole('row')
    .filter({ hasText: '有效集体合同份数' })
    .getByRole('link', { name: '700', exact: false })
    .first()
    .click();
  const trace = page.getByRole('complementary', { name: /700/ });
  await expect(trace).toBeVisible();
  for (const person of ['陈晓燕', '孙国华', '王敏']) await expect(trace).toContainText(person);
  await expectAccessible(page);
});

test('the report remembers who did what', async ({ signInAs }) => {
  const page = await signInAs('陈晓燕');
  await openOwnReport(page, '2021', '查看');
  await page.getByRole('link', { name: '报送记录' }).click();
  await seePage(page, '报送记录');
  await page.getByLabel('只看一个指标').selectOption('有效集体合同份数');
  await page.getByRole('button', { name: '查看' }).click();
  await expect(
    page.getByRole('row').filter({ hasText: '修改“有效集体合同份数”：800份 改为 700份' }),
  ).toContainText('陈晓燕');
  await page.getByRole('link', { name: '与第 1 次报送比较' }).click();
  await seePage(page, '两次报送比较');
  await page.goBack();
  await page.getByRole('link', { name: '查看数据 第 2 次报送' }).click();
  await seePage(page, '建湖县总工会 2021年工会工作统计报表');
  await expect(page.getByRole('row', { name: /^集体合同覆盖职工数 6\.5万余人/ })).toBeVisible();
});
