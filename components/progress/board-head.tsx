import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { Deadline } from '@/components/board/deadline';
import { Choice } from '@/components/rollup/switches';
import { PageHead } from '@/components/ui/page-head';
import { labelOf, type Period } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';

type Props = {
  unit: { name: string; nameEn: string };
  period: Period & ComponentProps<typeof Deadline>['deadlines'];
  periods: readonly Period[];
  rows: readonly unknown[];
  now: Date;
  /** The unit an address names; none where it is the viewer's own. */
  asked: string | undefined;
  mayLock: boolean;
  mayMakeRules: boolean;
};

/** Whose board it is, how long is left, what else can be done to all of it, and the other periods. */
export function BoardHead({ unit, period, periods, rows, now, asked, ...may }: Props) {
  const [t, locks, quality] = [
    useTranslations('progress'),
    useTranslations('locks'),
    useTranslations('quality'),
  ];
  const locale = useLocale();
  const hasRows = rows.length > 0;
  return (
    <>
      <PageHead
        title={t('pageTitle', { unit: nameOf(unit, locale), period: labelOf(period, locale) })}
        meta={<Deadline deadlines={period} now={now} />}
        actions={
          <>
            {hasRows ? (
              <Link href={paths.reportQuality({ period: period.code })}>{quality('link')}</Link>
            ) : null}
            {may.mayLock && hasRows ? (
              <Link href={paths.reportLocks(period.code)}>{locks('link')}</Link>
            ) : null}
            {may.mayMakeRules ? <Link href={paths.reminderRules()}>{t('rules.link')}</Link> : null}
          </>
        }
      />
      <Choice
        label={t('periods')}
        chosen={period.code}
        options={periods.slice(0, 12).map((one) => ({
          key: one.code,
          text: labelOf(one, locale),
          href: paths.progress({ period: one.code, unit: asked }),
        }))}
      />
    </>
  );
}
