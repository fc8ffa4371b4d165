import type { Metadata } from 'next';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/fields/fields-form';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { Notice } from '@/components/ui/notice';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findExtensions } from '@/lib/data/report/extensions';
import { officeDay } from '@/lib/domain/tree/office-day';
import { labelOf } from '@/lib/domain/tree/period';
import { isHandedIn } from '@/lib/domain/report/progress';
import { phaseOf } from '@/lib/domain/report/report';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { ask, grant, refuse } from './actions';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progress'))('extension.title') };
}

/** A later date for one report: asked for with a reason, granted or refused by the unit above, and all of it on record. */
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
  const [day, minute] = [
    (moment: Date) => format.dateTime(moment, 'day'),
    (moment: Date) => format.dateTime(moment, 'minute'),
  ];
  const open = rows.find(({ granted }) => granted === null);
  const key = { kind: 'hidden' as const, name: 'reportId', value: reportId };
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.reports(period.code), text: labelOf(period, locale) }]}
        here={t('title')}
      />
      <PageHead
        title={t('pageTitle', { unit: nameOf(unit, locale), period: labelOf(period, locale) })}
        meta={t('now', { date: day(period.dueAt) })}
      />
      {isHandedIn(status) ? (
        <Notice>{t('closed')}</Notice>
      ) : phaseOf(period, new Date()) === 'before' ? (
        <Notice>{t('before')}</Notice>
      ) : null}
      <ClientMessages areas={['fields', 'issues']}>
        {allowed.includes('report.askExtension') ? (
          <Sheet className="mb-4">
            <h2>{t('askTitle')}</h2>
            {open ? (
              <p>{t('waiting')}</p>
            ) : (
              <>
                <p>{t('askText')}</p>
                <FieldsForm
                  id="ask"
                  action={ask}
                  isPrimary
                  submit={t('ask')}
                  saved={t('asked')}
                  fields={[
                    key,
                    { kind: 'date', name: 'day', label: t('day'), hint: t('dayHint') },
                    { kind: 'text', name: 'reason', label: t('reason') },
                  ]}
                />
              </>
            )}
          </Sheet>
        ) : null}
        {allowed.includes('report.grantExtension') ? (
          <Sheet className="mb-4">
            <h2>{t(open ? 'answerTitle' : 'grantTitle')}</h2>
            {open ? (
              <p className="my-2 border-l-4 border-attention pl-3">
                {t('entry', {
                  by: open.by,
                  at: minute(open.at),
                  date: day(open.wanted),
                  reason: open.reason,
                })}
              </p>
            ) : null}
            <p>{t('grantText')}</p>
            <FieldsForm
              id="grant"
              action={grant}
              isPrimary
              submit={t('grant')}
              saved={t('granted')}
              fields={[
                key,
                {
                  kind: 'date',
                  name: 'day',
                  label: t('day'),
                  hint: t('dayHint'),
                  value: open ? officeDay(open.wanted) : undefined,
                },
                { kind: 'text', name: 'answer', label: t('answer'), hint: t('grantHint') },
              ]}
            />
            {open ? (
              <FieldsForm
                id="refuse"
                action={refuse}
                submit={t('refuse')}
                saved={t('refused')}
                fields={[key, { kind: 'text', name: 'answer', label: t('refuseReason') }]}
              />
            ) : null}
          </Sheet>
        ) : null}
      </ClientMessages>
      <Sheet>
        <h2>{t('history')}</h2>
        {rows.length === 0 ? <p>{t('none')}</p> : null}
        <ul>
          {rows.map((row) => (
            <li key={row.id} className="border-b border-line py-2">
              <p>
                {t('entry', {
                  by: row.by,
                  at: minute(row.at),
                  date: day(row.wanted),
                  reason: row.reason,
                })}
              </p>
              {row.granted !== null && row.decidedAt ? (
                <p className="text-ink-2">
                  {row.granted && row.until
                    ? t('yes', {
                        by: row.decidedBy ?? '',
                        at: minute(row.decidedAt),
                        date: day(row.until),
                        answer: row.answer ?? '',
                      })
                    : t('no', {
                        by: row.decidedBy ?? '',
                        at: minute(row.decidedAt),
                        answer: row.answer ?? '',
                      })}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
