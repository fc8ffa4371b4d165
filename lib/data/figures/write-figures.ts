import 'server-only';
import type { Answer, Measure, Qualifier, Shown } from '@/lib/domain/figure/figure';
import type { TypedMeasure } from '@/lib/domain/entry/figure-edit';
import type { Viewer } from '../database/access';
import { newId } from '../database/new-id';
import type { Transaction } from '../database/transaction';
import type { StoredFigure } from './figure-row';
import { insertFigures, standingFigures } from './queries';

/** One cell to be written, over `before`. */
export type FigureWrite = {
  indicator: string;
  measure: TypedMeasure;
  answer: Answer;
  value: string | null;
  shown: Shown | null;
  qualifier: Qualifier;
  note: string | null;
  scopeNote: string | null;
  asOf: string | null;
  before: StoredFigure | null;
  origin?: FigureOrigin;
};

/** Where a figure came from that nobody typed: the cell of a file, or the proposal of another system. */
export type FigureOrigin =
  | { import: string; file: string; sheet: string; cell: string }
  | { proposal: string; system: string };

export type FigureCell = { indicator: string; measure: TypedMeasure };

/** The name of a cell within its submission. */
export const cellKey = ({ indicator, measure }: { indicator: string; measure: Measure }): string =>
  measure === 'level' ? indicator : `${indicator} ${measure}`;

/** What stands in a cell, and whether the cell is on the form. */
export type Place = { figure: StoredFigure | null; onForm: boolean };

/** The figures standing in these cells, locked in the order of their codes so that two batches never wait for each
 *  other in a ring; and whether an optional indicator is on the form, because it is chosen or has a figure. By
 *  `cellKey`. */
export async function lockFigures(
  tx: Transaction,
  submissionId: string,
  unitId: string,
  cells: FigureCell[],
): Promise<Map<string, Place>> {
  const rows = await standingFigures.read(tx, submissionId, unitId, cells);
  return new Map(
    rows.map(({ answer, isChosen, ...row }): [string, Place] => [
      cellKey(row),
      answer === null
        ? { figure: null, onForm: isChosen }
        : { figure: { ...row, answer }, onForm: true },
    ]),
  );
}

/** Writes figures and their events in one statement; answers those written. A cell that was empty when it was looked
 *  at and is not any more is left out. */
export async function writeFigures(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  submissionId: string,
  writes: FigureWrite[],
): Promise<Map<string, StoredFigure>> {
  if (writes.length === 0) return new Map();
  const rows = writes
    .sort((a, b) =>
      a.indicator < b.indicator || (a.indicator === b.indicator && a.measure < b.measure) ? -1 : 1,
    )
    .map(({ before, ...write }) => ({
      ...write,
      event: newId(),
      seen: before?.revision ?? 0,
      overwritten: before,
    }));
  const by = { personId: viewer.personId, reportId, submissionId };
  const written = await insertFigures.read(tx, by, JSON.stringify(rows));
  return new Map(written.map((figure) => [cellKey(figure), { ...figure, enteredBy: viewer.name }]));
}
