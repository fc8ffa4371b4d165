import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ChangeCells } from '@/components/figures/change-cells';
import { FigureName } from '@/components/figures/figure-name';
import { FiguresHead } from '@/components/figures/figures-head';
import { printInput } from '@/lib/domain/figure/print';
import { cellId, paths } from '@/lib/paths';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Figure } from '@/lib/domain/figure/figure';
import { IndicatorName } from './indicator-name';
import { WorkedOut } from './worked-out';
import { yearChange, type ColumnLabels } from './year-change';

/** A figure beside that of the period before, with what is said of it. */
type SheetLine = {
  indicator: Indicator;
  figure: Figure | null;
  previous: Figure | null;
  /** Changes that were reported without their base, and targets, printed. */
  changes: readonly string[];
  /** A rate that nobody reported, as its numerator and denominator have it. */
  workedOut: string | null;
  previousWorkedOut: string | null;
  evidence: readonly { id: string; name: string }[];
};

type Props = {
  rows: readonly SheetLine[];
  labels: ColumnLabels;
  previousHref: string | null;
};

const widths = {
  previous: 'xl:w-36',
  current: 'xl:w-40',
  change: 'xl:w-28',
  percent: 'xl:w-24',
  notes: 'xl:w-72',
};

/** A section's figures to read: the same rows as where they are entered, without a field. */
export function FiguresSheet({ rows, labels, previousHref }: Props) {
  return (
    <table className="table-stack sticky-head figures table xl:table-fixed">
      <FiguresHead
        area="entry"
        previous={
          previousHref ? <Link href={previousHref}>{labels.previous}</Link> : labels.previous
        }
        current={labels.current}
        widths={widths}
      />
      <tbody>
        {rows.map((row) => (
          <SheetRow key={row.indicator.code} row={row} labels={labels} />
        ))}
      </tbody>
    </table>
  );
}

function SheetRow({
  row: { evidence, indicator, figure, previous, changes, workedOut, previousWorkedOut },
  labels,
}: {
  row: SheetLine;
  labels: Props['labels'];
}) {
  const worked = { now: workedOut, before: previousWorkedOut };
  const placed = { of: figure, period: labels.period };
  const change = yearChange(figure?.value ?? null, previous, indicator, worked, placed);
  return (
    <tr id={cellId(indicator.code)} tabIndex={-1}>
      <FigureName indicator={indicator}>
        <IndicatorName indicator={indicator} />
      </FigureName>
      <td className="number" data-label={labels.previous}>
        <FigureText figure={previous} indicator={indicator} workedOut={previousWorkedOut} />
      </td>
      <td className="number font-bold" data-label={labels.current}>
        <FigureText figure={figure} indicator={indicator} workedOut={workedOut} />
      </td>
      <ChangeCells area="entry" change={change} />
      <td>
        {[figure?.note, figure?.scopeNote, ...changes].filter(Boolean).join('；')}
        {evidence.map(({ id, name }) => (
          <a key={id} href={paths.evidence(id)} className="block">
            {name}
          </a>
        ))}
      </td>
    </tr>
  );
}

type TextProps = {
  figure: Figure | null;
  indicator: Indicator;
  workedOut: string | null;
};

/** A figure in the unit of its row; blank, not applicable and not available each say so. */
export function FigureText({ figure, indicator, workedOut }: TextProps) {
  const answers = useTranslations('common.answer');
  if (figure?.answer === 'number') return printInput(figure, indicator);
  if (workedOut !== null)
    return <WorkedOut value={workedOut} indicator={indicator} hasUnit={false} />;
  if (figure === null || figure.answer === 'blank')
    return <span className="font-normal text-ink-2">—</span>;
  return <span className="font-normal text-ink-2">{answers(figure.answer)}</span>;
}
