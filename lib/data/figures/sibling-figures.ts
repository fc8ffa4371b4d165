import 'server-only';
import type { Figure } from '@/lib/domain/figure/figure';
import { memberIndicator } from '@/lib/domain/checks/figure-hints';
import { codesIn, lineageOf } from '@/lib/domain/tree/unit';
import { isId, withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { figureFrom, figureSelect } from './figure-row';

/** `members`: the unit's members, where it has said how many. */
export type SiblingFigure = {
  unit: { name: string; nameEn: string };
  figure: Figure;
  members: string | null;
  isHere: boolean;
};

/** What the units directly beside one have handed in of an indicator for the same period, as far as the viewer sees
 *  them; the report's own unit among them. In the order of the tree. */
export async function findSiblings(
  viewer: Viewer,
  reportId: string,
  indicator: string,
): Promise<SiblingFigure[]> {
  if (!isId(reportId) || viewer.roles.length === 0) return [];
  const report = await db.report.findFirst({
    where: { id: reportId, unit: withinScope(viewer) },
    select: { periodId: true, unit: true },
  });
  if (!report) return [];
  const { level, kind, lineage } = report.unit;
  const above = lineage.slice(0, -1 - codesIn(lineage).at(-1)!.length);
  const reports = (
    await db.report.findMany({
      where: {
        periodId: report.periodId,
        unit: { AND: [withinScope(viewer), { lineage: { startsWith: above } }], level, kind },
      },
      select: { id: true, unit: true, speaking: { select: { id: true, standing: true } } },
      orderBy: { unit: { lineage: 'asc' } },
    })
  ).filter(({ unit }) => unit.lineage === lineageOf(unit.code, above));
  const speakingReports = reports.flatMap(({ id, unit, speaking }) =>
    speaking && speaking.standing !== 'draft' ? [{ id, unit, submissionId: speaking.id }] : [],
  );
  const figures = await db.figure.findMany({
    where: {
      submissionId: { in: speakingReports.map(({ submissionId }) => submissionId) },
      indicatorCode: { in: [indicator, memberIndicator] },
      measure: 'level',
      answer: 'number',
    },
    select: { ...figureSelect, submissionId: true },
  });
  const at = (submissionId: string, code: string) => {
    const row = figures.find(
      (one) => one.submissionId === submissionId && one.indicatorCode === code,
    );
    return row ? figureFrom(row) : null;
  };
  return speakingReports.flatMap(({ id, unit, submissionId }) => {
    const figure = at(submissionId, indicator);
    return figure
      ? {
          unit: { name: unit.name, nameEn: unit.nameEn },
          figure,
          members: at(submissionId, memberIndicator)?.value ?? null,
          isHere: id === reportId,
        }
      : [];
  });
}
