import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { CheckItem } from '@/components/checking/check-item';
import { FormHead } from '@/components/paper/form-head';
import { WaiverFacts } from '@/components/review/waiver-facts';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findReadiness } from '@/lib/data/submission/submissions';
import { listWaivers } from '@/lib/data/figures/waivers';
import { labelOf, previousOf } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readForm } from '../../read-form';
import { AskWaiver } from './ask-waiver';

type Props = { params: Promise<{ reportId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('waivers.title') };
}

/** Checks of a report that cannot be kept: asking the higher union to let them off, and what it answered. */
export default async function WaiversPage({ params }: Props) {
  const [viewer, { reportId }, t, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('review.waivers'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  if (!form) notFound();
  const { report, rows } = form;
  const [waivers, readiness] = await Promise.all([
    listWaivers(viewer, reportId),
    findReadiness(viewer, reportId),
  ]);
  const indicators = new Map(rows.map(({ indicator }) => [indicator.code, indicator]));
  const waiting = new Set(
    waivers.filter(({ decision }) => decision === null).map(({ code }) => code),
  );
  const failing = report.allowed.includes('waiver.ask')
    ? (readiness?.failing ?? []).filter(({ check }) => !waiting.has(check.code))
    : [];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.report(report.id), text: nameOf(report.unit, locale) },
          { href: paths.check(report.id), text: t('check') },
        ]}
        here={t('title')}
      />
      <FormHead title={t('title')} report={report} />
      <p className="mb-4 max-w-3xl">{t('intro')}</p>
      {waivers.length > 0 ? (
        <Sheet className="my-4">
          <h2>{t('requests')}</h2>
          <ul>
            {waivers.map((waiver) => (
              <li key={waiver.code} className="border-t border-line py-3 first-of-type:border-t-0">
                <WaiverFacts waiver={waiver} indicators={indicators} />
              </li>
            ))}
          </ul>
        </Sheet>
      ) : null}
      {failing.length > 0 ? (
        <Sheet className="my-4">
          <h2>{t('ask.title')}</h2>
          <ClientMessages areas={['fields', 'check', 'issues']}>
            <ul>
              {failing.map((result) => (
                <CheckItem
                  key={result.check.code}
                  result={result}
                  indicators={indicators}
                  previous={labelOf(previousOf(report.period), locale)}
                  reportId={report.id}
                  shape="!"
                >
                  <AskWaiver reportId={report.id} check={result.check} />
                </CheckItem>
              ))}
            </ul>
          </ClientMessages>
        </Sheet>
      ) : null}
      {waivers.length + failing.length === 0 ? <p>{t('none')}</p> : null}
    </>
  );
}
