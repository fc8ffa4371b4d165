import { describe, expect, test } from 'vitest';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';
import { toFigure } from '@/prisma/world/made-up';
import type { SourceReport } from '../comparison/source';
import type { Figure } from '../figure/figure';
import { parsePeriodCode, type Period } from '../tree/period';
import { explore, type ExploreView } from './explore';

const indicatorOf = (code: string) => catalogue.indicators.find((one) => one.code === code)!;
const [contests, members] = [indicatorOf('JG001'), indicatorOf('ZZ025')];
const figure = (code: string, value: string, more: Partial<Figure> = {}): Figure => ({
  ...toFigure(indicatorOf(code), value),
  ...more,
});
const report = (unit: string, year: number, figures: Figure[]): SourceReport => ({
  unit,
  period: parsePeriodCode(String(year)) as Period,
  submission: 1,
  standing: 'approved',
  madeUp: true,
  figures,
});
const show = (view: ExploreView, reports: SourceReport[], indicators = [contests]) =>
  explore({
    indicators,
    catalogue: catalogue.indicators,
    units: ['甲', '乙', '丙'],
    years: [2020, 2021],
    reports,
    view,
  }).map(({ lines }) =>
    lines.map(({ cells }) => cells.map(({ text, why }) => (why ? `(${why})` : text))),
  );

const reports = [
  report('甲', 2019, [figure('JG001', '100')]),
  report('甲', 2020, [figure('JG001', '110')]),
  report('甲', 2021, [figure('JG001', '99')]),
  report('乙', 2020, [figure('JG001', '200')]),
  report('乙', 2021, [figure('JG001', '300', { scopeNote: '市本级' })]),
  report('丙', 2021, [figure('JG001', '99')]),
];

describe('figures as somebody asks for them', () => {
  test('levels, with nothing where nothing was reported', () => {
    expect(show('value', reports)).toEqual([
      [
        ['110场次', '99场次'],
        ['200场次', '300场次'],
        [null, '99场次'],
      ],
    ]);
  });

  test('changes on the year before, also on one that is not shown; what may not be compared says why', () => {
    expect(show('change', reports)).toEqual([
      [
        ['+10.0%', '−10.0%'],
        [null, '(scope)'],
        [null, null],
      ],
    ]);
  });

  test('places among units of one scope, shared where equal', () => {
    expect(show('place', reports)).toEqual([
      [
        ['2', '1'],
        ['1', '(scope)'],
        [null, '1'],
      ],
    ]);
  });

  test('a rate that nobody reported follows from its parts, and changes in points', () => {
    const parts = (year: number, value: string) =>
      report('甲', year, [
        figure('HT001', '1000'),
        figure('HT002', '1000'),
        figure('HT003', value),
      ]);
    const rate = indicatorOf('HT004');
    const [rates] = show('change', [parts(2020, '900'), parts(2021, '950')], [rate]);
    expect(rates?.[0]).toEqual([null, '+5个百分点']);
  });

  test('every number names the figures it comes from', () => {
    const [table] = explore({
      indicators: [members],
      catalogue: catalogue.indicators,
      units: ['甲'],
      years: [2021],
      reports: [report('甲', 2021, [figure('ZZ025', '5000')])],
      view: 'value',
    });
    expect(table?.lines[0]?.cells[0]?.figures).toEqual([
      { unit: '甲', period: '2021', indicator: 'ZZ025', submission: 1 },
    ]);
  });
});
