// The change against the period before, as the entry grid shows it beside a figure while it is typed.
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
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
};

/** No growth is given for rates (their change is in points), and ranks have neither. `worked`: rates that were worked
 *  out stand in for those nobody reported; their change is rounded as they are printed. */
export function yearChange(
  reported: string | null,
  previous: Pick<Figure, 'value'> | null,
  indicator: Indicator,
  worked: { now: string | null; before: string | null } = { now: null, before: null },
): YearChange {
  const isPoints = indicator.unit === '%';
  const current = reported ?? worked.now;
  const base = previous?.value ?? worked.before;
  if (current === null || base === null || indicator.nature === 'rank')
    return { amount: null, isPoints, percent: null };
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
