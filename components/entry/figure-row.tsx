'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { workedOutValue } from '@/lib/domain/form-indicators';
import type { Indicator } from '@/lib/domain/indicator';
import { printValue } from '@/lib/domain/print-figure';
import { valueOf, type Cell, type OtherRow } from './entry-cell';
import { FigureCell } from './figure-cell';
import { FigureNotes } from './figure-notes';
import { FigureText } from '@/components/report/figures-sheet';
import type { FigureStore } from './figure-store';
import { IndicatorName } from '@/components/report/indicator-name';
import { exactValue, yearChange } from '@/components/report/year-change';

type Props = {
  store: FigureStore;
  code: string;
  elsewhere: readonly OtherRow[];
  labels: { current: string; previous: string };
};

/** One figure: last year, this year, the change as it is typed, and what there is to say about it. */
export function FigureRow({ store, code, elsewhere, labels }: Props) {
  const t = useTranslations('entry');
  const locale = useLocale();
  const [isActive, setActive] = useState(false);
  const cell = useCell(store, code)!;
  const { indicator, previous, previousWorkedOut } = cell.row;
  const workedOut = useWorkedOut(store, indicator, elsewhere);
  const value = valueOf(cell);
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const label = t('cellLabel', { name: locale === 'en' ? indicator.nameEn : indicator.name, unit, period: labels.current });
  const typed = 'typed' in cell.content ? cell.content.typed.trim() : '';
  const isBlank = 'typed' in cell.content && typed === '';
  const { amount, isPoints, percent } = yearChange(value, previous, indicator, { now: isBlank ? workedOut : null, before: previousWorkedOut });

  return (
    <tr onFocus={() => setActive(true)} onBlur={() => setActive(false)} className={isActive ? 'bg-ground' : undefined}>
      <th scope="row" className={indicator.partOf ? 'sm:pl-8!' : undefined}>
        <IndicatorName indicator={indicator} />
      </th>
      <td className="number" data-label={labels.previous}>
        <FigureText figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
      </td>
      <td data-label={labels.current}>
        <FigureCell store={store} cell={cell} label={label} />
      </td>
      <td className="number" data-label={t('columns.change')}>
        {amount === null ? '' : isPoints ? t('points', { value: amount }) : amount}
      </td>
      <td className="number" data-label={t('columns.percent')}>
        {percent}
      </td>
      <td>
        <FigureNotes
          store={store}
          cell={cell}
          label={label}
          workedOut={workedOut && printValue(workedOut, indicator)}
          exact={isActive && value !== null && typed !== value ? exactValue(value, indicator) : null}
        />
      </td>
    </tr>
  );
}

function useCell(store: FigureStore, code: string): Cell | undefined {
  const read = () => store.cell(code);
  return useSyncExternalStore((listener) => store.subscribe(code, listener), read, read);
}

/** A rate as its numerator and denominator have it now; null where they do not say. */
function useWorkedOut(store: FigureStore, indicator: Indicator, elsewhere: Props['elsewhere']): string | null {
  const { numerator, denominator } = indicator;
  const upper = useCell(store, numerator ?? '');
  const lower = useCell(store, denominator ?? '');
  const stored = (code: string | null) => elsewhere.find((row) => row.indicator.code === code)?.figure?.value ?? null;
  const parts = [[numerator, upper ? valueOf(upper) : stored(numerator)], [denominator, lower ? valueOf(lower) : stored(denominator)]] as const;
  return workedOutValue(indicator, new Map(parts.flatMap(([code, value]) => (code === null || value === null ? [] : [[code, value]]))));
}
