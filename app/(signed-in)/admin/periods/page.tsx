import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { AdminForm } from '@/components/admin/admin-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Table } from '@/components/ui/table';
import { listPeriods } from '@/lib/data/periods';
import { labelOf } from '@/lib/domain/period';
import { unitLevels } from '@/lib/domain/unit';
import { paths } from '@/lib/paths';
import { mayManagePeriods, requireAdministrator } from '../administrator';
import { today } from '../office-day';
import { addPeriod } from './actions';
import { dateFields } from './date-fields';
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
  const [periods, dates] = await Promise.all([listPeriods(viewer), dateFields()]);
  const mayManage = mayManagePeriods(viewer);
  const now = currentTime();
  const year = today().slice(0, 4);
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
          <Table stack stickyHead>
            <thead>
              <tr>
                <th scope="col">{t('label')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('opensAt')}</th>
                <th scope="col">{t('dueAt')}</th>
                <th scope="col">{t('lateUntil')}</th>
                <th scope="col">{t('closesAt')}</th>
                <th scope="col">{t('phaseHead')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map((period) => (
                <tr key={period.code}>
                  <th scope="row">
                    <Link href={paths.admin.period(period.code)}>{labelOf(period, locale)}</Link>
                  </th>
                  <td data-label={t('kind')}>{t(`kinds.${period.kind}`)}</td>
                  <td data-label={t('opensAt')}>{day(period.opensAt)}</td>
                  <td data-label={t('dueAt')}>{day(period.dueAt)}</td>
                  <td data-label={t('lateUntil')}>{day(period.lateUntil)}</td>
                  <td data-label={t('closesAt')}>{day(period.closesAt)}</td>
                  <td data-label={t('phaseHead')}>
                    <PeriodPhase dates={period} now={now} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </Sheet>
      {mayManage ? (
        <Sheet className="no-print my-4">
          <h2>{t('add.title')}</h2>
          <ClientMessages areas={['admin', 'issues']}>
            <AdminForm
              id="add"
              action={addPeriod}
              isPrimary
              submit={t('add.submit')}
              saved={t('add.saved')}
              fields={[
                {
                  kind: 'radio', name: 'kind', label: t('kind'), value: 'year',
                  options: (['year', 'part_year', 'term'] as const).map((kind) => ({ value: kind, label: t(`kinds.${kind}`), hint: t(`kindHints.${kind}`) })),
                },
                { kind: 'month', name: 'from', label: t('from'), hint: t('monthHint', { month: `${year}-01` }), value: `${year}-01` },
                { kind: 'month', name: 'to', label: t('to'), hint: t('monthHint', { month: `${year}-12` }), value: `${year}-12` },
                ...dates,
                {
                  kind: 'checkboxes', name: 'levels[]', label: t('levels'), hint: t('levelsHint'), values: [],
                  options: unitLevels.slice(unitLevels.indexOf(viewer.unit.level)).map((level) => ({ value: level, label: common(`levels.${level}`) })),
                },
              ]}
            />
          </ClientMessages>
        </Sheet>
      ) : (
        <Notice title={t('othersTitle')}>
          <p>{t('othersText')}</p>
        </Notice>
      )}
    </>
  );
}

function currentTime(): Date {
  return new Date();
}
