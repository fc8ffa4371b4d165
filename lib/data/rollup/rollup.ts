import 'server-only';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { parsePeriodCode, previousOf } from '@/lib/domain/tree/period';
import { can, relationOf } from '@/lib/domain/access/policy';
import { withinScope, type UnitLevel, type Viewer } from '../database/access';
import { db } from '../database/client';
import {
  expectedSources,
  listRollUpSources,
  type CountedStanding,
  type RolledColumn,
  type RollUpSource,
  type TreeBasis,
  type Undivided,
} from './sources';
import {
  readAlikeTotals,
  readTotals,
  type Counted,
  type RolledTotal,
  type SummedRow,
} from './totals';
import { isCode } from '../database/words';
import { readChanged, type ChangedReport } from './changed-reports';
import type { LeftReport } from '../tree/left-reports';
import { readPeriods } from '../tree/periods';

export type RollUpKey = {
  unit: string;
  period: string;
  basis: TreeBasis;
  standing: CountedStanding;
};
export type RolledUnit = {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  level: UnitLevel;
  lineage: string;
};

export type { RolledColumn, RolledTotal };
export type RollUpView = {
  unit: RolledUnit;
  basis: TreeBasis;
  standing: CountedStanding;
  /** The period asked for, then the one before where there is one. */
  columns: RolledColumn[];
  /** Indicators that somebody reported, in the catalogue's order, with a total for each column. `alike`: the totals
   *  over places that gave a number in both periods, which alone may be compared; empty where there is one column. */
  rows: { indicator: Indicator; totals: RolledTotal[]; alike: RolledTotal[] }[];
  /** How many units handed in both periods' reports, of how many that are expected in either; single rows may have
   *  fewer. */
  compared: { units: number; of: number };
  /** What other reports are counted then than now, or in neither, so that the change is not that of the work alone. */
  changed: ChangedReport[];
  /** Reports of these periods of which today's units hold a part each: they are left out. */
  undivided: Undivided[];
};

/** Totals of a unit and everything below it for a period and the one before; null where the viewer may not see the unit
 *  or nothing is expected of it. Worked out now, from what has been handed in by now. */
export async function findRollUp(
  viewer: Viewer,
  { unit: code, period: periodCode, basis, standing }: RollUpKey,
): Promise<RollUpView | null> {
  const period = parsePeriodCode(periodCode);
  const unit = period && (await findRolledUnit(viewer, code));
  if (!period || !unit) return null;
  const { columns, undivided, left } = await readColumns(
    viewer,
    unit,
    [period.code, previousOf(period).code],
    { basis, standing },
  );
  if (columns[0]?.period.code !== period.code) return null;
  // Nobody stood there then, or nobody reports: that is an answer, too.
  const kept = columns.filter(({ sources }, at) => at === 0 || sources.length > 0);
  const totals = await readTotals(kept);
  const { rows, compared } = await withAlike(kept, totals);
  return {
    unit,
    basis,
    standing,
    columns: kept,
    compared,
    changed: await readChanged(kept, left),
    undivided,
    rows,
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
  return { columns, rows: await readTotals(columns) };
}

/** The unit, if its reports may be listed. */
export async function findRolledUnit(viewer: Viewer, code: string): Promise<RolledUnit | null> {
  if (!isCode(code)) return null;
  const select = { id: true, code: true, name: true, nameEn: true, level: true, lineage: true };
  const unit = await db.unit.findFirst({ where: { code, ...withinScope(viewer) }, select });
  return unit &&
    can(viewer, 'report.list', { relation: relationOf(viewer.unit.lineage, unit.lineage) })
    ? unit
    : null;
}

type Columns = { columns: RolledColumn[]; undivided: Undivided[]; left: LeftReport[] };

async function readColumns(
  viewer: Viewer,
  unit: RolledUnit,
  codes: readonly string[],
  choice: { basis: TreeBasis; standing: CountedStanding },
): Promise<Columns> {
  const periods = await readPeriods(codes);
  const { sources: all, undivided, left } = await listRollUpSources(viewer, unit, periods, choice);
  const columns = periods.map((period) => {
    const sources = all.filter((source) => source.period === period.code);
    const expected = expectedSources(sources);
    return {
      period,
      sources,
      expected,
      reported: expected.filter(({ submissionId }) => submissionId !== null).length,
    };
  });
  return { columns, undivided, left };
}

/** The rows with what may be compared: of each indicator the places that are complete in both periods and gave a
 *  number in both. A unit that is missing in one would make a change of its own, and so would a part of what was
 *  one. */
async function withAlike(
  columns: RolledColumn[],
  rows: SummedRow[],
): Promise<Pick<RollUpView, 'rows' | 'compared'>> {
  const nameOf = ({ place, unit }: RollUpSource) => place ?? `torn ${unit.code}`;
  const places = columns.map(({ expected }) => new Set(expected.map(nameOf)));
  const waiting = new Set(
    columns.flatMap(({ expected }) =>
      expected
        .filter(({ submissionId, place }) => submissionId === null || place === null)
        .map(nameOf),
    ),
  );
  const all = new Set(places.flatMap((one) => [...one]));
  const complete = new Set(
    [...all].filter((place) => !waiting.has(place) && places.every((one) => one.has(place))),
  );
  const compared = { units: complete.size, of: all.size };
  if (columns.length < 2) return { rows: rows.map((row) => ({ ...row, alike: [] })), compared };
  const isWhole = ({ totals }: SummedRow) =>
    totals.every(({ why }) => why === 'not-summable') ||
    (complete.size === all.size &&
      totals.every(
        ({ units, beside }, at) => beside === 0 && units === columns[at]!.expected.length,
      ));
  const narrowed: Counted[] = columns.map(({ period, expected }) => ({
    period,
    sources: expected.filter((source) => complete.has(nameOf(source))),
  }));
  const alike = new Map(
    (
      await readAlikeTotals(
        rows.filter((row) => !isWhole(row)).map(({ indicator }) => indicator),
        narrowed,
        nameOf,
      )
    ).map(({ indicator, totals }) => [indicator.code, totals]),
  );
  const nothing = (row: SummedRow): RolledTotal[] =>
    row.totals.map((total) => ({
      ...total,
      value: null,
      units: 0,
      beside: 0,
      why: total.why ?? 'nothing-reported',
    }));
  return {
    rows: rows.map((row) => ({
      ...row,
      alike: isWhole(row) ? row.totals : (alike.get(row.indicator.code) ?? nothing(row)),
    })),
    compared,
  };
}
