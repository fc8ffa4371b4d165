import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  unit: string;
  name?: { name: string; nameEn: string } | undefined;
  /** The period of the summary under which the page stands; without it the page stands under the unit. */
  period?: string;
  /** What stands between the summary and this page. */
  through?: readonly { href: string; text: string }[];
  here: string;
};

/** Where a page of a summary stands: among all summaries, under its unit or under its summary. */
export function SummaryTrail({ unit, name, period, through = [], here }: Props) {
  const [t, locale] = [useTranslations('summary'), useLocale()];
  const words = [name && nameOf(name, locale), period && labelOfCode(period, locale)];
  return (
    <Breadcrumbs
      trail={[
        { href: paths.summaries(), text: t('title') },
        {
          href: period ? paths.summary(unit, period) : paths.summaries(unit),
          text: words.filter(Boolean).join(' ') || unit,
        },
        ...through,
      ]}
      here={here}
    />
  );
}
