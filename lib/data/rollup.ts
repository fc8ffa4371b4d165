import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { Indicator } from '@/lib/domain/indicator';
import { parsePeriodCode, previousOf, type Period } from '@/lib/domain/period';
import { can, relationOf } from '@/lib/domain/policy';
import { emptyTally, rateOf, ruleOf, totalOf, type Tally, type Total } from '@/lib/domain/rollup';
import { withinScope, type UnitLevel, type Viewer } from './access';
import { findCatalogue } from './catalogue';
import { db } from './client';
import { countedSources, expectedSources, listRollUpSources, readPeriods, type CountedStanding, type RollUpSource, type TreeBasis, type Undivided } from './rollup-sources';
import { isCode } from './words';

export type RollUpKey = { unit: string; period: string; basis: TreeBasis; standing: CountedStanding };
export type RolledUnit = { id: string; code: string; name: string; nameEn: string; level: UnitLevel; lineage: string };

type SummedRow = { indicator: Indicator; totals: RolledTotal[] };

/** A total of one period; `otherDate`: how many units gave a number of another date, which is not added. */
export type RolledTotal = Total & { otherDate: number };
export type RolledColumn = { period: Period; sources: RollUpSource[]; expected: RollUpSource[]; reported: number };
export type RollUpView = {
  unit: RolledUnit;
  basis: TreeBasis;
  standing: CountedStanding;
  /** The period asked for, then the one before where there is one. */
  columns: RolledColumn[];
  /** Indicators that somebody reported, in the catalogue's order, with a total for each column. `alike`: the totals of
   *  the units whose reports of both periods count, which alone may be compared; empty where there is one column. */
  rows: { indicator: Indicator; totals: RolledTotal[]; alike: RolledTotal[] }[];
  /** How many units are compared, of how many that are expected in either period. */
  compared: { units: number; of: number };
  /** Whether other units were counted then than now, so that the change is not that of the work alone. */
  isRestructured: boolean;
  /** Reports of these periods of which today's units hold a part each: they are left out. */
  undivided: Undivided[];
};

/** Totals of a unit and everything below it for a period and the one before; null where the viewer may not see the unit
 *  or nothing is expected of it. Worked out now, from what has been handed in by now. */
export async function findRollUp(viewer: Viewer, { unit: code, period: periodCode, basis, standing }: RollUpKey): Promise<RollUpView | null> {
  const period = parsePeriodCode(periodCode);
  const unit = period && (await findRolledUnit(viewer, code));
  if (!period || !unit) return null;
  const { columns, undivided } = await readColumns(viewer, unit, [period.code, previousOf(period).code], { basis, standing });
  if (columns[0]?.period.code !== period.code || columns[0].sources.length === 0) return null;
  const kept = columns.filter(({ sources }) => sources.length > 0);
  const { alike, compared } = alikeIn(kept);
  const rows = await readRows([...kept, ...alike]);
  return {
    unit, basis, standing, columns: kept, compared, isRestructured: isRestructured(kept), undivided,
    rows: rows.map(({ indicator, totals }) => ({
      indicator, totals: totals.slice(0, kept.length), alike: kept.length < 2 ? [] : alike.length > 0 ? totals.slice(kept.length) : totals,
    })),
  };
}

/** The same for any periods, without the words around it; null where the viewer may not see the unit. */
export async function readRollUp(
  viewer: Viewer,
  code: string,
  periods: readonly string[],
  choice: { basis: TreeBasis; standing: CountedStanding },
): Promise<{ columns: RolledColumn[]; rows: SummedRow[] } | null> {
  const unit = await findRolledUnit(viewer, code);
  if (!unit) return null;
  const { columns } = await readColumns(viewer, unit, periods, choice);
  return { columns, rows: await readRows(columns) };
}

/** The unit, if its reports may be listed. */
export async function findRolledUnit(viewer: Viewer, code: string): Promise<RolledUnit | null> {
  if (!isCode(code)) return null;
  const select = { id: true, code: true, name: true, nameEn: true, level: true, lineage: true };
  const unit = await db.unit.findFirst({ where: { code, ...withinScope(viewer) }, select });
  return unit && can(viewer, 'report.list', { relation: relationOf(viewer.unit.lineage, unit.lineage) }) ? unit : null;
}

type Columns = { columns: RolledColumn[]; undivided: Undivided[] };

async function readColumns(viewer: Viewer, unit: RolledUnit, codes: readonly string[], choice: { basis: TreeBasis; standing: CountedStanding }): Promise<Columns> {
  const periods = await readPeriods(codes);
  const { sources: all, undivided } = await listRollUpSources(viewer, unit, periods, choice);
  const columns = periods.map((period) => {
    const sources = all.filter((source) => source.period === period.code);
    const expected = expectedSources(sources);
    return { period, sources, expected, reported: expected.filter(({ submissionId }) => submissionId !== null).length };
  });
  return { columns, undivided };
}

async function readRows(columns: Pick<RolledColumn, 'period' | 'sources'>[]): Promise<SummedRow[]> {
  const { indicators } = await findCatalogue();
  const rates = indicators.filter((indicator) => ruleOf(indicator) === 'ratio');
  const counted = columnsSql(columns);
  const [tallies, parts] = await Promise.all([
    db.$queryRaw<(TallyRow & { otherDate: number })[]>`
      WITH "counted" AS (${counted})
      SELECT s."at", f."indicator_code" AS "code", ${tallyColumns(Prisma.sql`f`, ofPeriod(Prisma.sql`f`))},
        (count(*) FILTER (WHERE NOT ${ofPeriod(Prisma.sql`f`)}))::int AS "otherDate"
      FROM "counted" s JOIN "figure" f ON f."submission_id" = s."id"
      WHERE f."measure" = 'level' AND f."value" IS NOT NULL AND ${isOwn(Prisma.sql`f`)}
      GROUP BY 1, 2`,
    db.$queryRaw<RateRow[]>`
      WITH "counted" AS (${counted})
      SELECT s."at", q."code", ${tallyColumns(Prisma.sql`n`, Prisma.sql`true`)}, ${bottomColumns}
      FROM "counted" s
      CROSS JOIN unnest(${rates.map(({ code }) => code)}::text[], ${rates.map(({ numerator }) => numerator)}::text[], ${rates.map(({ denominator }) => denominator)}::text[])
        AS q("code", "numerator", "denominator")
      JOIN "figure" n ON n."submission_id" = s."id" AND n."indicator_code" = q."numerator" AND n."measure" = 'level' AND n."value" IS NOT NULL
      JOIN "figure" d ON d."submission_id" = s."id" AND d."indicator_code" = q."denominator" AND d."measure" = 'level' AND d."value" IS NOT NULL
      WHERE ${ofPeriod(Prisma.sql`n`)} AND ${ofPeriod(Prisma.sql`d`)} AND ${isOwn(Prisma.sql`n`)} AND ${isOwn(Prisma.sql`d`)}
      GROUP BY 1, 2`,
  ]);
  const at = (row: { at: number; code: string }) => `${row.at} ${row.code}`;
  const [summed, divided] = [new Map(tallies.map((row) => [at(row), row])), new Map(parts.map((row) => [at(row), row]))];
  return indicators.flatMap((indicator) => {
    const totals = columns.map((_, column): RolledTotal => {
      const key = `${column} ${indicator.code}`;
      const [found, rate] = [summed.get(key), divided.get(key)];
      const total = ruleOf(indicator) === 'ratio' ? rateOf(indicator, rate ? partsOf(rate) : noParts) : totalOf(indicator, found ? tallyIn(found) : emptyTally);
      return { ...total, otherDate: found?.otherDate ?? 0 };
    });
    const isThere = columns.some((_, column) => summed.has(`${column} ${indicator.code}`)) || totals.some(({ value }) => value !== null);
    return isThere ? [{ indicator, totals }] : [];
  });
}

type TallyRow = { at: number; code: string; units: number; sum: string | null; highest: string | null; above: number; below: number; either: number };
type RateRow = TallyRow & { bottomSum: string; bottomAbove: number; bottomBelow: number; bottomEither: number };

const noParts = { numerator: emptyTally, denominator: emptyTally };
const tallyIn = ({ units, sum, highest, above, below, either }: TallyRow): Tally => ({ units, sum: sum ?? '0', highest, above, below, either });
const partsOf = (row: RateRow) => ({
  numerator: tallyIn(row),
  denominator: { units: row.units, sum: row.bottomSum, highest: null, above: row.bottomAbove, below: row.bottomBelow, either: row.bottomEither },
});

// The rules of lib/domain/rollup.ts where the figures lie; rollup.test.ts holds the two against each other.
const tallyColumns = (f: Prisma.Sql, counts: Prisma.Sql): Prisma.Sql => Prisma.sql`
  (count(*) FILTER (WHERE ${counts}))::int AS "units",
  trim_scale(sum(${f}."value") FILTER (WHERE ${counts}))::text AS "sum", trim_scale(max(${f}."value") FILTER (WHERE ${counts}))::text AS "highest",
  (count(*) FILTER (WHERE ${f}."qualifier" IN ('余', '多', '以上') AND ${counts}))::int AS "above",
  (count(*) FILTER (WHERE ${f}."qualifier" = '近' AND ${counts}))::int AS "below",
  (count(*) FILTER (WHERE ${f}."qualifier" IN ('约', '左右') AND ${counts}))::int AS "either"`;

const bottomColumns = Prisma.sql`
  trim_scale(sum(d."value"))::text AS "bottomSum",
  (count(*) FILTER (WHERE d."qualifier" IN ('余', '多', '以上')))::int AS "bottomAbove",
  (count(*) FILTER (WHERE d."qualifier" = '近'))::int AS "bottomBelow",
  (count(*) FILTER (WHERE d."qualifier" IN ('约', '左右')))::int AS "bottomEither"`;

const ofPeriod = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  (${f}."as_of" IS NULL OR ${f}."as_of" = s."to" OR (${f}."as_of" = left(s."to", 4) AND s."to" LIKE '%-12'))
  AND (${f}."from" IS NULL OR ${f}."from" = s."from" OR ${f}."from" = left(s."from", 4)))`;

const isOwn = (f: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  s."coverage" = 'any' OR CASE WHEN ${f}."scope_note" LIKE '%本级' THEN true WHEN ${f}."scope_note" LIKE '%全辖%' THEN false ELSE s."coverage" = 'own' END)`;

/** The submissions that count, with the place of their column, its months, and which of their figures are added. */
function columnsSql(columns: Pick<RolledColumn, 'period' | 'sources'>[]): Prisma.Sql {
  const rows = columns.flatMap(({ period, sources }, at) =>
    countedSources(sources).map(({ submissionId, hasBelow, coverage }) => ({ submissionId, at, from: period.from, to: period.to, coverage: hasBelow ? coverage : 'any' })),
  );
  return Prisma.sql`SELECT * FROM unnest(${rows.map(({ submissionId }) => submissionId)}::uuid[], ${rows.map(({ at }) => at)}::int[],
    ${rows.map(({ from }) => from)}::text[], ${rows.map(({ to }) => to)}::text[], ${rows.map(({ coverage }) => coverage)}::text[])
    AS c("id", "at", "from", "to", "coverage")`;
}

/** The two columns cut down to places that are complete in both: a unit that is missing in one would make a change of its
 *  own, and so would a part of what was one. No columns where nothing has to be cut. */
function alikeIn(columns: RolledColumn[]): { alike: Pick<RolledColumn, 'period' | 'sources'>[]; compared: RollUpView['compared'] } {
  const nameOf = ({ place, unit }: RollUpSource) => place ?? `torn ${unit.code}`;
  const places = columns.map(({ expected }) => new Set(expected.map(nameOf)));
  const waiting = new Set(columns.flatMap(({ expected }) => expected.filter(({ submissionId, place }) => submissionId === null || place === null).map(nameOf)));
  const all = new Set(places.flatMap((one) => [...one]));
  const complete = new Set([...all].filter((place) => !waiting.has(place) && places.every((one) => one.has(place))));
  const compared = { units: complete.size, of: all.size };
  if (columns.length < 2 || complete.size === all.size) return { alike: [], compared };
  return { alike: columns.map(({ period, sources }) => ({ period, sources: sources.filter((source) => complete.has(nameOf(source))) })), compared };
}

function isRestructured(columns: RolledColumn[]): boolean {
  const [now, before] = columns.map(({ sources }) => new Set(sources.map(({ unit }) => unit.code)));
  if (!now || !before) return false;
  return [...now].some((code) => !before.has(code)) || [...before].some((code) => !now.has(code));
}
