import { useLocale, useTranslations } from 'next-intl';
import type { Section } from '@/lib/domain/catalogue/indicator';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths, type RollUpChoice, type RollUpQuery } from '@/lib/paths';
import { Choice, Switches } from './switches';

type Props = {
  unit: string;
  period: Period;
  periods: readonly Period[];
  choice: RollUpChoice;
  sections: readonly Section[];
  /** The one section that is shown. */
  section: string | undefined;
};

/** What of a roll-up is shown: period, tree and standing, section. */
export function RollUpChoices({ unit, period, periods, choice, sections, section }: Props) {
  const [t, locale] = [useTranslations('rollup'), useLocale()];
  const href = (next: RollUpQuery) => paths.rollup(unit, period.code, next);
  return (
    <>
      <Choice
        label={t('periods')}
        chosen={period.code}
        options={periods.map((one) => ({
          key: one.code,
          text: labelOf(one, locale),
          href: paths.rollup(unit, one.code, choice),
        }))}
      />
      <Switches choice={choice} hrefOf={href} />
      {sections.length > 1 ? (
        <Choice
          label={t('sections')}
          chosen={section ?? ''}
          options={[
            { key: '', text: t('allSections'), href: href({ ...choice, section: undefined }) },
            ...sections.map((one) => ({
              key: one.code,
              text: nameOf(one, locale),
              href: href({ ...choice, section: one.code }),
            })),
          ]}
        />
      ) : null}
    </>
  );
}
