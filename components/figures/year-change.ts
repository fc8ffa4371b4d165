// The change against the period before, as the entry grid shows it beside a figure while it is typed.
import {
  offsetOf,
  whyIncomparable,
  type WhyIncomparable,
} from '@/lib/domain/comparison/comparability';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { previousOf, type Period } from '@/lib/domain/tree/period';
import { change, compare, divide, growth, plain, round } from '@/lib/domain/figure/number';
import {
  entryScale,
  printNumber,
  printPercent,
  printValue,
  scaleFactors,
} from '@/lib/domain/figure/print';

export type YearChange = {
  /** Signed, in the unit of the field; of a rate in percentage points. */
  amount: string | null;
  isPoints: boolean;
  percent: string | null;
  /** Why the two are not set against each other, as the summary will not either. */
  withheld?: WhyIncomparable;
};

/** What a figure is of where that is not its unit and period as a whole. */
type Of = Partial<Pick<Figure, 'scopeNote' | 'asOf' | 'from'>>;
type Previous = Pick<Figure, 'value'> & Of;

/** The headings of a table of figures, and the period it is of. */
export type ColumnLabels = { current: string; previous: string; period: Period };

/** No growth is given for rates (their change is in points), and ranks have neither. `worked`: rates that were worked
 *  out stand in for those nobody reported; their change is rounded as they are printed. `placed`: what the figure is
 *  of. */
export function yearChange(
  reported: string | null,
  previous: Previous | null,
  indicator: Indicator,
  worked: { now: string | null; before: string | null } = { now: null, before: null },
  placed?: { of: Of | null; period: Period },
): YearChange {
  const isPoints = indicator.unit === '%';
  const current = reported ?? worked.now;
  const base = previous?.value ?? worked.before;
  if (current === null || base === null || indicator.nature === 'rank')
    return { amount: null, isPoints, percent: null };
  const withheld =
    placed && previous && whyApart(placed.of ?? {}, previous, placed.period, indicator);
  if (withheld) return { amount: null, isPoints, percent: null, withheld };
  const grown = isPoints || indicator.nature === 'streak' ? null : growth(current, base);
  const isRounded = current !== reported || base !== (previous?.value ?? null);
  const amount = change(current, base);
  return {
    amount: signedAmount(
      isRounded ? plain(round(amount, indicator.display.decimals)) : amount,
      indicator,
    ),
    isPoints,
    percent: grown && printPercent(grown, 1, true),
  };
}

/** Asks the gate of the comparison, while what is of another scope or date can still be mended. */
function whyApart(
  now: Of,
  before: Of,
  period: Period,
  { nature }: Indicator,
): WhyIncomparable | null {
  const place = ({ scopeNote = null, asOf = null, from = null }: Of, at: Period) => ({
    figure: { scopeNote },
    offset: offsetOf({ asOf, from }, at),
  });
  return whyIncomparable(place(now, period), place(before, previousOf(period)), nature);
}

/** "= 12345600元": what a typed number means exactly. */
export function exactValue(value: string, indicator: Indicator): string {
  return printValue(value, indicator, { scale: 'none', decimals: decimalsOf(value) });
}

function signedAmount(amount: string, { display }: Indicator): string {
  const scaled = divide(amount, scaleFactors[entryScale(display)]) as string;
  const digits = printNumber(scaled.replace('-', ''), decimalsOf(scaled));
  const sign = compare(amount, 0);
  return sign === 0 ? '0' : `${sign > 0 ? '+' : '−'}${digits}`;
}

const decimalsOf = (value: string): number => value.split('.')[1]?.length ?? 0;
