import { expect, test } from 'vitest';
import { reportGrid } from '@/lib/export/report-grid';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { scope } from '../narrative/test-input';
import { summarise } from '../summary/summarise';
import { prepare } from './prepare';
import { compareReports } from './tabulate';

// 集体协商建制率: nobody reported it, both its parts were.
const rate = catalogue.indicators.find(({ code }) => code === 'ZZ034')!;
const given = () =>
  scope('2021', {
    '2020': { ZZ025: '850', ZZ023: '1000' },
    '2021': { ZZ025: '900', ZZ023: '1000' },
  });
const textsOf = ({ rows }: ReturnType<typeof compareReports>) => {
  const row = rows.find(({ indicator }) => indicator.code === rate.code);
  return row && [...row.cells.map(({ text }) => text), row.change?.text];
};
const stated = ['90%', '85%', '+5个百分点'];

test('one input has one table, whatever was asked before', () => {
  const input = given();
  expect(textsOf(compareReports(input))).toEqual(stated);
  expect(textsOf(summarise(input).table)).toEqual(stated);
  expect(textsOf(compareReports(input))).toEqual(stated);
});

test('what was given stays as it was given', () => {
  const input = given();
  const before = structuredClone(input);
  expect(
    prepare(input).reports.map(({ numbers }) => numbers.level.get(rate.code)?.figure.value),
  ).toEqual(['85.0', '90.0']);
  expect(input).toEqual(before);
});

test('the file of a report has the rates that the summary has', () => {
  const { unit, scope: told2021, reports } = given();
  const [previous, current] = reports as [(typeof reports)[0], (typeof reports)[0]];
  const ofCode = (of: typeof current, code: string) =>
    of.figures.find(({ indicator }) => indicator === code) ?? null;
  const grid = reportGrid({
    unit,
    period: told2021.period,
    submission: 1,
    previousSubmission: 1,
    madeUp: false,
    sections: catalogue.sections,
    rows: catalogue.indicators
      .filter(({ code }) => ['ZZ023', 'ZZ025', 'ZZ034'].includes(code))
      .map((indicator) => ({
        indicator,
        figure: ofCode(current, indicator.code),
        previous: ofCode(previous, indicator.code),
        changes: [],
      })),
  });
  const row = grid.groups.flatMap(({ rows }) => rows).find((cells) => cells[0]?.text === rate.name);
  expect(row?.slice(2, 5).map(({ text }) => text)).toEqual(['90', '85', '+5个百分点']);
});
