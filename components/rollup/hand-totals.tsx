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
import { printRollUp } from '@/lib/domain/rollup/print-rollup';
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
  /** Reports below that have not been handed in. */
  waiting: number;
  rows: readonly Row[];
  explain: FieldsAction | null;
};

/** What the unit entered for everything below, against the sums: each difference with its explanation or a field for
 *  it. */
export function HandTotals(props: Props) {
  const { compared, waiting, rows } = props;
  const t = useTranslations('rollup.hand');
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
        {rows.map((row) => (
          <li key={row.indicator.code} className="border-b border-line py-3">
            <Difference row={row} />
            {row.explanation ? <Explanation explanation={row.explanation} /> : null}
            {props.explain && (!row.explanation || row.explanation.outOfDate) ? (
              <ExplanationForm {...props} row={row} explain={props.explain} />
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Difference({ row: { indicator, entered, sum, difference } }: { row: Row }) {
  const [t, locale] = [useTranslations('rollup.hand'), useLocale()];
  return (
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
  );
}

function Explanation({
  explanation: { text, by, at, outOfDate },
}: {
  explanation: NonNullable<Row['explanation']>;
}) {
  const [t, format] = [useTranslations('rollup.hand'), useFormatter()];
  return (
    <p>
      {text}{' '}
      <span className="text-ink-2">{t('by', { by, at: format.dateTime(at, 'minute') })}</span>{' '}
      {outOfDate ? <Tag kind="attention">{t('outOfDate')}</Tag> : null}
    </p>
  );
}

function ExplanationForm({
  unit,
  period,
  row: { indicator, explanation },
  explain,
}: Pick<Props, 'unit' | 'period'> & { row: Row; explain: FieldsAction }) {
  const [t, locale] = [useTranslations('rollup.hand'), useLocale()];
  return (
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
  );
}
