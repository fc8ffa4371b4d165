// What a summary of units side by side is made from.
import type { Catalogue } from '../catalogue/indicator';
import type { Period } from '../tree/period';
import type { SourceReport, SummaryStyle, SummaryUnit } from '../comparison/source';

/** A unit that is expected to report, whether it has or not. */
export type ExpectedUnit = SummaryUnit & { nameEn: string };

/** `above` is the unit whose lower units are compared; it is not one of them. `reports` are theirs for the period, one
 *  each, `previous` those of the period before. A report of any other period is not looked at: a part of a year never
 *  stands beside full years. */
export type UnitsInput = {
  above: SummaryUnit;
  period: Period;
  units: ExpectedUnit[];
  reports: SourceReport[];
  previous: SourceReport[];
  catalogue: Catalogue;
  style?: SummaryStyle;
};
