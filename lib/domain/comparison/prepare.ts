// Reports made ready to be compared: printed as the style asks, each with the rates that follow from its own figures.
import type { Catalogue } from '../catalogue/indicator';
import { inNumberStyle } from './number-style';
import { withWorkedOutRates } from './rates';
import type { SourceReport, SummaryInput } from './source';
import { indexed, type PreparedReport } from './sourced';

export type Prepared = Omit<SummaryInput, 'reports' | 'peers'> & {
  reports: PreparedReport[];
  peers?: Omit<NonNullable<SummaryInput['peers']>, 'reports'> & { reports: PreparedReport[] };
};

/** The input ready to be compared; nothing that was given is changed. */
export function prepare(given: SummaryInput): Prepared {
  const { peers, ...input } = inNumberStyle(given);
  return {
    ...input,
    reports: prepareReports(input.reports, input.catalogue),
    ...(peers
      ? { peers: { ...peers, reports: prepareReports(peers.reports, input.catalogue) } }
      : {}),
  };
}

/** Reports with the rates that nobody reported. */
export function prepareReports(
  reports: readonly SourceReport[],
  { indicators }: Pick<Catalogue, 'indicators'>,
): PreparedReport[] {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  return reports.map((report) => withWorkedOutRates(indexed(report), byCode));
}
