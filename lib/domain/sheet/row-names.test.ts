// Names of rows as yearbooks, forms and offices' own lists write them, each with the indicator that it means; behind a
// stroke the indicator of the row above that it is a part of.
import { expect, test } from 'vitest';
import { matcherOf } from './matcher';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

const names: Record<string, string> = {
  会员人数: 'ZZ025',
  '会员人数（万人）': 'ZZ025',
  '工会会员人数（人）': 'ZZ025',
  工会会员: 'ZZ025',
  '年末工会会员数（万人）': 'ZZ025',
  全部会员数: 'ZZ025',
  '工会会员总数*': 'ZZ025',
  '1.1 会员总数（年末）': 'ZZ025',
  '会员（Members）': 'ZZ025',
  工会会员数: 'ZZ025',
  基层工会数: 'ZZ001',
  '基层工会数（个）': 'ZZ001',
  '基层工会组织个数①': 'ZZ001',
  '一、基层工会组织': 'ZZ001',
  工会基层组织数: 'ZZ001',
  '基层工会委员会数(个) Number of Grass-roots Trade Unions': 'ZZ001',
  工会组织数: 'ZZ001',
  '其中：女性 / ZZ025': 'ZZ026',
  '#女 / ZZ025': 'ZZ026',
  '其中：女会员 / ZZ025': 'ZZ026',
  女工会会员: 'ZZ026',
  '女性会员（人）': 'ZZ026',
  '其中：农民工 / ZZ025': 'ZZ027',
  '#农民工会员 / ZZ025': 'ZZ027',
  农民工会员人数: 'ZZ027',
  '其中：事业单位 / ZZ001': 'ZZ011',
  '机关 / ZZ001': 'ZZ012',
  '企业 / ZZ001': 'ZZ004',
  '#企业工会 / ZZ001': 'ZZ004',
  '国有企业 / ZZ004': 'ZZ008',
  '私营企业 / ZZ004': 'ZZ010',
  '外商投资企业 / ZZ004': 'ZZ007',
  '联合基层工会（个） / ZZ001': 'ZZ003',
  涵盖法人单位数: 'ZZ014',
  基层工会涵盖单位: 'ZZ014',
  '新建工会组织（个）': 'ZZ016',
  当年新建基层工会: 'ZZ016',
  '新发展会员（人）': 'ZZ030',
  本年新发展会员人数: 'ZZ030',
  新增会员数: 'ZZ030',
  '工会组建率（%）': 'ZZ022',
  '建会率%': 'ZZ022',
  '职工入会率(%)': 'ZZ034',
  入会率: 'ZZ034',
  女职工委员会数: 'ZZ043',
  '建立女职工组织的基层工会（个）': 'ZZ043',
  工会经费审查委员会数: 'ZZ044',
  专职工会干部人数: 'ZS001',
  '专职工会工作人员（人）': 'ZS001',
  兼职工会干部: 'ZS002',
  '工会经费收缴率（%）': 'ZS007',
  '工会经费收入（万元）': 'ZS006',
  '集体合同数（份）': 'HT005',
  '签订集体合同（份）': 'HT012',
  集体合同覆盖职工人数: 'HT007',
  '工资专项集体合同（份）': 'HT017',
  女职工专项集体合同份数: 'HT021',
  建立职代会的单位: 'HT022',
  '实行厂务公开的单位（家）': 'HT024',
  '职工董事（人）': 'HT029',
  劳动争议调解委员会数: 'FL002',
  '受理劳动争议案件数（件）': 'FL009',
  '受理劳动争议（起）': 'FL009',
  调解成功案件数: 'FL014',
  '调解成功率（%）': 'FL015',
  '法律援助案件（件）': 'FL026',
  来信来访件次: 'FL018',
  '困难职工户数（户）': 'BF001',
  在档困难职工户: 'BF001',
  建档困难职工人数: 'BF002',
  '送温暖资金（万元）': 'BF003',
  送温暖筹集款物: 'BF003',
  '走访慰问困难家庭（户）': 'BF007',
  '金秋助学人数（人）': 'BF025',
  资助困难学生人数: 'BF025',
  '发放助学金（万元）': 'BF024',
  '介绍就业人次（人次）': 'JF001',
  职业介绍成功人次: 'JF001',
  '就业技能培训（人）': 'JF015',
  '参加安康杯竞赛企业数（家）': 'BH002',
  '安康杯竞赛参赛职工（人）': 'BH004',
  '查出事故隐患（处）': 'BH011',
  '合理化建议（条）': 'JG006',
  职工提合理化建议件数: 'JG006',
  '开展劳动竞赛（场次）': 'JG001',
  '参赛职工（人次）': 'JG003',
  职工书屋: 'SX018',
};

test('of such names nineteen in twenty are recognised, or what they mean is offered first', () => {
  const match = matcherOf(standardCatalogue.indicators);
  const missed = Object.entries(names).flatMap(([name, right]) => {
    const [label, whole] = name.split(' / ') as [string, string | undefined];
    const { code, suggestions } = match(label, whole);
    return (code ?? suggestions[0]) === right ? [] : [`${name}: ${code ?? suggestions.join()}`];
  });
  const all = Object.keys(names).length;
  expect(all).toBeGreaterThanOrEqual(85);
  expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(all / 20);
});

test('what is taken without a question is right', () => {
  const match = matcherOf(standardCatalogue.indicators);
  const wrong = Object.entries(names).flatMap(([name, right]) => {
    const [label, whole] = name.split(' / ') as [string, string | undefined];
    const { code } = match(label, whole);
    return code === null || code === right ? [] : [`${name}: ${code}`];
  });
  expect(wrong).toEqual([]);
});
