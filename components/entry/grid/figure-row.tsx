'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo, useCallback, useState, useSyncExternalStore } from 'react';
import { ChangeCells } from '@/components/figures/change-cells';
import { FigureName } from '@/components/figures/figure-name';
import { IndicatorName } from '@/components/figures/indicator-name';
import { FigureText } from '@/components/figures/figures-sheet';
import { exactValue, yearChange } from '@/components/figures/year-change';
import { workedOutValue } from '@/lib/domain/figure/rate';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printValue } from '@/lib/domain/figure/print';
import { cellId, paths } from '@/lib/paths';
import { valueOf, type Cell, type EntryRow, type OtherRow } from './entry-cell';
import { CellChecks, useVerdicts, type GridChecks } from './cell-checks';
import { FigureCell } from './figure-cell';
import { FigureDetails } from '../figure-details';
import { FigureNotes } from '../figure-notes';
import type { FigureStore } from '../saving/figure-store';
import { PartsSum } from '../parts-sum';
import { TrendLine } from '../trend-line';

type Props = {
  store: FigureStore;
  code: string;
  /** Codes of the parts that add up to it, with commas between; "" where there are none. */
  parts: string;
  elsewhere: readonly OtherRow[];
  labels: { current: string; previous: string };
  reportId: string;
  checks: GridChecks;
  /** Whether the report may be filled in just now. */
  isOpen: boolean;
};

/** One figure: last year, this year, the change as it is typed, and what there is to say about it. */
export const FigureRow = memo(function FigureRow({
  store,
  code,
  parts,
  elsewhere,
  labels,
  reportId,
  checks,
  isOpen: mayFill,
}: Props) {
  const t = useTranslations('entry');
  const tools = useTranslations('entryTools');
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const cell = useCell(store, code)!;
  const { indicator, previous, previousWorkedOut } = cell.row;
  const said = useVerdicts(checks, code);
  const isSaid = said.verdicts.length > 0 || said.hint !== null;
  const workedOut = useWorkedOut(store, indicator, elsewhere);
  const value = valueOf(cell);
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const name = locale === 'en' ? indicator.nameEn : indicator.name;
  const label = t('cellLabel', { name, unit, period: labels.current });
  const typed = 'typed' in cell.content ? cell.content.typed.trim() : '';
  const isBlank = 'typed' in cell.content && typed === '';
  const change = yearChange(value, previous, indicator, {
    now: isBlank ? workedOut : null,
    before: previousWorkedOut,
  });

  return (
    <>
      <tr className={`focus-within:bg-ground ${isSaid ? 'has-said' : ''}`}>
        <NameCell indicator={indicator} name={name} isOpen={isOpen} onToggle={setOpen} />
        <PreviousCell row={cell.row} name={name} label={labels.previous} />
        <td data-label={labels.current}>
          <FigureCell store={store} cell={cell} label={label} said={said} isOpen={mayFill} />
        </td>
        <ChangeCells area="entry" change={change} />
        <td>
          <FigureNotes
            store={store}
            cell={cell}
            label={label}
            workedOut={workedOut && printValue(workedOut, indicator)}
            exact={value !== null && typed !== value ? exactValue(value, indicator) : null}
          >
            {cell.row.mark !== null || cell.row.lock ? (
              <Link
                href={paths.reportFigure(reportId, code)}
                prefetch={false}
                className="no-print inline-block min-h-6"
              >
                {tools(cell.row.mark !== null ? 'thread' : 'askToOpen')}
                <span className="sr-only"> {name}</span>
              </Link>
            ) : null}
            {parts ? <PartsSum store={store} cell={cell} parts={parts} /> : null}
          </FigureNotes>
        </td>
      </tr>
      {isSaid ? (
        <tr className="says">
          <td colSpan={6} className="said">
            <CellChecks checks={checks} cell={cell} said={said} id={`${cellId(code)}-checks`} />
          </td>
        </tr>
      ) : null}
      {isOpen ? (
        <tr>
          <td colSpan={6} className="bg-ground">
            <FigureDetails store={store} cell={cell} label={label} reportId={reportId} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

type NameProps = {
  indicator: Indicator;
  name: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
};

// What a key does not change is not drawn anew with it.
const NameCell = memo(function NameCell({ indicator, name, isOpen, onToggle }: NameProps) {
  const tools = useTranslations('entryTools');
  return (
    <FigureName indicator={indicator}>
      <IndicatorName
        indicator={indicator}
        aside={
          <button
            type="button"
            id={`${cellId(indicator.code)}-open`}
            aria-expanded={isOpen}
            aria-label={tools('details.openOf', { name })}
            onClick={() => onToggle(!isOpen)}
            className="no-print ml-2 min-h-6 text-act"
          >
            {isOpen ? tools('details.close') : tools('details.open')}
          </button>
        }
      />
    </FigureName>
  );
});

const PreviousCell = memo(function PreviousCell({
  row: { history, indicator, previous, previousWorkedOut },
  name,
  label,
}: {
  row: EntryRow;
  name: string;
  label: string;
}) {
  return (
    <td className="number" data-label={label}>
      <span className="flex items-center justify-between gap-2">
        <TrendLine history={history} name={name} />
        <span className="ml-auto">
          <FigureText figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
        </span>
      </span>
    </td>
  );
});

/** The cell of an indicator; drawn anew when it changes. */
function useCell(store: FigureStore, code: string): Cell | undefined {
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(code, listener),
    [store, code],
  );
  const read = () => store.cell(code);
  return useSyncExternalStore(subscribe, read, read);
}

/** A rate as its numerator and denominator have it now; null where they do not say. */
function useWorkedOut(
  store: FigureStore,
  indicator: Indicator,
  elsewhere: Props['elsewhere'],
): string | null {
  const { numerator, denominator } = indicator;
  const upper = useCell(store, numerator ?? '');
  const lower = useCell(store, denominator ?? '');
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
