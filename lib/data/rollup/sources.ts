import 'server-only';
import type { Period } from '@/lib/domain/tree/period';
import { statusOf, type ReportStatus } from '@/lib/domain/report/report';
import { isAdded, type Coverage } from '@/lib/domain/rollup/coverage';
import { codesIn, type UnitKind } from '@/lib/domain/tree/unit';
import type { UnitLevel, Viewer } from '../database/access';
import { db } from '../database/client';
import type { RowOf } from '../database/statement';
import type { Transaction } from '../database/transaction';
import type { TreeBasis } from '../tree/dated-tree';
import { expectedReports, pathsOf } from './queries';
import { readLeftReports, type LeftReport } from '../tree/left-reports';
import { readRestructuring, type Undivided } from '../tree/restructuring';

export type { TreeBasis, Undivided };
/** Which submissions count: the newest that was handed in, or approved ones only. */
export type CountedStanding = 'submitted' | 'approved';

/** A report that a total is made from, or waits for. */
export type RollUpSource = {
  period: string;
  reportId: string;
  unit: { code: string; name: string; nameEn: string; level: UnitLevel; kind: UnitKind };
  /** Code of the unit directly below the one looked at through which this one stands there; null for its own report. */
  branch: string | null;
  /** The submission that counts; null while there is none. */
  submissionId: string | null;
  number: number | null;
  /** The newest one, a draft too: only for those who may read it. */
  newest: { id: string; number: number };
  status: ReportStatus;
  madeUp: boolean;
  coverage: Coverage;
  /** Whether other reports are expected below this one, so that a total entered by hand is not added to them. */
  hasBelow: boolean;
  /** Its figures are in another report already: it is shown, never added. */
  countedElsewhere: boolean;
  /** What it is compared as: its own code, or that of all the units that were one in one of the periods and several in
   *  another; null where some of those stand outside, so that nothing compares with it. */
  place: string | null;
  /** Whether the viewer may open the report. What has left the unit's scope since still counts in the totals of
   *  then. */
  isOpenTo: boolean;
};

/** The reports of one period, those that are added, and how many of these are there. */
export type RolledColumn = {
  period: Period;
  sources: RollUpSource[];
  expected: RollUpSource[];
  reported: number;
};

type Row = RowOf<typeof expectedReports.columns>;

/** Every report expected of `top` and below it in the periods, in the order of the tree; what is withheld has no
 *  submission. `undivided`: reports that today's tree would need a part of. */
export async function listRollUpSources(
  viewer: Viewer,
  top: { id: string; lineage: string },
  periods: readonly Period[],
  { basis, standing }: { basis: TreeBasis; standing: CountedStanding },
  client: Transaction = db,
): Promise<{ sources: RollUpSource[]; undivided: Undivided[]; left: LeftReport[] }> {
  const codes = periods.map(({ code }) => code);
  const left = await readLeftReports(top, codes, client);
  const stale = left.flatMap(({ isStale, unit, into }) =>
    isStale && into ? [unit.code, into.code] : [],
  );
  const { placed, undivided, placeOf } = await readRestructuring(top, periods, basis);
  const [rows, stood] = await Promise.all([
    expectedReports.read(client, top, codes, { basis, standing, placed }),
    basis === 'then' ? null : readPathsOfThen(top, codes),
  ]);
  const above = unitsAbove(stood ?? rows);
  const places = placeOf(rows.map(({ periodCode, code }) => `${periodCode} ${code}`));
  const sources = rows.map(
    ({
      periodCode,
      code,
      name,
      nameEn,
      level,
      kind,
      path,
      lineage,
      countsId,
      countsNumber,
      sentAt,
      signedAt,
      decision,
      hasFigures,
      isCorrection,
      ...row
    }): RollUpSource => ({
      period: periodCode,
      reportId: row.reportId,
      unit: { code, name, nameEn, level, kind },
      branch: path.split('/')[2] || null,
      submissionId: countsId,
      number: countsNumber,
      newest: { id: row.newestId, number: row.newestNumber },
      status: statusOf({ isCorrection, hasFigures, sentAt, signedAt, decision }),
      madeUp: row.madeUp,
      coverage: row.coverage,
      hasBelow: above.has(`${periodCode} ${code}`),
      countedElsewhere: row.countedElsewhere,
      // What one of two lacks is no change of the two.
      place: stale.includes(code) ? null : places(code),
      isOpenTo: lineage.startsWith(viewer.unit.lineage),
    }),
  );
  return { sources, undivided, left };
}

/** By period and code, the units that have another below them. */
const unitsAbove = (rows: readonly Pick<Row, 'periodCode' | 'path'>[]): Set<string> =>
  new Set(
    rows.flatMap(({ periodCode, path }) =>
      codesIn(path)
        .slice(0, -1)
        .map((code) => `${periodCode} ${code}`),
    ),
  );

/** Where every report's unit stood in its own period: what a total entered by hand covers does not change with the
 *  tree. */
async function readPathsOfThen(
  top: { lineage: string },
  periods: readonly string[],
): Promise<Pick<Row, 'periodCode' | 'path'>[]> {
  const root = await db.unit.findUniqueOrThrow({
    where: { code: codesIn(top.lineage)[0]! },
    select: { id: true, lineage: true },
  });
  return pathsOf.read(db, root, periods);
}

/** The reports whose figures are added up; a total entered by hand for all below is none of them. */
export function countedSources(
  sources: readonly RollUpSource[],
): (RollUpSource & { submissionId: string })[] {
  return sources.filter(
    (source): source is RollUpSource & { submissionId: string } =>
      source.submissionId !== null && !source.countedElsewhere,
  );
}

/** Which reports a total waits for: all but those that would be counted twice. */
export function expectedSources(sources: readonly RollUpSource[]): RollUpSource[] {
  return sources.filter(
    (source) => !source.countedElsewhere && isAdded(source.coverage, source.hasBelow),
  );
}
