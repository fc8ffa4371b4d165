import { expect, test } from 'vitest';
import { summarise } from '../summary/summarise';
import type { NamedSuccession, SummaryInput } from './source';
import { verifyText } from '../reader/verify/verify-text';
import { proseOf, scope } from '../narrative/test-input';

const own = { code: '329999', name: '示例县总工会' };
const others = {
  东: { code: '1', name: '东区总工会' },
  西: { code: '2', name: '西区总工会' },
  南: { code: '3', name: '南区总工会' },
};
const give = (unit: typeof own, into: typeof own, on: string, goesOn = false): NamedSuccession => ({
  unit: unit.code,
  unitName: unit.name,
  into: into.code,
  intoName: into.name,
  on,
  goesOn,
});

const values = { JG001: '54', ZZ025: '118000' };
const year = scope('2021', {
  '2015': { JG001: '30', ZZ025: '90000' },
  '2020': { JG001: '50', ZZ025: '115000' },
  '2021': values,
});
const term = scope(
  '2017..2021',
  Object.fromEntries(
    [2017, 2018, 2019, 2020, 2021].map((one, n) => [
      String(one),
      { JG001: String(40 + n), ZZ025: String(100_000 + 5000 * n) },
    ]),
  ),
);
const tail = '数据为调整前口径，增减按各期实际口径计算，未按可比口径调整。';

const { 东, 西, 南 } = others;
test.each<[string, SummaryInput, NamedSuccession[], string | null]>([
  ['nothing happened', year, [], null],
  [
    'others came in',
    year,
    [give(东, own, '2021-06-01'), give(西, own, '2021-06-01')],
    `2021年6月，东区总工会、西区总工会并入示例县总工会；2015年、上年${tail}`,
  ],
  [
    'parts left it',
    year,
    [give(own, 东, '2018-03-15', true), give(own, 西, '2018-03-15', true)],
    `2018年3月，示例县总工会分立出东区总工会、西区总工会；2015年${tail}`,
  ],
  [
    'it took over a part of one that was divided',
    year,
    [give(东, own, '2021-01-01'), give(东, 西, '2021-01-01')],
    `2021年1月，示例县总工会承接东区总工会划出的部分；2015年、上年${tail}`,
  ],
  [
    'one came in wholly and a part of another on the same day',
    year,
    [give(西, own, '2021-01-01'), give(东, own, '2021-01-01', true)],
    `2021年1月，西区总工会并入示例县总工会；2021年1月，示例县总工会承接东区总工会划出的部分；2015年、上年${tail}`,
  ],
  [
    'it closed within the year',
    year,
    [give(own, 东, '2021-10-01')],
    `2021年10月，示例县总工会并入东区总工会；2015年、上年${tail}`,
  ],
  [
    'it was divided within the year',
    year,
    [give(own, 东, '2021-10-01'), give(own, 南, '2021-10-01')],
    `2021年10月，示例县总工会分立为东区总工会、南区总工会；2015年、上年${tail}`,
  ],
  ['before all that is stated', year, [give(东, own, '2015-12-31')], null],
  ['after all that is stated', year, [give(东, own, '2022-01-01')], null],
  ['nothing is compared', scope('2021', { '2021': values }), [give(东, own, '2021-06-01')], null],
  [
    'within a term',
    term,
    [give(东, own, '2019-05-01')],
    `2019年5月，东区总工会并入示例县总工会；2017年至2018年${tail}`,
  ],
  [
    'a part of a year',
    scope('2021-01..2021-06', {
      '2020-01..2020-06': { JG001: '20' },
      '2021-01..2021-06': { JG001: '25' },
    }),
    [give(东, own, '2020-09-01')],
    `2020年9月，东区总工会并入示例县总工会；上年同期${tail}`,
  ],
])('%s', (_, input, successions, words) => {
  const given = { ...input, successions };
  const said =
    proseOf(given)
      .match(/[^。]*未按可比口径调整。/)?.[0]
      .trim() ?? null;
  expect(said).toBe(words);
  const { table, paragraphs } = summarise(given);
  expect(table.notes.filter((note) => note.includes('可比口径'))).toEqual(
    words === null ? [] : [words],
  );
  expect(verifyText(paragraphs, given)).toMatchObject({ lies: [], unread: [] });
});

test('what is not as it was is not called comparable', () => {
  expect(proseOf({ ...year, successions: [give(东, own, '2021-06-01')] })).toContain(
    '本年与上年都有数据的2项指标均上升。',
  );
  expect(proseOf(year)).toContain('与上年可比的2项指标均上升。');
});
