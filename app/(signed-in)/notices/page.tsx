import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { Tag } from '@/components/ui/tag';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listNotices, type NoticeKind } from '@/lib/data/notices/notices';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readAll } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') };
}

/** What somebody wants the viewer to know: reminders, decisions, words about a figure, and requests and answers about
 *  dates. */
export default async function NoticesPage() {
  const [viewer, t, locale, format] = await Promise.all([
    requireViewer(),
    getTranslations('notices'),
    getLocale(),
    getFormatter(),
  ]);
  const [notices, { indicators }] = await Promise.all([listNotices(viewer), findCatalogue()]);
  return (
    <>
      <PageHead title={t('title')} />
      <Sheet>
        {notices.length === 0 ? <p>{t('none')}</p> : null}
        <ul>
          {notices.map(({ id, kind, text, subject, by, at, isRead, about }) => {
            const moment = format.dateTime(at, 'minute');
            const indicator = indicators.find(({ code }) => code === subject);
            const place = {
              unit: nameOf(about.unit, locale),
              period: labelOfCode(about.period, locale),
            };
            const teller = by
              ? t('by', { by, at: moment })
              : kind === 'proposal.made'
                ? t('by', { by: text ?? '', at: moment })
                : t('rule', { at: moment });
            return (
              <li key={id} className="border-b border-line py-3">
                <p className="flex flex-wrap items-center gap-x-4">
                  <span className={isRead ? '' : 'font-bold'}>{t(`kind.${kind}`)}</span>
                  {isRead ? null : <Tag kind="todo">{t('new')}</Tag>}
                  <span className="text-ink-2">{teller}</span>
                </p>
                {text && kind !== 'proposal.made' ? (
                  <p lang="zh-CN" className="my-1">
                    {text}
                  </p>
                ) : null}
                {about.reportId === null ? (
                  <Link href={paths.progress({ period: about.period, unit: about.unit.code })}>
                    {t('openProgress', place)}
                  </Link>
                ) : indicator ? (
                  <Link href={paths.reportFigure(about.reportId, indicator.code)}>
                    {t('openFigure', { ...place, name: nameOf(indicator, locale) })}
                  </Link>
                ) : (
                  <Link href={hrefOf(kind, about.reportId)}>{t('open', place)}</Link>
                )}
              </li>
            );
          })}
        </ul>
        {notices.some(({ isRead }) => !isRead) ? (
          <ClientMessages areas={['fields', 'issues']}>
            <div className="mt-4">
              <FieldsForm
                id="read-all"
                action={readAll}
                submit={t('readAll')}
                saved={t('done')}
                fields={[]}
              />
            </div>
          </ClientMessages>
        ) : null}
      </Sheet>
    </>
  );
}

/** Where one deals with what a notice is about. */
function hrefOf(kind: NoticeKind, reportId: string): string {
  if (kind === 'proposal.made') return paths.proposals(reportId);
  if (kind === 'report.submitted') return paths.review(reportId);
  if (kind === 'report.sent' || kind === 'report.cosigned') return paths.check(reportId);
  return kind.startsWith('extension.') ? paths.extension(reportId) : paths.report(reportId);
}
