import { paths, summaryQuery } from '@/lib/paths';

/** Where the reader stands: the summary, the number looked into, and the addresses of what can be chosen from here. */
export type SummaryAddress = {
  unit: string;
  period: string;
  trace: string | null;
  at: string | null;
  traceAt(trace: string, at?: string | null): string;
  close: string;
};

type Query = { base?: string; trace?: string; at?: string };

/** The address of a summary page as it is asked for. */
export function summaryAddress(unit: string, period: string, { base, trace, at }: Query): SummaryAddress {
  return {
    unit,
    period,
    trace: trace ?? null,
    at: at ?? null,
    traceAt: (next, place) => summaryQuery({ base, trace: next, at: place ?? undefined }),
    close: paths.summary(unit, period, { base }),
  };
}

/** The address of a page that sets the units below one side by side. */
export function unitsAddress(unit: string, period: string, { indicator, trace, at }: Pick<Query, 'trace' | 'at'> & { indicator?: string }): SummaryAddress {
  return {
    unit,
    period,
    trace: trace ?? null,
    at: at ?? null,
    traceAt: (next, place) => summaryQuery({ indicator, trace: next, at: place ?? undefined }),
    close: paths.units(unit, period, { indicator }),
  };
}
