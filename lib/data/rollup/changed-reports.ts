import 'server-only';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { db } from '../database/client';
import { figureFrom, figureSelect } from '../figures/figure-row';
import type { Figure } from '@/lib/domain/figure/figure';
import type { LeftReport } from '../tree/left-reports';
import type { RolledColumn } from './sources';

type Named = { code: string; name: string; nameEn: string };

/** A report that one total counts and its neighbour in the table does not. `left`: it was handed in, and none counts
 *  it; `gone`: only the period before has it; `joined`: only this one has. `members`: the figure that says how much
 *  it is. */
export type ChangedReport = {
  how: 'left' | 'gone' | 'joined';
  period: string;
  unit: Named;
  members: Figure | null;
  into: Named | null;
  on: string | null;
  /** The unit it went into has not reported anew since: the two years of that one are not compared. */
  isStale: boolean;
};

/** Names whatever leaves or joins a total between two columns, with its figure. */
export async function readChanged(
  [now, before]: readonly RolledColumn[],
  left: readonly LeftReport[],
): Promise<ChangedReport[]> {
  const codes = (column: RolledColumn | undefined) =>
    new Set(column?.sources.map(({ unit }) => unit.code));
  const only = (column: RolledColumn | undefined, other: RolledColumn | undefined) =>
    column && other
      ? column.sources.filter(
          ({ unit, submissionId }) => submissionId !== null && !codes(other).has(unit.code),
        )
      : [];
  const of =
    (how: 'gone' | 'joined') =>
    ({ period, unit, submissionId }: RolledColumn['sources'][number]) => ({
      ...{ how, period, submissionId: submissionId!, into: null, on: null, isStale: false },
      unit: { code: unit.code, name: unit.name, nameEn: unit.nameEn },
    });
  const changed = [
    ...left.map((report) => ({ ...report, how: 'left' as const })),
    ...only(before, now).map(of('gone')),
    ...only(now, before).map(of('joined')),
  ];
  if (changed.length === 0) return [];
  const figures = await db.figure.findMany({
    where: {
      submissionId: { in: changed.map(({ submissionId }) => submissionId) },
      indicatorCode: memberIndicator,
      measure: 'level',
      answer: 'number',
    },
    select: { ...figureSelect, submissionId: true },
  });
  const members = new Map(figures.map((row) => [row.submissionId, figureFrom(row)]));
  return changed.map(({ how, period, unit, into, on, isStale, submissionId }) => ({
    ...{ how, period, unit, into, on, isStale },
    members: members.get(submissionId) ?? null,
  }));
}
