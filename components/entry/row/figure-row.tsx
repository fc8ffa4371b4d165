'use client';

import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { memo, useState } from 'react';
import { ChangeCells } from '@/components/figures/change-cells';
import { FigureName } from '@/components/figures/figure-name';
import { FigureText } from '@/components/figures/figures-sheet';
import { IndicatorName } from '@/components/figures/indicator-name';
import { TrendLine } from '@/components/figures/trend-line';
import { exactValue, yearChange, type ColumnLabels } from '@/components/figures/year-change';
import { useKeyed } from '@/components/ui/use-keyed';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printValue } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { cellId, paths } from '@/lib/paths';
import { detailsOf, valueOf, type Cell, type EntryRow, type OtherRow } from '../cells/entry-cell';
import { CellChecks, useVerdicts, type GridChecks } from '../checks/cell-checks';
import type { CellVerdicts } from '../checks/page-checks';
import type { EntrySession } from '../saving/entry-session';
import { FigureCell } from './figure-cell';
import { FigureDetails } from './figure-details';
import { FigureNotes } from './figure-notes';
import { PartsSum } from './parts-sum';
import { useWorkedOut } from './worked-out-rate';

export type RowProps = {
  session: EntrySession;
  code: string;
  /** Codes of the parts that add up to it, with commas between; "" where there are none. */
  parts: string;
  elsewhere: readonly OtherRow[];
  labels: ColumnLabels;
  reportId: string;
  checks: GridChecks;
  /** Whether the report may be filled in just now. */
  isOpen: boolean;
};

/** One figure: last year, this year, the change as it is typed, and what there is to say about it. */
export const FigureRow = memo(function FigureRow(props: RowProps) {
  const { session, code, elsewhere, labels, reportId, checks } = props;
  const t = useTranslations('entry');
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const cell = useKeyed(session.cells, code)!;
  const { indicator, previous, previousWorkedOut } = cell.row;
  const said = useVerdicts(checks, code);
  const isSaid = said.verdicts.length > 0 || said.hint !== null;
  const workedOut = useWorkedOut(session, indicator, elsewhere);
  const name = nameOf(indicator, locale);
  const unit = indicator.display.moneyUnit ?? indicator.unit;
  const label = t('cellLabel', { name, unit, period: labels.current });
  const isBlank = 'typed' in cell.content && cell.content.typed.trim() === '';
  const worked = { now: isBlank ? workedOut : null, before: previousWorkedOut };
  const placed = { of: detailsOf(cell), period: labels.period };
  const change = yearChange(valueOf(cell), previous, indicator, worked, placed);
  return (
    <>
      <tr className={`focus-within:bg-ground ${isSaid ? 'has-said' : ''}`}>
        <NameCell indicator={indicator} name={name} isOpen={isOpen} onToggle={setOpen} />
        <PreviousCell row={cell.row} name={name} label={labels.previous} />
        <td data-label={labels.current}>
          <FigureCell {...{ session, cell, label, said }} isOpen={props.isOpen} />
        </td>
        <ChangeCells area="entry" change={change} />
        <td>
          <RowNotes {...props} {...{ cell, label, name, workedOut }} />
        </td>
      </tr>
      {isSaid ? <SaidRow checks={checks} cell={cell} said={said} /> : null}
      {isOpen ? (
        <tr>
          <td colSpan={6} className="bg-ground">
            <FigureDetails {...{ session, cell, label, reportId }} />
          </td>
        </tr>
      ) : null}
    </>
  );
});

function SaidRow({ checks, cell, said }: { checks: GridChecks; cell: Cell; said: CellVerdicts }) {
  return (
    <tr className="says">
      <td colSpan={6} className="said">
        <CellChecks
          checks={checks}
          cell={cell}
          said={said}
          id={`${cellId(cell.row.indicator.code)}-checks`}
        />
      </td>
    </tr>
  );
}

type NotesProps = RowProps & { cell: Cell; label: string; name: string; workedOut: string | null };

function RowNotes({ session, cell, label, name, workedOut, reportId, parts }: NotesProps) {
  const tools = useTranslations('entryTools');
  const { indicator, mark, lock } = cell.row;
  const value = valueOf(cell);
  const typed = 'typed' in cell.content ? cell.content.typed.trim() : '';
  return (
    <FigureNotes
      {...{ session, cell, label }}
      workedOut={workedOut && printValue(workedOut, indicator)}
      exact={value !== null && typed !== value ? exactValue(value, indicator) : null}
    >
      {mark !== null || lock ? (
        <Link
          href={paths.reportFigure(reportId, indicator.code)}
          prefetch={false}
          className="no-print inline-block min-h-6"
        >
          {tools(mark !== null ? 'thread' : 'askToOpen')}
          <span className="sr-only"> {name}</span>
        </Link>
      ) : null}
      {parts ? <PartsSum {...{ session, cell, parts }} /> : null}
    </FigureNotes>
  );
}

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
