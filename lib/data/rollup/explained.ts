import 'server-only';
import type { Explained } from '@/lib/domain/checks/explained-note';
import type { Viewer } from '../database/access';
import { groupBy } from '../database/group-by';
import { readAllExplained } from '../figures/explained-checks';
import type { RollUpView } from './rollup';

type UnitExplained = Explained & {
  unit: RollUpView['unit'] | RollUpView['columns'][number]['sources'][number]['unit'];
  reportId: string;
};

/** What the units of a roll-up explained of the figures that it adds: at their checks, and where a total entered by
 *  hand differs from the sum below. Only of reports that the viewer may open. */
export async function listExplained(viewer: Viewer, view: RollUpView): Promise<UnitExplained[]> {
  const open = (view.columns[0]?.sources ?? []).filter(
    ({ submissionId, isOpenTo }) => submissionId !== null && isOpenTo && viewer.roles.length > 0,
  );
  const all = await readAllExplained(open.map(({ submissionId }) => submissionId!));
  const bySubmission = groupBy(all, ({ submissionId }) => submissionId);
  return open.flatMap(({ submissionId, unit, reportId }) =>
    (bySubmission.get(submissionId!) ?? []).map(({ indicators, text, by, sum }) => ({
      indicators,
      text,
      by,
      ...(sum !== undefined && { sum }),
      unit,
      reportId,
    })),
  );
}
