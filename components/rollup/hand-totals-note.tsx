import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import type { Total } from '@/lib/domain/rollup/rollup';
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
import { nameOf } from '@/lib/i18n/name-of';

type Row = {
  indicator: Indicator;
  entered: Figure;
  sum: Total;
  difference: string;
  explanation: { text: string; by: string; outOfDate: boolean } | null;
};
type Props = {
  totals: { waiting: number; rows: readonly Row[] } | null;
  /** Where the totals are held against the sum. */
  rollUp: string;
  isOpen?: boolean;
};

const most = 8;

/** Beside a report: its totals for everything below that differ from the sum, each with its two numbers and why. */
export function HandTotalsNote({ totals, rollUp, isOpen = false }: Props) {
  const [t, locale] = [useTranslations('rollup.hand'), useLocale()];
  if (!totals || totals.rows.length === 0) return null;
  const open = totals.rows.filter(({ explanation }) => !explanation || explanation.outOfDate);
  const isWaiting = totals.waiting > 0;
  const title =
    open.length === 0 || isWaiting
      ? t('note.explained')
      : t(isOpen ? 'note.open' : 'note.openSigned', { count: open.length });
  const shown = (
    open.length > 0 ? [...open, ...totals.rows.filter((row) => !open.includes(row))] : totals.rows
  ).slice(0, most);
  return (
    <Notice kind={open.length > 0 && !isWaiting ? 'attention' : 'plain'} title={title}>
      {isWaiting ? <p>{t('waiting', { count: totals.waiting })}</p> : null}
      <ul>
        {shown.map(({ indicator, entered, sum, difference, explanation }) => (
          <li key={indicator.code} className="tabular-nums">
            {t('note.line', {
              indicator: nameOf(indicator, locale),
              entered: printFigure(entered, indicator),
              sum: printRollUp(sum, indicator) ?? '—',
              difference: printRollUp({ value: difference, qualifier: '' }, indicator) ?? '—',
            })}
            {explanation ? (
              <span className="text-ink-2">
                {' '}
                {explanation.text} {explanation.outOfDate ? t('outOfDate') : explanation.by}
              </span>
            ) : null}
          </li>
        ))}
        {totals.rows.length > most ? <li>…</li> : null}
      </ul>
      <p>
        <Link href={`${rollUp}#hand`}>{t(isOpen ? 'note.go' : 'note.look')}</Link>
      </p>
    </Notice>
  );
}
