import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { WrittenOnForm } from '@/components/desk/written-on-form';
import { WrittenOnPreview } from '@/components/desk/written-on-preview';
import { ClientMessages } from '@/components/layout/client-messages';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findWrittenOn } from '@/lib/data/desk/written-on';
import { labelOfCode } from '@/lib/domain/tree/period';
import { decodeScope, paths } from '@/lib/paths';
import { startFromEarlier } from '../actions';
import { earlierFields, findEarlier } from './earlier';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('desk.writtenOn'))('title') };
}

/** An earlier text written on for this period: what becomes of each sentence, before it is the manuscript. */
export default async function WrittenOnPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, viewer, t, desk, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    requireViewer(),
    getTranslations('desk.writtenOn'),
    getTranslations('desk'),
    getLocale(),
  ]);
  const named = z.object(earlierFields).safeParse(query);
  const earlier = named.success ? await findEarlier(viewer, named.data) : null;
  const preview = earlier && (await findWrittenOn(viewer, { unit, period }, earlier));
  if (!named.success || !earlier || !preview) notFound();
  const { import: importId, report, of, edition } = named.data;
  return (
    <>
      <SummaryTrail
        unit={unit}
        name={preview.unit}
        period={period}
        through={[{ href: paths.desk(unit, period), text: desk('title') }]}
        here={t('title')}
      />
      <PageHead
        title={t('heading', {
          then: labelOfCode(earlier.period, locale),
          now: labelOfCode(period, locale),
        })}
        meta={t('intro')}
      />
      <Sheet>
        <WrittenOnPreview written={preview.written} />
        <ClientMessages areas={['desk', 'issues']}>
          <WrittenOnForm
            action={startFromEarlier}
            isReplacing={preview.revision !== null}
            hidden={{
              unit,
              period,
              ...(importId && { import: importId, report: String(report) }),
              ...(of && edition && { of, edition: String(edition) }),
              ...(preview.revision !== null && { revision: String(preview.revision) }),
            }}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}
