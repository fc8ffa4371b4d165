import 'server-only';
import { missingIndicators } from '@/lib/domain/report/completeness';
import type { Reason } from '@/lib/domain/entry/figure-edit';
import type { Viewer } from '../database/access';
import { inTransaction } from '../database/transaction';
import { findLocks } from '../report/cell-locks';
import { periodOf } from '../report/report-state';
import { loadForWrite, refuseOther } from '../report/writable';
import { readFormContent } from './form-content';
import { readEdit, writeOver } from './save-figures';
import { lockFigures, writeFigures, type FigureCell, type FigureWrite } from './write-figures';

/** Gives one answer to what a section asks for and has no answer yet; answers how many there were. `submission`: the
 *  one that the person looked at. */
export async function fillSection(
  viewer: Viewer,
  reportId: string,
  sectionCode: string,
  answer: 'zero' | Reason,
  note: string | null,
  submission?: number,
): Promise<number> {
  return inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'shared');
    refuseOther(row, submission);
    const { rows } = await readFormContent(tx, {
      reportId: row.id,
      unitId: row.unitId,
      period: periodOf(row),
      number: row.number,
    });
    const missing = new Set(missingIndicators(rows));
    const locks = await findLocks(tx, reportId, row.number);
    const section = rows
      .map(({ indicator }) => indicator)
      .filter(
        ({ code, section: of }) => of === sectionCode && missing.has(code) && !locks.has(code),
      );
    const cells = section.map(({ code }) => levelOf(code));
    const standing = await lockFigures(tx, row.submissionId, row.unitId, cells);
    const writes = section.flatMap((indicator): FigureWrite[] => {
      const { code } = indicator;
      const before = standing.get(code)?.figure ?? null;
      if (before && before.answer !== 'blank') return [];
      const content = answer === 'zero' ? { typed: '0' } : { answer, note };
      const read = readEdit({ indicator: code, revision: 0, ...content }, indicator, 'level');
      return 'issue' in read ? [] : [writeOver(levelOf(code), read, before)];
    });
    return (await writeFigures(tx, viewer, row.id, row.submissionId, writes)).size;
  });
}

const levelOf = (indicator: string): FigureCell => ({ indicator, measure: 'level' });
