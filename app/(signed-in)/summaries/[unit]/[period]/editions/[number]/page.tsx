import type { Metadata } from 'next';
import { useFormatter, useTranslations } from 'next-intl';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Charts } from '@/components/summary/charts';
import { ComparisonTable } from '@/components/summary/comparison-table';
import { SoftLinks } from '@/components/summary/soft-links';
import { summaryAddress } from '@/components/summary/summary-address';
import '@/components/summary/summary.css';
import { SummarySheet } from '@/components/summary/summary-sheet';
import { SummaryTrail } from '@/components/summary/summary-trail';
import { TracePanel } from '@/components/summary/trace/trace-panel';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import { findEdition } from '@/lib/data/desk/editions';
import { findPrintedLetterhead } from '@/lib/data/summary/letterheads';
import { officeDay } from '@/lib/domain/tree/office-day';
import { decodeScope, paths } from '@/lib/paths';
import { linkedDrawings } from '../../../../linked-drawings';
import { findTraceView } from '../../find-trace-view';
import { EditionBeside } from './edition-beside';

type Props = {
  params: Promise<{ unit: string; period: string; number: string }>;
  searchParams: Promise<{ trace?: string; at?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ number }, t] = await Promise.all([params, getTranslations('desk.editions')]);
  return { title: t('number', { number }) };
}

/** One edition as it was issued: text, table, the submissions behind it, and whether it is still what it was. */
export default async function EditionPage({ params, searchParams }: Props) {
  const [wanted, { trace, at }, viewer, t, summaryText, locale] = await Promise.all([
    params,
    searchParams,
    requireViewer(),
    getTranslations('desk.editions'),
    getTranslations('summary'),
    getLocale(),
  ]);
  const [{ unit, period }, number] = [decodeScope(wanted), Number(wanted.number)];
  const [edition, catalogue] = await Promise.all([
    findEdition(viewer, { unit, period }, number),
    findCatalogue(),
  ]);
  if (!edition) notFound();
  const { summary } = edition.content;
  const letterhead = await findPrintedLetterhead(viewer, unit, officeDay(edition.issuedAt));
  const view = trace || at ? await findTraceView(viewer, summary, { trace, at, locale }) : null;
  const address = {
    ...summaryAddress(unit, period, { trace, at }),
    close: paths.edition(unit, period, number),
  };
  return (
    <SoftLinks className={`beside-sheet ${view ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <SummaryTrail
          unit={unit}
          name={edition.unit}
          period={period}
          through={[{ href: paths.editions(unit, period), text: t('title') }]}
          here={t('number', { number })}
        />
        <SummarySheet
          summary={summary}
          address={address}
          letterhead={letterhead}
          under={<Issued edition={edition} number={number} />}
        />
      </div>
      <Sheet className="full-width sm:px-8 sm:pt-6 sm:pb-8" aria-labelledby="comparison">
        <h2 id="comparison" className="mb-2">
          {summaryText('table.title')}
        </h2>
        <ComparisonTable table={summary.table} sections={catalogue.sections} address={address} />
        <Charts charts={summary.charts} draw={linkedDrawings} address={address} />
      </Sheet>
      <div className="beside-column">
        <div className="beside">
          {view ? <TracePanel view={view} address={address} /> : null}
          <EditionBeside edition={edition} unit={unit} period={period} number={number} />
        </div>
      </div>
    </SoftLinks>
  );
}

type Edition = NonNullable<Awaited<ReturnType<typeof findEdition>>>;

function Issued({ edition, number }: { edition: Edition; number: number }) {
  const [t, format] = [useTranslations('desk.editions'), useFormatter()];
  const at = format.dateTime(edition.issuedAt, 'minute');
  const text = t('issued', { number, by: edition.issuedBy, at });
  return <p className="mt-2 text-center text-ink-2">{text}</p>;
}
