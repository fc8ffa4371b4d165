// Sentences as an office says them: the number inside verb and object, a scope as a modifier, what is shared once.
import { expect, test } from 'vitest';
import { documentScopes } from '../../../prisma/world/document-scopes';
import type { Figure } from '../figure/figure';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import type { SummaryInput } from '../comparison/source';
import { proseOf, scope, type Values } from './test-input';

const year = (before: Values, now: Values) => scope('2021', { '2020': before, '2021': now });

test.each<[string, SummaryInput, string, RegExp | null]>([
  [
    'a rate follows what it is counted from',
    year({}, { JF015: '54110', JF016: '43288' }),
    '43288人取得职业资格证书，取证率80%',
    /技能培训取证率/,
  ],
  [
    'all of them are 全部',
    year({}, { ZZ037: '76', ZZ038: '76' }),
    '76个乡镇（街道）、开发区全部组建总工会。',
    /100%|其中/,
  ],
  [
    'nearly all are counted',
    year({}, { ZZ037: '171', ZZ040: '168' }),
    '171个乡镇（街道）、开发区配备同级副职工会主席168个，配备率98.2%。',
    /全部/,
  ],
  [
    'level and stem of honours once',
    year({}, { RY033: '26', RY034: '2', RY035: '150', RY036: '2' }),
    '创建省级和谐劳动关系先进企业26家、工业园区2家，市级和谐劳动关系先进企业150家、工业园区2家。',
    null,
  ],
  [
    'a word is not cut',
    year({}, { RY014: '9', RY015: '3' }),
    '市五一劳动奖章获得者9人、奖状获得单位3个',
    /、状/,
  ],
  [
    'average growth is shared',
    scope('2017..2021', {
      '2017': { HT005: '593', HT006: '906' },
      '2021': { HT005: '635', HT006: '963' },
    }),
    '由2017年的593份增加到635份，覆盖企业由906家增加到963家，年均分别增长1.7%和1.5%',
    null,
  ],
  [
    'no exact rate beside a round number',
    year({ FL043: '28' }, { FL043: ['30', '多'] }),
    '检查劳动用工企业30多家，上年为28家',
    /以上/,
  ],
  [
    'two figures of one clause gain without 分别',
    year({ PH010: '4', PH011: '19' }, { PH010: '5', PH011: '20' }),
    '推出5方面20条服务职工措施，比上年增加1方面、1条',
    /分别/,
  ],
  [
    'what was added is named',
    year({ ZZ033: '6' }, { ZZ033: '7' }),
    '完成7个重点群体建会入会工作，比上年末增加1个重点群体',
    null,
  ],
  [
    'no 同时 and 此外 by place',
    year({}, { SX001: '10', SX007: '5', SX012: '3', SX015: '8', SX019: '2', SX010: '1' }),
    '组织集中宣讲10场次',
    /同时|此外/,
  ],
])('%s', (_, input, said, unsaid) => {
  const prose = proseOf(input);
  expect(prose).toContain(said);
  if (unsaid) expect(prose).not.toMatch(unsaid);
});

test.each([
  ['inside of the noun it narrows', 'BF009', '一线职工', '慰问、帮扶、救助一线职工100人次'],
  ['those that report it', 'FL018', '市总工会本级', '市总工会本级受理职工信访100件'],
  ['the work it was done in', 'FL010', '诉调对接', '诉调对接中，调处劳动争议100件'],
  ['what only adds', 'FL018', '含咨询', '受理职工信访100件（含咨询）'],
  ['a time instead of the year', 'BF003', '“两节”期间', '“两节”期间，筹集送温暖资金'],
])('a scope: %s', (_, code, scopeNote, said) => {
  const input = year({}, { [code]: '100', JG001: '5' });
  expect(proseOf(narrowed(input, code, { scopeNote }))).toContain(said);
  expect(proseOf(narrowed(input, code, { scopeNote }))).not.toMatch(/口径|按.{1,9}统计/);
});

test('one measure word for a figure and its base', () => {
  const input = scope('2017..2021', { '2017': { FL004: '16' }, '2021': { FL004: '20' } });
  const [base, now] = input.reports as [SummaryInput['reports'][number], (typeof input.reports)[0]];
  const shown = { scale: 'none' as const, decimals: 0 };
  const reports = [
    { ...base, figures: base.figures.map((one) => ({ ...one, shown: { ...shown, unit: '人' } })) },
    { ...now, figures: now.figures.map((one) => ({ ...one, shown: { ...shown, unit: '名' } })) },
  ];
  expect(proseOf({ ...input, reports })).toContain('由2017年的16名增加到20名');
});

test('a blank between number and measure word is not printed, and no section holds gaps alone', () => {
  const jh = documentScopes(catalogue).find(({ document }) => document === 'jh');
  const prose = proseOf((jh as NonNullable<typeof jh>).input);
  expect(prose).not.toMatch(/\d \S/);
  expect(prose).not.toContain('无法取得');
});

function narrowed(input: SummaryInput, code: string, given: Partial<Figure>): SummaryInput {
  return {
    ...input,
    reports: input.reports.map((report) => ({
      ...report,
      figures: report.figures.map((one) => (one.indicator === code ? { ...one, ...given } : one)),
    })),
  };
}
