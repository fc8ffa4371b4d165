import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { BoardFilter, groupsOf, shownRows, shownWhat } from '@/components/progress/board-filter';
import { BoardTable } from '@/components/progress/board-table';
import { FiveNumbersLine } from '@/components/progress/five-numbers';
import { ReminderDesk } from '@/components/progress/reminder-desk';
import { Requests } from '@/components/progress/requests';
import { UnitGroups } from '@/components/progress/unit-groups';
import { Deadline } from '@/components/board/deadline';
import { Choice } from '@/components/rollup/switches';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { PageNumbers } from '@/components/ui/page-numbers';
import { pageOf } from '@/components/ui/paging';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listOpenExtensions } from '@/lib/data/report/extensions';
import { listPeriods } from '@/lib/data/tree/periods';
import { findProgress } from '@/lib/data/report/progress';
import { labelOf } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { fiveNumbers } from '@/lib/domain/report/progress';
import { phaseOf, type Deadlines } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { sendReminders } from './actions';

type Props = {
  searchParams: Promise<{ period?: string; unit?: string; show?: string; page?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('title') };
}

/** Who has not reported yet, before everything else; and how far the others are. */
export default async function ProgressPage({ searchParams }: Props) {
  const [viewer, asked, t, locks, quality, locale] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('progress'),
    getTranslations('locks'),
    getTranslations('quality'),
    getLocale(),
  ]);
  const now = currentTime();
  const periods = await listPeriods(viewer);
  const period =
    asked.period === undefined
      ? (periods.find((one) => ['open', 'late'].includes(phaseOf(one, now))) ?? periods[0])
      : periods.find(({ code }) => code === asked.period);
  if (!period) {
    if (asked.period !== undefined) notFound();
    return (
      <>
        <PageHead title={t('title')} />
        <Notice title={t('noPeriods.title')}>{t('noPeriods.text')}</Notice>
      </>
    );
  }
  const unit = asked.unit ?? viewer.unit.code;
  const [board, requests] = await Promise.all([
    findProgress(viewer, { unit, period: period.code }),
    listOpenExtensions(viewer),
  ]);
  if (!board) notFound();

  const { rows } = board;
  const name = nameOf(board.unit, locale);
  const what = shownWhat(asked.show);
  const groups = asked.show === undefined ? groupsOf(board.unit.lineage, rows) : [];
  const { shown, page, pages } = pageOf(shownRows(rows, what, now), asked.page);
  const mayRemind =
    can(viewer, 'report.remind', { relation: 'child' }) && isReminded(period, rows, now);
  const where = { period: period.code, unit: asked.unit };
  return (
    <>
      <PageHead
        title={t('pageTitle', { unit: name, period: labelOf(period, locale) })}
        meta={<Deadline deadlines={period} now={now} />}
        actions={
          <>
            {rows.length > 0 ? (
              <Link href={paths.reportQuality({ period: period.code })}>{quality('link')}</Link>
            ) : null}
            {can(viewer, 'report.lock', { relation: 'below' }) && rows.length > 0 ? (
              <Link href={paths.reportLocks(period.code)}>{locks('link')}</Link>
            ) : null}
            {can(viewer, 'reminder.rule', { relation: 'own' }) ? (
              <Link href={paths.reminderRules()}>{t('rules.link')}</Link>
            ) : null}
          </>
        }
      />
      <Choice
        label={t('periods')}
        chosen={period.code}
        options={periods.slice(0, 12).map((one) => ({
          key: one.code,
          text: labelOf(one, locale),
          href: paths.progress({ period: one.code, unit: asked.unit }),
        }))}
      />
      {rows.length === 0 ? (
        <Notice>{t('nobody', { unit: name })}</Notice>
      ) : (
        <>
          <FiveNumbersLine numbers={fiveNumbers(rows)} />
          <Requests requests={requests} />
          <Sheet>
            <BoardFilter
              rows={rows}
              chosen={what}
              now={now}
              hrefOf={(show) => paths.progress({ ...where, show })}
            />
            {groups.length > 0 ? (
              <UnitGroups groups={groups} period={period.code} />
            ) : shown.length === 0 ? (
              <p>{t(what === 'waiting' ? 'everybody' : 'nothing')}</p>
            ) : what === 'waiting' && mayRemind ? (
              <ClientMessages areas={['progress', 'locks', 'issues']}>
                <ReminderDesk
                  rows={shown}
                  now={now}
                  period={labelOf(period, 'zh-CN')}
                  action={sendReminders}
                />
              </ClientMessages>
            ) : (
              <BoardTable rows={shown} now={now} />
            )}
            {groups.length === 0 ? (
              <PageNumbers
                page={page}
                pages={pages}
                hrefOf={(one) => paths.progress({ ...where, show: what, page: one })}
              />
            ) : null}
          </Sheet>
        </>
      )}
    </>
  );
}

/** Whether reminding makes sense: after the close only for those who were granted a later date. */
function isReminded(
  period: Deadlines,
  rows: readonly { extendedUntil: Date | null }[],
  now: Date,
): boolean {
  const phase = phaseOf(period, now);
  return (
    phase !== 'before' &&
    (phase !== 'closed' ||
      rows.some(({ extendedUntil }) => extendedUntil !== null && extendedUntil >= now))
  );
}
