import { getLocale, getTranslations } from 'next-intl/server';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { ReadingDesk } from '@/components/old-report/reading-desk';
import type { Proposal, ReportText } from '@/components/old-report/reading-state';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { findCatalogue } from '@/lib/data/catalogue/catalogue';
import type { Viewer } from '@/lib/data/database/access';
import { listImportPeriods } from '@/lib/data/imports/import-plan';
import type { ReadingView as Reading } from '@/lib/data/imports/readings';
import { findContradictions } from '@/lib/domain/old-report/contradictions';
import { makeReportReader, type ReadFigure } from '@/lib/domain/old-report/read-report';
import { labelOf, parsePeriodCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { acceptReading } from './reading-actions';

/** Old reports that were brought: what is read in them, to be accepted or put right. */
export async function ReadingView({ viewer, reading }: { viewer: Viewer; reading: Reading }) {
  const [t, sheetImport, locale, catalogue, periods] = await Promise.all([
    getTranslations('oldReports'),
    getTranslations('sheetImport'),
    getLocale(),
    findCatalogue(),
    listImportPeriods(viewer),
  ]);
  const read = makeReportReader(catalogue);
  const known = new Set(periods.map(({ code }) => code));
  // What stands behind 其中 is taken only where it has an indicator of its own.
  const parts = new Set(catalogue.indicators.flatMap((one) => (one.partOf ? [one.code] : [])));
  const reports: ReportText[] = [];
  const proposals: Proposal[] = [];
  for (const [place, report] of reading.reports.entries()) {
    const figures = read(report.text, report.period || null, viewer.unit.code);
    proposals.push(...figures.map((figure) => proposalOf(figure, place, report, known, parts)));
    const warnings = findContradictions(report.text, figures, catalogue).map(({ kind, said }) =>
      t(`contradictions.${kind}`, { said }),
    );
    reports.push({ ...report, warnings });
  }
  return (
    <>
      <Breadcrumbs
        trail={[{ href: paths.imports(), text: sheetImport('title') }]}
        here={reading.view.fileName}
      />
      <PageHead title={t('title', { name: reading.view.fileName })} />
      <Sheet>
        <ClientMessages areas={['oldReports', 'issues']}>
          <ReadingDesk
            action={acceptReading}
            importId={reading.view.id}
            reports={reports}
            proposals={proposals}
            accepted={reading.accepted}
            indicators={catalogue.indicators.map((indicator) => ({
              code: indicator.code,
              name: nameOf(indicator, locale),
              section: indicator.section,
            }))}
            sections={catalogue.sections.map((section) => ({
              code: section.code,
              name: nameOf(section, locale),
            }))}
            periods={periods.map((period) => ({
              code: period.code,
              label: labelOf(period, locale),
            }))}
          />
        </ClientMessages>
      </Sheet>
    </>
  );
}

function proposalOf(
  figure: ReadFigure,
  report: number,
  { text, period }: { text: string; period: string },
  known: ReadonlySet<string>,
  parts: ReadonlySet<string>,
): Proposal {
  const { start, end, indicator, candidates, confidence } = figure;
  return {
    report,
    start,
    end,
    text: figure.text,
    quote: quoteOf(text, figure),
    period: periodOf(figure.period, period, known),
    indicator,
    candidates: candidates.map((one) => one.indicator),
    confidence,
    isRepeat: figure.repeats !== null,
    isFigure:
      figure.role === 'level' &&
      (figure.scope !== '其中' || (indicator !== null && parts.has(indicator))) &&
      figure.end - figure.start <= 60,
  };
}

/** The sentence, or as much of it as stands close to the number. */
function quoteOf(text: string, { start, end, sentence }: ReadFigure): string {
  const from = Math.max(sentence.start, start - 60);
  const to = Math.min(sentence.end, end + 40);
  const quote = text.slice(from, to).replace(/\s+/g, '');
  return `${from > sentence.start ? '…' : ''}${quote}${to < sentence.end ? '…' : ''}`;
}

/** The period of a figure, where there is such a one: else what holds it, the report's own at last. */
function periodOf(said: string | null, own: string, known: ReadonlySet<string>): string {
  if (said === null) return own;
  if (known.has(said)) return said;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(said) ? said.slice(0, 7) : null;
  const report = parsePeriodCode(own);
  if (day !== null && report && report.from <= day && day <= report.to) return own;
  if (day !== null && known.has(day.slice(0, 4))) return day.slice(0, 4);
  return own || said;
}
