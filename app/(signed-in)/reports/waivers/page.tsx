import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { WaiverFacts } from '@/components/review/waiver-facts';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { listOpenWaivers } from '@/lib/data/figures/waivers';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { answer } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('waivers.queue') };
}

/** The requests of the units below that wait for the reviewer's answer. */
export default async function OpenWaiversPage() {
  const [viewer, t, locale] = await Promise.all([
    requireViewer(),
    getTranslations('review.waivers'),
    getLocale(),
  ]);
  const [waivers, catalogue] = await Promise.all([listOpenWaivers(viewer), findCatalogue()]);
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  return (
    <>
      <PageHead
        title={t('queue')}
        meta={waivers.length === 0 ? t('nothingOpen') : t('open', { count: waivers.length })}
      />
      <ClientMessages areas={['fields', 'check', 'issues']}>
        {waivers.map((waiver) => (
          <Sheet key={`${waiver.reportId} ${waiver.code}`} className="my-4">
            <h2>
              {nameOf(waiver.unit, locale)} {labelOfCode(waiver.period, locale)}
            </h2>
            <WaiverFacts waiver={waiver} indicators={indicators} />
            <FieldsForm
              id={`answer-${waiver.reportId.slice(-6)}-${waiver.code}`}
              action={answer}
              submit={t('answer.submit')}
              saved={t('answer.saved')}
              fields={[
                { kind: 'hidden', name: 'reportId', value: waiver.reportId },
                { kind: 'hidden', name: 'check', value: waiver.code },
                {
                  kind: 'radio',
                  name: 'decision',
                  label: t('answer.decision'),
                  options: (['granted', 'refused'] as const).map((decision) => ({
                    value: decision,
                    label: t(`answer.${decision}`),
                    hint:
                      decision === 'granted'
                        ? t(
                            `answer.hints.${waiver.check?.kind === 'quasi' ? 'quasi' : 'mandatory'}`,
                          )
                        : undefined,
                  })),
                },
                {
                  kind: 'textarea',
                  name: 'answer',
                  label: t('answer.words'),
                  hint: t('answer.wordsHint'),
                  rows: 2,
                },
              ]}
            />
          </Sheet>
        ))}
      </ClientMessages>
    </>
  );
}
