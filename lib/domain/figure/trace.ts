// Everything that is known of how one figure came about, as the reading side and the panel share it.
import type { Figure, FigureKey } from './figure';
import type { Indicator } from '../catalogue/indicator';
import type { Period } from '../tree/period';

/** One figure with everything that is known of how it came about. */
export type FigureTrace = {
  key: FigureKey;
  reportId: string;
  indicator: Indicator;
  unit: { code: string; name: string; nameEn: string };
  period: Period;
  figure: Figure;
  enteredBy: string;
  enteredAt: Date;
  /** The other system whose proposal it was taken from. */
  system: string | null;
  signedBy: string | null;
  signedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
  madeUp: boolean;
  source: string | null;
  /** The cell of the file from which the figure was imported; `importId` where the viewer may open the import. */
  imported: {
    file: string;
    sheet: string;
    cell: string;
    by: string;
    at: Date;
    importId: string | null;
  } | null;
  /** Explanations of checks that this indicator is part of. */
  explanations: { check: string; note: string; text: string; by: string }[];
  /** Why the unit's own total for all below it is not the sum of theirs; `sum` as it was when that was written. */
  handTotal: { sum: string; text: string; by: string } | null;
  /** The same indicator in the unit's other submissions the viewer may read, oldest first. */
  history: { period: string; submission: number; value: string | null; text: string }[];
};
