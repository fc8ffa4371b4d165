// A change may only be stated of what gave a number in both periods: of each indicator by itself.
import { expect, test } from 'vitest';
import { workedOutValue } from '@/lib/domain/figure/rate';
import { ruleOf } from '@/lib/domain/rollup/rollup';
import { countedOf } from '@/lib/domain/rollup/print-rollup';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { findRollUp } from './rollup';
import { generator } from '../testing/test-random';
import { makeWorld, type UnitKey } from '../testing/test-world';

const units: readonly UnitKey[] = ['city', 'county', 'neighbour'];
const years = ['6001', '6002'] as const;

test.each([3, 8, 21])(
  'of each indicator the compared totals are those of the units that gave a number in both years, seed %i',
  async (seed) => {
    const random = generator(seed);
    const world = await makeWorld();
    const { indicators } = await findCatalogue();
    const rates = indicators.filter((one) => ruleOf(one) === 'ratio').slice(0, 4);
    const used = [
      ...indicators
        .filter(
          (one) =>
            ruleOf(one) === 'sum' &&
            !rates.some(({ numerator, denominator }) =>
              [numerator, denominator].includes(one.code),
            ),
        )
        .slice(0, 12)
        .map(({ code }) => code),
      ...rates.flatMap(({ numerator, denominator }) => [numerator!, denominator!]),
    ];
    const given = new Map<string, number>();
    const missing = random() < 0.5 ? 'neighbour' : null;
    for (const year of years) {
      for (const unit of units) {
        const id = await world.report(unit, year);
        const { id: submissionId } = await db.submission.findFirstOrThrow({
          where: { reportId: id },
        });
        const by = world.viewer(unit, 'signatory').personId;
        for (const code of new Set(used)) {
          const answer = (
            ['number', 'number', 'number', 'blank', 'not_applicable', 'not_available'] as const
          )[Math.floor(random() * 6)]!;
          const value = answer === 'number' ? Math.floor(random() * 1000) + 1 : null;
          await db.figure.create({
            data: { submissionId, indicatorCode: code, answer, value, enteredById: by },
          });
          if (value !== null && !(unit === missing && year === '6002'))
            given.set(`${year} ${unit} ${code}`, value);
        }
        if (!(unit === missing && year === '6002'))
          await db.submission.update({
            where: { id: submissionId },
            data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
          });
      }
    }
    const view = (await findRollUp(world.viewer('city', 'reviewer'), {
      unit: world.unit.city.code,
      period: '6002',
      basis: 'then',
      standing: 'submitted',
    }))!;
    expect(view.compared).toEqual({ units: missing ? 2 : 3, of: 3 });
    const both = (codes: string[]) =>
      units.filter((unit) =>
        years.every((year) => codes.every((code) => given.has(`${year} ${unit} ${code}`))),
      );
    const sumOf = (year: string, code: string, over: readonly UnitKey[]) =>
      String(over.reduce((sum, unit) => sum + given.get(`${year} ${unit} ${code}`)!, 0));
    let narrowed = 0;
    for (const { indicator, totals, alike } of view.rows) {
      const isRate = ruleOf(indicator) === 'ratio';
      if (!isRate && !used.includes(indicator.code)) continue;
      const over = both(isRate ? [indicator.numerator!, indicator.denominator!] : [indicator.code]);
      const value = (year: string) =>
        isRate
          ? workedOutValue(
              indicator,
              new Map(
                [indicator.numerator!, indicator.denominator!].map((code) => [
                  code,
                  sumOf(year, code, over),
                ]),
              ),
            )
          : sumOf(year, indicator.code, over);
      expect({ code: indicator.code, units: alike.map((one) => one.units) }).toEqual({
        code: indicator.code,
        units: [over.length, over.length],
      });
      if (over.length === 0) expect(alike.map((one) => one.value)).toEqual([null, null]);
      else
        expect({ code: indicator.code, values: alike.map((one) => one.value) }).toEqual({
          code: indicator.code,
          values: [value('6002'), value('6001')],
        });
      narrowed += totals.some((one, at) => one.units !== alike[at]!.units) ? 1 : 0;
    }
    expect(narrowed).toBeGreaterThan(3);
  },
);

test('units that are as many but not the same are no whole: a city that reports all below and gives its own level of some figures', async () => {
  const world = await makeWorld();
  const { indicators } = await findCatalogue();
  const [rate] = indicators.filter((one) => ruleOf(one) === 'ratio');
  const [other, both, all] = indicators
    .filter(
      (one) =>
        ruleOf(one) === 'sum' && one.code !== rate!.numerator && one.code !== rate!.denominator,
    )
    .map(({ code }) => code);
  for (const year of ['6011', '6012']) {
    for (const unit of units) {
      const id = await world.report(unit, year);
      const { id: submissionId } = await db.submission.findFirstOrThrow({
        where: { reportId: id },
      });
      const by = world.viewer(unit, 'signatory').personId;
      const given = [both!, all!, rate!.numerator!, rate!.denominator!].filter(
        (code) => code === all || unit !== 'county',
      );
      if (unit === 'city' || (unit === 'county') === (year === '6011')) given.push(other!);
      const scopeNote = unit === 'city' ? '本级' : null;
      await db.figure.createMany({
        data: given.map((indicatorCode) => ({
          submissionId,
          indicatorCode,
          answer: 'number' as const,
          value: unit === 'city' ? 100 : 7,
          scopeNote,
          enteredById: by,
        })),
      });
      await db.submission.update({
        where: { id: submissionId },
        data: { sentAt: new Date(), sentById: by, signedAt: new Date(), signedById: by },
      });
      if (unit === 'city') await db.report.update({ where: { id }, data: { coverage: 'whole' } });
    }
  }
  const view = (await findRollUp(world.viewer('city', 'reviewer'), {
    unit: world.unit.city.code,
    period: '6012',
    basis: 'then',
    standing: 'submitted',
  }))!;
  const expected = view.columns[0]!.expected.length;
  const row = (code: string) => {
    const { totals, alike } = view.rows.find(({ indicator }) => indicator.code === code)!;
    return {
      totals: totals.map(({ value }) => value),
      counted: totals.map((total) => countedOf(total, expected)),
      alike: alike.map(({ value, units: some }) => [value, some]),
    };
  };
  expect(row(other!)).toEqual({
    totals: ['107', '107'],
    counted: ['2/3', '2/3'],
    alike: [
      [null, 0],
      [null, 0],
    ],
  });
  expect(row(both!)).toEqual({
    totals: ['107', '107'],
    counted: ['2/3', '2/3'],
    alike: [
      ['7', 1],
      ['7', 1],
    ],
  });
  expect(row(all!)).toEqual({
    totals: ['114', '114'],
    counted: ['3/3', '3/3'],
    alike: [
      ['14', 2],
      ['14', 2],
    ],
  });
  expect(row(rate!.code)).toMatchObject({
    counted: ['2/3', '2/3'],
    alike: [
      [expect.anything(), 1],
      [expect.anything(), 1],
    ],
  });
});
