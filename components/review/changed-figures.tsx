import { useLocale, useTranslations } from 'next-intl';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { nameOf } from '@/lib/i18n/name-of';
import { PrintedFigure } from '@/components/figures/printed-figure';
import { yearChange } from '@/components/figures/year-change';

export type ChangedFigure = { indicator: Indicator; before: Figure | null; after: Figure | null };
type Props = {
  before: number;
  after: number;
  rows: readonly ChangedFigure[];
  /** What the reviewer wrote on the earlier figures; a row that was not changed says so. */
  notes?: ReadonlyMap<string, string>;
};

/** Two editions of the same rows: only what differs stands in ink. */
export function ChangedFigures({ before, after, rows, notes }: Props) {
  const t = useTranslations('history.compare');
  const review = useTranslations('review.change');
  const points = useTranslations('review');
  const locale = useLocale();
  return (
    <table className="table-stack table">
      <thead>
        <tr>
          <th scope="col">{t('columns.indicator')}</th>
          <th scope="col" className="number w-40">
            {t('before', { number: before })}
          </th>
          <th scope="col" className="number w-40">
            {t('after', { number: after })}
          </th>
          <th scope="col" className="number w-32">
            {t('columns.change')}
          </th>
          {notes ? (
            <th scope="col" className="w-80">
              {review('note')}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, before: old, after: now }) => {
          const isSame = old === now;
          const { amount, isPoints } = yearChange(now?.value ?? null, old, indicator);
          return (
            <tr key={indicator.code}>
              <th scope="row">{nameOf(indicator, locale)}</th>
              <td className="number text-ink-2" data-label={t('before', { number: before })}>
                <PrintedFigure figure={old} indicator={indicator} />
              </td>
              <td
                className={`number ${isSame ? 'text-ink-2' : 'font-bold!'}`}
                data-label={t('after', { number: after })}
              >
                {isSame ? review('same') : <PrintedFigure figure={now} indicator={indicator} />}
              </td>
              <td className="number" data-label={t('columns.change')}>
                {isSame || amount === null
                  ? ''
                  : isPoints
                    ? points('points', { value: amount })
                    : amount}
              </td>
              {notes ? <td>{notes.get(indicator.code)}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
