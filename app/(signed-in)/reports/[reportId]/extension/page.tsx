import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findExtensions } from '@/lib/data/report/extensions';
import { labelOf } from '@/lib/domain/tree/period';
import { isHandedIn } from '@/lib/domain/report/progress';
import { phaseOf } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { AskSheet, GrantSheet } from './answer-sheets';
import { ExtensionList } from './extension-list';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('extension.title') };
}

/** A later date for one report: asked for with a reason, granted or refused by the unit above, and all of it on
 *  record. */
export default async function ExtensionPage({ params }: Props) {
  const [viewer, { reportId }, t, locale, format] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('progress.extension'),
    getLocale(),
    getFormatter(),
  ]);
  const found = await findExtensions(viewer, reportId);
  if (!found) notFound();

  const { unit, period, rows, allowed, status } = found;
  const open = rows.find(({ granted }) => granted === null);
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.reports(period.code), text: labelOf(period, locale) }]}
        here={t('title')}
      />
      <PageHead
        title={t('pageTitle', { unit: nameOf(unit, locale), period: labelOf(period, locale) })}
        meta={t('now', { date: format.dateTime(period.dueAt, 'day') })}
      />
      {isHandedIn(status) ? (
        <Notice>{t('closed')}</Notice>
      ) : phaseOf(period, new Date()) === 'before' ? (
        <Notice>{t('before')}</Notice>
      ) : null}
      <ClientMessages areas={['fields', 'issues']}>
        {allowed.includes('report.askExtension') ? (
          <AskSheet reportId={reportId} isWaiting={open !== undefined} />
        ) : null}
        {allowed.includes('report.grantExtension') ? (
          <GrantSheet reportId={reportId} open={open} />
        ) : null}
      </ClientMessages>
      <Sheet>
        <h2>{t('history')}</h2>
        {rows.length === 0 ? <p>{t('none')}</p> : null}
        <ExtensionList rows={rows} />
      </Sheet>
    </>
  );
}
