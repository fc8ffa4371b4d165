// Edits that somebody looked through as a whole (a file, a proposal, history): all of them are saved, or none.
import 'server-only';
import { InvalidError } from '@/lib/domain/access/errors';
import type { Action } from '@/lib/domain/access/policy';
import type { FigureEdit } from '@/lib/domain/entry/figure-edit';
import type { Viewer } from '../database/access';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';
import { wordsOf } from '../database/words';
import type { StoredFigure } from './figure-row';
import { saveEach } from './save-figures';
import type { FigureOrigin } from './write-figures';

/** Saves what somebody confirmed of a file, all of it or, where one edit cannot be saved as it was shown, nothing.
 *  Answers how many were written: none where all of it stands already. */
export async function importFigures(
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  fileName: string,
): Promise<number> {
  return inTransaction(async (tx) => {
    const saved = await saveTogether(tx, viewer, reportId, edits);
    if (saved.length > 0)
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'figures.imported',
          reportId,
          to: { file: wordsOf(fileName), indicators: saved.map(({ indicator }) => indicator) },
        },
      ]);
    return saved.length;
  });
}

/** Saves all of the edits or refuses all of them; answers what was written, without what stood there already.
 *  `origins`: the cell or the proposal that each figure came from, by indicator. */
export async function saveTogether(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  edits: FigureEdit[],
  action: Extract<Action, 'report.fill' | 'report.backfill'> = 'report.fill',
  origins?: ReadonlyMap<string, FigureOrigin>,
): Promise<StoredFigure[]> {
  const results = await saveEach(tx, viewer, reportId, edits, action, origins);
  return results.flatMap((result) => {
    if (result.outcome === 'invalid' || result.outcome === 'conflict')
      throw new InvalidError('changed-since-preview');
    return result.outcome === 'saved' ? [result.figure] : [];
  });
}
