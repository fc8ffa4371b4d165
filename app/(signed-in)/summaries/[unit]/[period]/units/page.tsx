import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '@/components/summary/summary.css';
import { headingsOf } from '@/components/summary/narrative';
import { unitsAddress } from '@/components/summary/summary-address';
import { SummaryFrame } from '@/components/summary/summary-frame';
import { UnitsBeside } from '@/components/summary/units/units-beside';
import { PdfLink } from '@/components/ui/pdf-link';
import { readStyle, styleQuery } from '@/lib/domain/summary/style';
import { labelOfCode } from '@/lib/domain/tree/period';
import { chromiumPath } from '@/lib/env';
import { nameOf } from '@/lib/i18n/name-of';
import { decodeScope, paths, type SummaryQuery } from '@/lib/paths';
import { findTraceView } from '../find-trace-view';
import { readUnits, readUnitsPage } from './read-units';
import { UnitsTables } from './units-tables';

type Props = {
  params: Promise<{ unit: string; period: string }>;
  searchParams: Promise<SummaryQuery>;
};

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return { title: (await readUnits(decodeScope(await params), await searchParams))?.title };
}

/** The units below one, side by side: what they come to, who stands where, each number with its origin. */
export default async function UnitsPage({ params, searchParams }: Props) {
  const [{ unit, period }, query, t, locale] = await Promise.all([
    params.then(decodeScope),
    searchParams,
    getTranslations('units'),
    getLocale(),
  ]);
  const { indicator, trace, at } = query;
  const found = await readUnitsPage({ unit, period }, query);
  if (!found) notFound();
  const { viewer, summary, scope } = found;
  const view = trace ? await findTraceView(viewer, summary, { trace, at, locale }) : null;
  if (trace && !view) notFound();

  const style = readStyle(query);
  const written = { indicator, ...styleQuery(style) };
  const address = unitsAddress(unit, period, { ...written, trace, at });
  const pdf = (
    <PdfLink page={paths.units(unit, period, written)} isOffered={chromiumPath() !== null} />
  );
  return (
    <SummaryFrame
      unit={{ code: unit, name: scope?.unit }}
      here={`${labelOfCode(period, locale)} · ${t('title')}`}
      summary={summary}
      address={address}
      view={view}
      labelledBy="indicator"
      beside={
        <UnitsBeside
          {...found}
          pdf={pdf}
          unit={unit}
          unitName={scope ? nameOf(scope.unit, locale) : unit}
          period={period}
          headings={headingsOf(summary.paragraphs)}
          style={style}
          indicator={indicator}
        />
      }
    >
      <UnitsTables
        found={found}
        action={paths.units(unit, period)}
        style={style}
        address={address}
      />
    </SummaryFrame>
  );
}
