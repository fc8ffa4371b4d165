// Where a figure of a text comes from, for the files that list it: who entered, signed and approved it.
import type { FigureKey } from './figure';

export type Origin = {
  key: FigureKey;
  indicator: string;
  unit: string;
  period: string;
  text: string;
  enteredBy: string;
  /** Days as "2021-12-31" in the office's time. */
  enteredOn: string;
  signedBy: string | null;
  signedOn: string | null;
  approvedBy: string | null;
  approvedOn: string | null;
  madeUp: boolean;
};

/** One text for a key, the same for the same figure. */
export function keyText({ unit, period, indicator, submission, measure }: FigureKey): string {
  return [unit, period, indicator, submission, measure ?? ''].join(' ');
}
