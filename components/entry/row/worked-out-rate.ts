import { useKeyed } from '@/components/ui/use-keyed';
import { workedOutValue } from '@/lib/domain/figure/rate';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { valueOf, type OtherRow } from '../cells/entry-cell';
import type { EntrySession } from '../saving/entry-session';

/** A rate as its numerator and denominator have it now; null where they do not say. */
export function useWorkedOut(
  { cells }: EntrySession,
  indicator: Indicator,
  elsewhere: readonly OtherRow[],
): string | null {
  const { numerator, denominator } = indicator;
  const upper = useKeyed(cells, numerator ?? '');
  const lower = useKeyed(cells, denominator ?? '');
  if (numerator === null || denominator === null) return null;
  const stored = (code: string | null) =>
    elsewhere.find((row) => row.indicator.code === code)?.figure?.value ?? null;
  const parts = [
    [numerator, upper ? valueOf(upper) : stored(numerator)],
    [denominator, lower ? valueOf(lower) : stored(denominator)],
  ] as const;
  return workedOutValue(
    indicator,
    new Map(parts.flatMap(([code, value]) => (value === null ? [] : [[code, value]]))),
  );
}
