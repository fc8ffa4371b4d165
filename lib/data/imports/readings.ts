import 'server-only';
import { NotFoundError } from '@/lib/domain/access/errors';
import { noDecisions } from '@/lib/domain/sheet/mapping';
import {
  isReading,
  type AcceptedFigure,
  type BroughtReport,
  type ReadingDecisions,
} from '@/lib/domain/sheet/plan-reading';
import type { Viewer } from '../database/access';
import { decideImport, findImport, openImport, type ImportView } from './imports';

/** Reports that somebody brought, with what was accepted of them so far. */
export type ReadingView = {
  view: ImportView;
  reports: (BroughtReport & { text: string })[];
  accepted: AcceptedFigure[];
};

/** Keeps reports that are to be read; writes no figure. Answers the id of their import. */
export async function openReading(
  viewer: Viewer,
  name: string,
  reports: (BroughtReport & { text: string })[],
): Promise<string> {
  const decisions: ReadingDecisions = {
    ...noDecisions,
    reading: { reports: reports.map(({ text: _, ...report }) => report), accepted: [] },
  };
  // A report is kept as a sheet is, a line a row.
  const sheets = reports.map(({ name: sheet, text }) => ({
    name: sheet,
    isHidden: false,
    rows: text.split('\n').map((line) => [line]),
  }));
  return openImport(viewer, { name, sheets, decisions });
}

/** The reports of an import of the viewer's unit; null where it is one of tables, or there is none. */
export async function findReading(viewer: Viewer, importId: string): Promise<ReadingView | null> {
  const view = await findImport(viewer, importId);
  if (!view || !isReading(view.decisions)) return null;
  const { reports, accepted } = view.decisions.reading;
  return {
    view,
    accepted,
    reports: reports.map((report, place) => ({
      ...report,
      text: (view.sheets[place]?.rows ?? []).map((row) => row[0] ?? '').join('\n'),
    })),
  };
}

/** Keeps what was accepted of reports that are not written yet. */
export async function acceptFigures(
  viewer: Viewer,
  importId: string,
  accepted: AcceptedFigure[],
): Promise<void> {
  const found = await findReading(viewer, importId);
  if (!found) throw new NotFoundError();
  const decisions = found.view.decisions as ReadingDecisions;
  await decideImport(viewer, importId, {
    ...decisions,
    reading: { ...decisions.reading, accepted },
  } as ReadingDecisions);
}
