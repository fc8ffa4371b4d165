import { useTranslations } from 'next-intl';
import { ExchangeForm } from '@/components/desk/exchange-form';
import { RenewalPreview } from '@/components/desk/renewal-preview';
import { Sheet } from '@/components/ui/sheet';
import type { findRenewal } from '@/lib/data/desk/renewals';
import type { Basis } from '@/lib/data/desk/versions';
import { styleQuery } from '@/lib/domain/summary/style';
import { usualStyle } from '@/lib/domain/comparison/source';
import { paths } from '@/lib/paths';
import { renewDesk } from '../actions';

type Props = {
  unit: string;
  period: string;
  preview: NonNullable<Awaited<ReturnType<typeof findRenewal>>>;
  choice: Basis;
  how: string;
  /** This page, for who has to look again because the text has changed meanwhile. */
  again: string;
};

/** What writing anew would do to the text, and the step that does it. */
export function RenewalOutcome({ unit, period, preview, choice, how, again }: Props) {
  const [t, versions] = [useTranslations('desk.renewal'), useTranslations('desk.versions')];
  return (
    <Sheet aria-labelledby="outcome">
      <RenewalPreview renewal={preview.renewal} how={how} />
      <ExchangeForm
        action={renewDesk}
        fields={{
          unit,
          period,
          revision: String(preview.revision),
          base: choice.base ?? '',
          ...styleQuery(choice.style ?? usualStyle),
        }}
        kind="primary"
        label={t('submit')}
        again={again}
      />
      <p className="mt-2 text-table text-ink-2">
        {t('kept')} <a href={paths.versions(unit, period)}>{versions('title')}</a>
      </p>
    </Sheet>
  );
}
