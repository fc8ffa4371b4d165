import type { Metadata } from 'next';
import Link from 'next/link';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { depthIn, indented } from '@/components/admin/indent';
import { OpenStep } from '@/components/fields/open-step';
import type { FormField } from '@/components/fields/form-field';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { ListTable } from '@/components/ui/list-table';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findPeriod } from '@/lib/data/tree/periods';
import { findProgress } from '@/lib/data/report/progress';
import { listLockedReports } from '@/lib/data/report/report-locks';
import { labelOf } from '@/lib/domain/tree/period';
import { can } from '@/lib/domain/access/policy';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { lock, unlock } from './actions';

type Props = { searchParams: Promise<{ period?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('locks'))('title') };
}

/** Which reports of a period stand still, and for whoever may, locking and unlocking of one unit or of all below it. */
export default async function LocksPage({ searchParams }: Props) {
  const [viewer, { period: code = '' }, t, progress, locale, format] = await Promise.all([
    requireViewer(),
    searchParams,
    getTranslations('locks'),
    getTranslations('progress'),
    getLocale(),
    getFormatter(),
  ]);
  if (!can(viewer, 'report.lock', { relation: 'below' })) notFound();
  const period = await findPeriod(viewer, code);
  if (!period) notFound();
  const [board, locked] = await Promise.all([
    findProgress(viewer, { unit: viewer.unit.code, period: period.code }),
    listLockedReports(viewer, period.code),
  ]);
  // What a unit above has locked is that unit's to lift.
  const isLifted = new Set(locked.flatMap(({ unit, above }) => (above ? [] : [unit.code])));
  const units = (board?.rows ?? []).map(({ unit }) => unit);
  const option = (unit: (typeof units)[number]) => ({
    value: unit.code,
    label: indented(nameOf(unit, locale), depthIn(units, unit)),
  });
  const fields = (from: typeof units): FormField[] => [
    { kind: 'hidden', name: 'period', value: period.code },
    { kind: 'select', name: 'unit', label: t('unit'), options: from.map(option) },
    {
      kind: 'radio',
      name: 'scope',
      label: t('scope'),
      value: 'one',
      options: [
        { value: 'one', label: t('one') },
        { value: 'below', label: t('below') },
      ],
    },
  ];
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.progress({ period: period.code }), text: progress('title') }]}
        here={t('title')}
      />
      <PageHead title={t('pageTitle', { period: labelOf(period, locale) })} meta={t('intro')} />
      <Sheet>
        {locked.length === 0 ? (
          <p>{t('none')}</p>
        ) : (
          <ListTable
            rows={locked}
            keyOf={({ reportId }) => reportId}
            columns={[
              {
                head: progress('columns.unit'),
                cell: ({ reportId, unit }) => (
                  <Link href={paths.history(reportId)}>{nameOf(unit, locale)}</Link>
                ),
              },
              { head: t('reason'), cell: ({ reason }) => reason },
              {
                head: t('by'),
                cell: ({ by, at, above }) =>
                  [
                    by,
                    format.dateTime(at, 'minute'),
                    above && t('above', { unit: nameOf(above, locale) }),
                  ]
                    .filter(Boolean)
                    .join(' '),
              },
            ]}
          />
        )}
      </Sheet>
      <ClientMessages areas={['fields', 'issues']}>
        {units.length > locked.length ? (
          <OpenStep
            id="lock"
            action={lock}
            isPrimary
            words={{
              title: t('lock.title'),
              text: t('lock.text'),
              submit: t('lock.submit'),
              saved: t('lock.saved'),
            }}
            fields={[
              ...fields(units),
              {
                kind: 'textarea',
                name: 'reason',
                label: t('reason'),
                hint: t('reasonHint'),
                rows: 2,
              },
            ]}
          />
        ) : null}
        {isLifted.size > 0 ? (
          <OpenStep
            id="unlock"
            action={unlock}
            words={{
              title: t('unlock.title'),
              submit: t('unlock.submit'),
              saved: t('unlock.saved'),
            }}
            fields={fields(units.filter(({ code: one }) => isLifted.has(one)))}
          />
        ) : null}
      </ClientMessages>
    </>
  );
}
