import { paths, summaryQuery, type SummaryQuery } from '@/lib/paths';

/** Where the reader stands: the summary, the number looked into, and the addresses of what can be chosen from here. */
export type SummaryAddress = {
  unit: string;
  period: string;
  trace: string | null;
  at: string | null;
  traceAt(trace: string, at?: string | null): string;
  /** The number at a place of the page: by its place alone where that is enough, since there are hundreds. */
  place(at: string, trace: string): string;
  close: string;
  /** What was asked for beside the number. */
  scope: SummaryQuery;
};

/** The address of a summary page as it is asked for. */
export function summaryAddress(
  unit: string,
  period: string,
  { trace, at, ...scope }: SummaryQuery,
): SummaryAddress {
  return {
    unit,
    period,
    trace: trace ?? null,
    at: at ?? null,
    traceAt: (next, place) => summaryQuery({ ...scope, trace: next, at: place ?? undefined }),
    place: (id) => summaryQuery({ ...scope, at: id }),
    close: paths.summary(unit, period, scope),
    scope,
  };
}

/** The address of a page that sets the units below one side by side. */
export const unitsAddress = (unit: string, period: string, query: SummaryQuery): SummaryAddress =>
  ofSeveral(unit, period, query, paths.units);

/** The address of a page that narrates a unit and those below it as one. */
export const wholeAddress = (unit: string, period: string, query: SummaryQuery): SummaryAddress =>
  ofSeveral(unit, period, query, paths.whole);

/** Where numbers rest on figures of several units, their origin stands in the address. */
function ofSeveral(
  unit: string,
  period: string,
  { trace, at, ...scope }: SummaryQuery,
  page: typeof paths.units,
): SummaryAddress {
  return {
    unit,
    period,
    trace: trace ?? null,
    at: at ?? null,
    traceAt: (next, place) => summaryQuery({ ...scope, trace: next, at: place ?? undefined }),
    place: (id, next) => summaryQuery({ ...scope, trace: next, at: id }),
    close: page(unit, period, scope),
    scope,
  };
}
