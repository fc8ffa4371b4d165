import { describe, expect, test } from 'vitest';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { summarise } from '@/lib/domain/summary/summarise';
import type { SourceReport, SummaryUnit } from '@/lib/domain/comparison/source';
import { findUnsourcedNumbers } from '../../reader/find-unsourced';
import { standardCatalogue as catalogue } from '@/prisma/catalogue/standard-catalogue';

const above: SummaryUnit = { code: '990000', name: '示例市总工会', level: 'city' };

const report = (
  unit: string,
  value: string | null,
  period = '2021',
  qualifier: '' | '余' = '',
): SourceReport => ({
  unit,
  period: parsePeriodCode(period) as Period,
  submission: 1,
  standing: 'approved',
  madeUp: false,
  figures: [
    {
      indicator: 'ZZ025',
      measure: 'level',
      answer: value === null ? 'blank' : 'number',
      value,
      shown: value === null ? null : { scale: 'none', decimals: 0, unit: '人' },
      qualifier,
      baseYear: null,
      asOf: null,
      from: null,
      scopeNote: null,
      note: null,
    },
  ],
});

/** What is said of 20000 members beside these. */
function stated(others: SourceReport[], expected: number, own = report('990001', '20000')): string {
  const { paragraphs } = summarise({
    unit: { code: '990001', name: '东河县总工会', level: 'county' },
    scope: { kind: 'year', period: own.period },
    reports: [own],
    catalogue,
    peers: { above, expected, reports: others },
  });
  expect(findUnsourcedNumbers(paragraphs)).toEqual([]);
  return paragraphs.flatMap(({ segments }) => segments.map(({ text }) => text)).join('');
}

describe('a rank among the neighbours', () => {
  test.each<[string, SourceReport[], number, string | null]>([
    [
      'all have reported',
      [report('990002', '30000'), report('990003', '10000')],
      3,
      '居全市第二位，占全市的33.3%',
    ],
    [
      'a tie',
      [report('990002', '20000'), report('990003', '30000')],
      3,
      '在全市并列第二位，占全市的28.6%',
    ],
    [
      'some have not reported',
      [report('990002', '30000'), report('990003', '10000')],
      5,
      '在已报的3个县区中居第二位',
    ],
    [
      'a neighbour left it blank',
      [report('990002', '30000'), report('990003', '10000'), report('990004', null)],
      4,
      '在已报的3个县区中居第二位',
    ],
    [
      'an approximate neighbour in front for certain',
      [report('990002', '30000', '2021', '余'), report('990003', '10000')],
      3,
      '居全市第二位',
    ],
    [
      'an approximate neighbour that may lie on either side',
      [report('990002', '15000', '2021', '余'), report('990003', '10000')],
      3,
      '居全市第一位',
    ],
    [
      'an approximate neighbour around it',
      [report('990002', '10000', '2021', '余'), report('990003', '30000')],
      3,
      '居全市第二位',
    ],
    [
      'a part of a year',
      [
        report('990002', '30000', '2021-01..2021-06'),
        report('990003', '10000', '2021-01..2021-06'),
      ],
      3,
      null,
    ],
    ['one neighbour only', [report('990002', '30000')], 2, null],
    ['none', [], 3, null],
  ])('%s', (_, others, expected, said) => {
    const text = stated(others, expected);
    if (said === null) expect(text).not.toMatch(/位(，|。)/);
    else expect(text).toContain(said);
  });

  test('where the spans overlap nothing is said', () => {
    expect(
      stated(
        [report('990002', '19000'), report('990003', '25000')],
        3,
        report('990001', '20000', '2021', '余'),
      ),
    ).not.toMatch(/第.位/);
  });
});
