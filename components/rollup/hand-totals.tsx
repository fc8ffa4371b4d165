import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import type { FieldsAction } from '@/components/fields/form-field';
import { Notice } from '@/components/ui/notice';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { printFigure } from '@/lib/domain/figure/print';
import type { Total } from '@/lib/domain/rollup/rollup';
import { printRollUp } from '@/lib/domain/rollup/print';
import { nameOf } from '@/lib/i18n/name-of';

type Row = {
  indicator: Indicator;
  entered: Figure;
  sum: Total;
  difference: string;
  explanation: { text: string; by: string; at: Date; outOfDate: boolean } | null;
};
type Props = {
  unit: string;
  period: string;
  compared: number;
  /** Reports below that have not been handed in. */ waiting: number;
  rows: readonly Row[];
  explain: FieldsAction | null;
};

/** What the unit entered for everything below, against the sums: each difference with its explanation or a field for it. */
export function HandTotals({ unit, period, compared, waiting, rows, explain }: Props) {
  const [t, locale, format] = [useTranslations('rollup.hand'), useLocale(), useFormatter()];
  const open = rows.filter(({ explanation }) => !explanation || explanation.outOfDate).length;
  return (
    <Sheet className="my-4" aria-labelledby="hand">
      <h2 id="hand">{t('title')}</h2>
      <p className="text-ink-2">
        {rows.length === 0 ? t('equal', { count: compared }) : t('intro')}
      </p>
      {waiting > 0 ? <p className="text-ink-2">{t('waiting', { count: waiting })}</p> : null}
      {open > 0 && waiting === 0 ? (
        <Notice kind="attention" title={t('open', { count: open })} />
      ) : null}
      <ul>
        {rows.map(({ indicator, entered, sum, difference, explanation }) => (
          <li key={indicator.code} className="border-b border-line py-3">
            <p className="flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
              <span className="font-bold">{nameOf(indicator, locale)}</span>
              <span>
                {t('entered')} {printFigure(entered, indicator)}
              </span>
              <span>
                {t('sum')} {printRollUp(sum, indicator)}
              </span>
              <span>
                {t('difference')} {printRollUp({ value: difference, qualifier: '' }, indicator)}
              </span>
            </p>
            {explanation ? (
              <p>
                {explanation.text}{' '}
                <span className="text-ink-2">
                  {t('by', { by: explanation.by, at: format.dateTime(explanation.at, 'minute') })}
                </span>{' '}
                {explanation.outOfDate ? <Tag kind="attention">{t('outOfDate')}</Tag> : null}
              </p>
            ) : null}
            {explain && (!explanation || explanation.outOfDate) ? (
              <FieldsForm
                id={`explain-${indicator.code}`}
                action={explain}
                submit={t('save')}
                saved={t('save')}
                fields={[
                  { kind: 'hidden', name: 'unit', value: unit },
                  { kind: 'hidden', name: 'period', value: period },
                  { kind: 'hidden', name: 'indicator', value: indicator.code },
                  { kind: 'hidden', name: 'seen', value: explanation?.text ?? '' },
                  {
                    kind: 'text',
                    name: 'text',
                    label: t('write', { indicator: nameOf(indicator, locale) }),
                  },
                ]}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
