import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkedTexts } from '@/bin/reading-truth';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { cleanReport } from './clean';
import { makeReportReader } from './read-report';

const read = makeReportReader(standardCatalogue);
const one = (text: string, period = '2021') =>
  read(text, period).map(({ value, unit, qualifier }) => `${qualifier}${value}${unit}`);

describe('quantities', () => {
  it.each([
    ['参与职工18.5万余人次。', ['余185000人次']],
    ['发放慰问款物近3500万元。', ['近35000000元']],
    ['给付互助金1636.4万余元。', ['余16364000元']],
    ['建会率达98%以上。', ['以上98%']],
    ['提高了30.8个百分点。', ['30.8百分点']],
    ['走访三千二百余户、慰问一万五千人。', ['余3200户', '15000人']],
    ['逾3000名职工参加，不足10家未参加。', ['超3000名', '不足10家']],
    ['返还1739家（次）小微企业经费。', ['1739家次']],
    ['吸引３１．７万职工群众参与。', ['317000人']],
    ['会员1,234,567人。', ['1234567人']],
    ['较2007年下降近四成。', ['近40%']],
    ['推出三个方面15条措施。', ['3方面', '15条']],
    ['连续11年获得先进，连续三年第一。', ['11年', '3年']],
    ['签订合同1054份（区域性集体合同1分）。', ['1054份', '1份']],
    ['分别提高12.6个和13.1个百分点。', ['12.6百分点', '13.1百分点']],
    ['综合考核居全市第2位。', ['2位']],
  ])('%s', (text, right) => expect(one(text)).toEqual(right));

  it.each([
    '2021年5月3日，根据工办发〔2022〕31号文件，第18届第二次全会召开。',
    '电话0516-85752568，热线12351，地址解放路88号。',
    '深化“42101”重点工作、“1+1+N”机制和“十百千万”工程。',
    '围绕三大工程、两学一做、“五险一金”和四个意识，一是抓学习，二是抓落实。',
    '在12·4国家宪法日、建党100周年之际，24小时开放，不断进一步提高一线职工素质。',
    '“十二五”期间，今后五年，前三季度，上半年，2019—2021年，1—9月。',
    '为三门峡、九江、六安职工服务。',
  ])('%s holds none', (text) => expect(one(text)).toEqual([]));
});

describe('cleaning', () => {
  it('leaves out what surrounds the text and joins what was broken inside a word', () => {
    const page = `首页 > 工会要闻 > 正文
区总工会服务职工
2020-07-09 09:15:32 来源：某网 浏览次数：1286
区总工会服务职工
今年以来，慰问职工1200人,发放慰

问款35.6万元。
（责任编辑：某某）
上一篇：另一条新闻，走访500户
版权所有：某区总工会 备案号：12345678号`;
    const { text, at } = cleanReport(page);
    expect(text).toBe('区总工会服务职工\n今年以来，慰问职工1200人，发放慰问款35.6万元。');
    expect(page[at[text.indexOf('问款')] as number]).toBe('问');
  });

  it('counts places in the text as it was given', () => {
    const page = '标题\r\n\r\n　　会员 85.5 万人,比上年增长６％。';
    const figures = read(page, '2021');
    expect(figures.map(({ start, end }) => page.slice(start, end))).toEqual(['85.5 万人', '６％']);
  });
});

describe('what a number is', () => {
  const roles = (text: string, period = '2021') => read(text, period).map(({ role }) => role);
  it.each([
    [
      '会员由80万人增加到96万人，增长20%，净增16万人。',
      ['level', 'level', 'change-rate', 'change-amount'],
    ],
    ['农民工会员30万人，占39%，是2012年的1.7倍。', ['level', 'share', 'multiple']],
    ['建会率95%，比上年提高1.2个百分点。', ['level', 'points']],
    ['新发展会员1.1万人，完成年度目标的54.6%。', ['level', 'completion']],
    ['越级上访控制在5起以内。', ['limit']],
    ['发放救助金68万元，人均2400元。', ['level', 'per-head']],
    ['综合考核位居全省第2位。', ['rank']],
  ])('%s', (text, right) => expect(roles(text)).toEqual(right));

  it('states base, time and scope', () => {
    const [funds, growth, since] = read(
      '2021年，筹集送温暖资金1286.5万元，比上年增长8.4%，比2019年增长15.2%。',
      '2021',
    );
    expect(funds).toMatchObject({ indicator: 'BF003', period: '2021', base: null });
    expect(growth).toMatchObject({ indicator: 'BF003', base: { year: '2020' } });
    expect(since).toMatchObject({ indicator: 'BF003', base: { year: '2019' } });
    expect(read('截至6月底，工会会员85万人。', '2021')[0]).toMatchObject({ period: '2021-06-30' });
    expect(read('1—9月，举办劳动竞赛55场。', '2021')[0]).toMatchObject({
      period: '2021-01..2021-09',
    });
    expect(read('市总工会本级受理职工信访件262件。', '2021')[0]).toMatchObject({
      scope: '本级',
      indicator: 'FL018',
    });
  });
});

it('finds and names the numbers of texts of many kinds', () => {
  const texts = readMarkedTexts(join(import.meta.dirname, 'texts'));
  let [stated, found, right, homes, named, assigned, assignedRight] = [0, 0, 0, 0, 0, 0, 0];
  for (const { text, period, quantities } of texts) {
    const figures = read(text, period);
    stated += quantities.length;
    found += figures.length;
    for (const quantity of quantities) {
      const figure = figures.find(({ start, end }) => start < quantity.end && quantity.start < end);
      if (figure && Number(figure.value) === quantity.value) right += 1;
      const isNamed = quantity.indicators.includes(figure?.indicator ?? '');
      if (quantity.indicators.length > 0) homes += 1;
      if (isNamed) named += 1;
      if (figure?.indicator) assigned += 1;
      if (figure?.indicator && isNamed) assignedRight += 1;
    }
  }
  expect((2 * right) / (stated + found)).toBeGreaterThan(0.98);
  expect(named / homes).toBeGreaterThan(0.85);
  expect(assignedRight / assigned).toBeGreaterThan(0.89);
});
