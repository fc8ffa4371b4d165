import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { AddSheet } from '@/components/admin/add-sheet';
import { LinkButton } from '@/components/ui/link-button';
import { ListTable } from '@/components/ui/list-table';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { listPeriods } from '@/lib/data/tree/periods';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOf } from '@/lib/domain/tree/period';
import { unitLevels } from '@/lib/domain/tree/unit';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { addPeriod } from './actions';
import { dateFields, signaturesField } from './date-fields';
import { PeriodPhase } from './period-phase';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('periods.title') };
}

/** All periods with their dates; the topmost unit's administrator adds one. */
export default async function PeriodsPage() {
  const [viewer, t, common, locale, format] = await Promise.all([
    requireAdministrator(),
    getTranslations('admin.periods'),
    getTranslations('common'),
    getLocale(),
    getFormatter(),
  ]);
  const [periods, dates, signatures] = await Promise.all([
    listPeriods(viewer),
    dateFields(),
    signaturesField(),
  ]);
  const mayManage = mayManagePeriods(viewer);
  const now = currentTime();
  const year = officeDay(now).slice(0, 4);
  const day = (date: Date) => format.dateTime(date, 'day');
  return (
    <>
      <PageHead
        title={t('title')}
        meta={mayManage ? t('intro') : t('others')}
        actions={mayManage ? <LinkButton href="#add">{t('add.title')}</LinkButton> : null}
      />
      <Sheet>
        {periods.length === 0 ? (
          <p>{mayManage ? t('none') : t('noneOthers')}</p>
        ) : (
          <ListTable
            rows={periods}
            keyOf={(period) => period.code}
            columns={[
              {
                head: t('label'),
                cell: (period) => (
                  <Link href={paths.admin.period(period.code)}>{labelOf(period, locale)}</Link>
                ),
              },
              { head: t('kind'), cell: (period) => t(`kinds.${period.kind}`) },
              ...(['opensAt', 'dueAt', 'lateUntil', 'closesAt'] as const).map((date) => ({
                head: t(date),
                cell: (period: (typeof periods)[number]) => day(period[date]),
              })),
              { head: t('phaseHead'), cell: (period) => <PeriodPhase dates={period} now={now} /> },
            ]}
          />
        )}
      </Sheet>
      {mayManage ? (
        <AddSheet
          title={t('add.title')}
          action={addPeriod}
          submit={t('add.submit')}
          saved={t('add.saved')}
          fields={[
            {
              kind: 'radio',
              name: 'kind',
              label: t('kind'),
              value: 'year',
              options: (['year', 'part_year', 'term'] as const).map((kind) => ({
                value: kind,
                label: t(`kinds.${kind}`),
                hint: t(`kindHints.${kind}`),
              })),
            },
            {
              kind: 'month',
              name: 'from',
              label: t('from'),
              hint: t('monthHint', { month: `${year}-01` }),
              value: `${year}-01`,
            },
            {
              kind: 'month',
              name: 'to',
              label: t('to'),
              hint: t('monthHint', { month: `${year}-12` }),
              value: `${year}-12`,
            },
            ...dates,
            signatures,
            {
              kind: 'checkboxes',
              name: 'levels[]',
              label: t('levels'),
              hint: t('levelsHint'),
              values: [],
              options: unitLevels
                .slice(unitLevels.indexOf(viewer.unit.level))
                .map((level) => ({ value: level, label: common(`levels.${level}`) })),
            },
          ]}
        />
      ) : (
        <Notice title={t('othersTitle')}>
          <p>{t('othersText')}</p>
        </Notice>
      )}
    </>
  );
}
