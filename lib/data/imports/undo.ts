import 'server-only';
import { GongbaoError, InvalidError } from '@/lib/domain/access/errors';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { figureOf } from '../figures/figure-row';
import { importedFigures } from './queries';
import { lockFigures, writeFigures, type FigureWrite } from '../figures/write-figures';
import { groupBy } from '../database/group-by';
import { findImport, lockImport } from './imports';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { loadForWrite } from '../report/writable';

/** A figure of an import as it stands. `fate`: it stands as imported; somebody changed it since; its
 *  report was handed in since; undoing put back what stood before. */
export type ImportedFigure = {
  reportId: string;
  period: string;
  indicator: string;
  sheet: string;
  cell: string;
  text: string;
  before: Figure | null;
  now: Figure | null;
  fate: 'standing' | 'changed' | 'handed-in' | 'restored';
};

/** What an import of the viewer's unit wrote, in the order of periods and indicators; empty where there is none. */
export async function listImportedFigures(
  viewer: Viewer,
  importId: string,
): Promise<ImportedFigure[]> {
  if (!(await findImport(viewer, importId))) return [];
  const rows = await importedFigures.read(db, viewer.unit.id, importId);
  return rows.map(({ revision, restored, isNewest, isFrozen, now, before, ...row }) => {
    const fate = restored
      ? 'restored'
      : now?.revision !== revision
        ? 'changed'
        : isFrozen || !isNewest
          ? 'handed-in'
          : 'standing';
    return { ...row, before, now: now && figureOf(now), fate };
  });
}

/** Takes an import back: what stands as it was imported goes back to what stood before; what was changed
 *  or handed in since stays. Answers how many went back and how many stayed. */
export async function undoImport(
  viewer: Viewer,
  importId: string,
): Promise<{ restored: number; kept: number }> {
  return inTransaction(async (tx) => {
    const { writtenAt, undoneAt, fileName } = await lockImport(tx, viewer, importId);
    if (!writtenAt) throw new InvalidError('import-not-written');
    if (undoneAt) throw new InvalidError('import-already-undone');
    const figures = await tx.importFigure.findMany({
      where: { importId },
      include: { submission: { select: { reportId: true } } },
    });
    let restored = 0;
    for (const [reportId, ofReport] of [
      ...groupBy(figures, ({ submission }) => submission.reportId),
    ].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const back = await restoreReport(tx, viewer, reportId, ofReport as Kept[]);
      restored += back.length;
      const kept = ofReport
        .map(({ indicatorCode }) => indicatorCode)
        .filter((code) => !back.includes(code));
      await tx.importFigure.updateMany({
        where: { importId, submission: { reportId }, indicatorCode: { in: back } },
        data: { restored: true },
      });
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'figures.importUndone',
          reportId,
          to: { import: importId, file: fileName, indicators: back, kept },
        },
      ]);
    }
    await tx.importFigure.updateMany({
      where: { importId, restored: null },
      data: { restored: false },
    });
    await tx.import.update({
      where: { id: importId },
      data: { undoneAt: new Date(), undoneById: viewer.personId },
    });
    return { restored, kept: figures.length - restored };
  });
}

type Kept = {
  submissionId: string;
  indicatorCode: string;
  before: Figure | null;
  revision: number;
};

/** Puts back what may be put back in one report; answers the indicators. */
async function restoreReport(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  figures: Kept[],
): Promise<string[]> {
  const row = await loadDraft(tx, viewer, reportId);
  if (!row) return [];
  const own = figures.filter(({ submissionId }) => submissionId === row.submissionId);
  const standing = await lockFigures(
    tx,
    row.submissionId,
    row.unitId,
    own.map(({ indicatorCode }) => ({ indicator: indicatorCode, measure: 'level' })),
  );
  const writes = own.flatMap(({ indicatorCode, before, revision }): FigureWrite[] => {
    const now = standing.get(indicatorCode)?.figure ?? null;
    if (now?.revision !== revision) return [];
    const { answer, value, shown, qualifier, note, scopeNote, asOf } = before ?? blank;
    return [
      {
        indicator: indicatorCode,
        measure: 'level',
        answer,
        value,
        shown,
        qualifier,
        note,
        scopeNote,
        asOf,
        before: now,
      },
    ];
  });
  return [...(await writeFigures(tx, viewer, reportId, row.submissionId, writes)).keys()];
}

const blank = {
  answer: 'blank',
  value: null,
  shown: null,
  qualifier: '',
  note: null,
  scopeNote: null,
  asOf: null,
} as const;

/** The report, where figures of history may still be written; null where it was handed in. */
async function loadDraft(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
): Promise<{ submissionId: string; unitId: string } | null> {
  try {
    return (await loadForWrite(tx, viewer, reportId, 'report.backfill', 'shared')).row;
  } catch (error) {
    if (error instanceof GongbaoError) return null;
    throw error;
  }
}
