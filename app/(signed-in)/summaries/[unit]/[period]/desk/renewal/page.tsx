import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ClientMessages } from '@/components/layout/client-messages';
import { StyleForm } from '@/components/summary/style-form';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findRenewal } from '@/lib/data/desk/renewals';
import type { Basis } from '@/lib/data/desk/versions';
import { listSummaryScopes } from '@/lib/data/summary/summaries';
import { usualStyle } from '@/lib/domain/comparison/source';
import { readStyle } from '@/lib/domain/summary/style';
import { type SummaryQuery, decodeScope, paths } from '@/lib/paths';
import { baseChoiceOf } from '../../base-choice';
import { basisWords } from '../basis-words';
import { RenewalOutcome } from './renewal-outcome';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.renewal'))('title') };
}

/** A manuscript written anew with another base year or style: what would become of it, before anything does. */
export default async function RenewalPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, viewer, t, desk, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    requireViewer(),
    getTranslations('desk.renewal'),
    getTranslations('desk'),
    getLocale(),
  ]);
  const choice = chosenBasis(query);
  const [preview, scopes] = await Promise.all([
    findRenewal(viewer, { unit, period }, choice),
    listSummaryScopes(viewer),
  ]);
  if (!preview) notFound();
  const basis = choice ?? preview.basis;
  const scope = scopes.find((one) => one.unit.code === unit);
  const sayBasis = await basisWords();
  return (
    <>
      <SummaryTrail
        unit={unit}
        name={preview.unit}
        period={period}
        through={[{ href: paths.desk(unit, period), text: desk('title') }]}
        here={t('title')}
      />
      <PageHead title={t('title')} meta={t('intro')} />
      <div className="grid items-start gap-6 min-[900px]:grid-cols-[22rem_minmax(0,1fr)]">
        <Sheet>
          <h2>{t('choose')}</h2>
          <p className="text-table text-ink-2">{t('now', { how: sayBasis(preview.basis) })}</p>
          <StyleForm
            action={paths.renewal(unit, period)}
            base={baseChoiceOf(scope, period, basis.base, locale)}
            style={basis.style ?? usualStyle}
            submit={t('look')}
          />
        </Sheet>
        <ClientMessages areas={['desk', 'issues']}>
          {choice ? (
            <RenewalOutcome
              unit={unit}
              period={period}
              preview={preview}
              choice={choice}
              how={sayBasis(choice)}
              again={paths.renewal(unit, period, query)}
            />
          ) : null}
        </ClientMessages>
      </div>
    </>
  );
}

/** What the address asks for; null where the page is opened to choose. */
const chosenBasis = (query: SummaryQuery): Basis | null =>
  query.length === undefined
    ? null
    : { ...(query.base && { base: query.base }), style: readStyle(query) };
