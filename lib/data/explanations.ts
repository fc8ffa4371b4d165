import 'server-only';
import { indicatorsOf } from '@/lib/domain/checks';
import type { Explained } from '@/lib/domain/explained';
import type { Viewer } from './access';
import { findCatalogue } from './catalogue';
import { db } from './client';
import type { RollUpView } from './rollup';

/** `check` and `note`: the check that was explained, and what it asks. */
export type ExplainedCheck = Explained & { submissionId: string; check: string; note: string };

/** What was explained in these submissions when their checks were run, in the order of the checks. Whoever asks has been
 *  let see the submissions. */
export async function readExplained(submissionIds: readonly string[]): Promise<ExplainedCheck[]> {
  const { checks } = await findCatalogue();
  const rows = await db.explanation.findMany({
    where: { submissionId: { in: [...submissionIds] } },
    select: { submissionId: true, checkCode: true, text: true, person: { select: { name: true } } },
    orderBy: [{ checkCode: 'asc' }, { submissionId: 'asc' }],
  });
  return rows.flatMap(({ submissionId, checkCode, text, person }) => {
    const check = checks.find(({ code }) => code === checkCode);
    return check ? [{ submissionId, check: checkCode, note: check.note, indicators: indicatorsOf(check), text, by: person.name }] : [];
  });
}

export type UnitExplained = Explained & { unit: RollUpView['unit'] | RollUpView['columns'][number]['sources'][number]['unit']; reportId: string };

/** What the units of a roll-up explained of the figures that it adds: at their checks, and where a total entered by hand
 *  differs from the sum below. Only of reports that the viewer may open. */
export async function listExplained(viewer: Viewer, view: RollUpView): Promise<UnitExplained[]> {
  const open = (view.columns[0]?.sources ?? []).filter(({ submissionId, isOpenTo }) => submissionId !== null && isOpenTo && viewer.roles.length > 0);
  const ids = open.map(({ submissionId }) => submissionId!);
  const [checked, totals] = await Promise.all([
    readExplained(ids),
    db.rollUpExplanation.findMany({ where: { submissionId: { in: ids } }, select: { submissionId: true, indicatorCode: true, text: true, person: { select: { name: true } } }, orderBy: { indicatorCode: 'asc' } }),
  ]);
  const all = [...checked, ...totals.map(({ submissionId, indicatorCode, text, person }) => ({ submissionId, indicators: [indicatorCode], text, by: person.name }))];
  return open.flatMap(({ submissionId, unit, reportId }) => all.filter((one) => one.submissionId === submissionId).map(({ indicators, text, by }) => ({ indicators, text, by, unit, reportId })));
}
