// The rules of a total stand in the domain, and in SQL where millions of figures lie. Over any figures both say the
// same.
import { beforeAll, expect, test } from 'vitest';
import type { Figure } from '@/lib/domain/figure/figure';
import { coverageOf, coverages, isAdded } from '@/lib/domain/rollup/coverage';
import { rollUp } from '@/lib/domain/rollup/rollup';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { generator } from '../testing/test-random';
import { findRollUp } from './rollup';
import { key, nextYear, openWorld, report, world, type Given } from './test-rollup';

beforeAll(openWorld);

const units = ['city', 'county', 'neighbour'] as const;
const fixed = [1, 2, 3, 4];
const drawn = Array.from({ length: 3 }, () => Math.floor(Math.random() * 2 ** 31));

test.each([...fixed, ...drawn])('seed %i', async (seed) => {
  const random = generator(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const { indicators } = await findCatalogue();
  const period = nextYear();
  const figures = new Map<string, Figure[]>();
  for (const unit of units) {
    const given = indicators.flatMap(({ code }) =>
      random() < 0.7 ? anyFigures(code, period, random, pick) : [],
    );
    const id = await report(unit, period, given);
    await db.report.update({ where: { id }, data: { coverage: pick(coverages) } });
    figures.set(id, given.map(figureOf));
  }

  const view = (await findRollUp(world.viewer('city', 'reviewer'), key('city', period)))!;
  const [column] = view.columns;
  const added = new Map(
    column!.sources.map(({ reportId, coverage, hasBelow }) => [
      reportId,
      figures
        .get(reportId)!
        .filter(({ scopeNote }) => isAdded(coverageOf(scopeNote, coverage), hasBelow)),
    ]),
  );
  expect(added.size).toBe(units.length);
  const byRule = rollUp(indicators, added, column!.period);
  const inSql = new Map(
    view.rows.map(({ indicator, totals: [total] }) => [indicator.code, total!]),
  );
  const totals = indicators.map(({ code }) => {
    const { value, qualifier, units: counted, why } = byRule.get(code)!;
    return { code, value, qualifier, units: counted, why };
  });
  expect(
    totals.map(({ code, ...byItself }) => {
      const found = inSql.get(code);
      // What nobody gave a number for has no row.
      if (!found) return { code, ...byItself, value: null };
      const { value, qualifier, units: counted, why } = found;
      return { code, value, qualifier, units: counted, why };
    }),
  ).toEqual(totals);
  expect(totals.filter(({ value }) => value !== null).length).toBeGreaterThan(100);
  expect(new Set(totals.map(({ why }) => why)).size).toBeGreaterThan(1);
});

/** A figure of an indicator as a unit may give it: of any date, scope and roughness, or no number; and a target beside
 *  it. */
function anyFigures(
  code: string,
  year: string,
  random: () => number,
  pick: <T>(of: readonly T[]) => T,
): Given[] {
  const number = () => String(Math.floor((random() - 0.1) * 9_000_000) / 100);
  const isNumber = random() < 0.85;
  const level: Given = {
    code,
    value: isNumber ? number() : null,
    rest: {
      answer: isNumber ? 'number' : pick(['blank', 'not_applicable', 'not_available'] as const),
      qualifier: isNumber
        ? pick(['', '', '', '近', '约', '余', '多', '以上', '左右'] as const)
        : '',
      asOf: pick([null, null, null, year, `${year}-12`, `${year}-06`]),
      from: pick([null, null, null, year, `${year}-01`, `${year}-07`]),
      scopeNote: pick([null, null, null, '市本级', '全辖', '全辖及驻地单位', '含直属']),
    },
  };
  const target: Given = { code, value: number(), rest: { measure: 'target' } };
  return random() < 0.2 ? [level, target] : [level];
}

const figureOf = ({ code, value, rest }: Given): Figure => ({
  indicator: code,
  measure: 'level',
  answer: 'number',
  value,
  shown: null,
  qualifier: '',
  baseYear: null,
  asOf: null,
  from: null,
  scopeNote: null,
  note: null,
  ...rest,
});
