// The cover (封面) of a submission: which figures it names, and which scans of it are taken.
import { evidenceTypeOf, type EvidenceType } from './evidence';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';

export type ScanType = Extract<EvidenceType, 'pdf' | 'jpg' | 'png'>;

/** The type of a scan, by its name and its first bytes; null for anything that is not taken. */
export function scanTypeOf(name: string, content: Uint8Array): ScanType | null {
  const type = evidenceTypeOf(name, content);
  return type === 'pdf' || type === 'jpg' || type === 'png' ? type : null;
}

type Row = { indicator: Indicator; figure: Figure | null };

/** The totals of a form that a cover repeats: core figures that others are parts of, those with the most parts first;
 *  at most `most`, in the form's order. */
export function coverTotals<R extends Row>(rows: readonly R[], most = 8): R[] {
  const parts = (code: string) => rows.filter(({ indicator }) => indicator.partOf === code).length;
  const totals = rows.filter(
    ({ indicator, figure }) =>
      indicator.core &&
      indicator.partOf === null &&
      figure?.answer === 'number' &&
      parts(indicator.code) > 0,
  );
  const chosen = new Set(
    [...totals].sort((a, b) => parts(b.indicator.code) - parts(a.indicator.code)).slice(0, most),
  );
  return totals.filter((row) => chosen.has(row));
}
