import type { Metadata } from 'next';
import Link from 'next/link';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { ClientMessages } from '@/components/layout/client-messages';
import { FiguresGrid } from '@/components/entry/figures-grid';
import { FiguresSheet } from '@/components/report/figures-sheet';
import { WorkNotes } from '@/components/notes/work-notes';
import { WrittenNotes } from '@/components/notes/written-notes';
import { KeyboardHelp } from '@/components/entry/keyboard-help';
import { sectionEntry } from '@/components/report/section-entry';
import { StandingNote } from '@/components/report/standing-note';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { labelOf, previousOf } from '@/lib/domain/period';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { readForm } from '../../../read-form';
import { fillBlanks, saveNotes } from './actions';

type Props = { params: Promise<{ reportId: string; section: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ reportId, section: code }, t, locale] = await Promise.all([params, getTranslations('entry'), getLocale()]);
  const form = await readForm(reportId);
  const section = form?.sections.find((one) => one.code === code);
  if (!form || !section) return {};
  const { unit, period } = form.report;
  return { title: t('title', { section: nameOf(section, locale), unit: nameOf(unit, locale), period: labelOf(period, locale) }) };
}

/** Entry: one section of a report, last year's figure beside each field. Read-only where it may not be filled in. */
export default async function SectionPage({ params }: Props) {
  const [viewer, { reportId, section: code }, t, common, locale] = await Promise.all([
    requireViewer(),
    params,
    getTranslations('entry'),
    getTranslations('common'),
    getLocale(),
  ]);
  const form = await readForm(reportId);
  const position = form?.sections.findIndex((one) => one.code === code) ?? -1;
  const section = form?.sections[position];
  if (!form || !section) notFound();

  const { report, sections, previousPeriod } = form;
  const mayFill = report.allowed.includes('report.fill');
  const { rows, elsewhere } = sectionEntry(form, section.code);
  const unit = nameOf(report.unit, locale);
  const label = labelOf(report.period, locale);
  const before = labelOf(previousOf(report.period), locale);
  const labels = { current: label, previous: t(report.period.kind === 'term' ? 'previousTerm' : 'previous', { period: before }) };
  const previousHref = previousPeriod?.reportId ? paths.section(previousPeriod.reportId, section.code) : null;
  const [earlier, later] = [sections[position - 1], sections[position + 1]];
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.reports(report.period.code), text: label },
          { href: paths.report(report.id), text: unit },
        ]}
        here={nameOf(section, locale)}
      />
      <PageHead
        isCompact
        title={nameOf(section, locale)}
        meta={[
          report.madeUp ? common('madeUp') : null,
          previousPeriod ? null : t('noPreviousReport', { period: before }),
          previousPeriod?.madeUp ? t('previousMadeUp', { period: before }) : null,
        ]
          .filter(Boolean)
          .join(' · ')}
        actions={mayFill ? <KeyboardHelp /> : null}
      />
      <StandingNote report={report} unit={unit} />
      {mayFill ? (
        <ClientMessages areas={['entry', 'issues']}>
          <FiguresGrid
            key={section.code}
            address={paths.saveFigures(report.id)}
            personId={viewer.personId}
            reportId={report.id}
            rows={rows}
            elsewhere={elsewhere}
            labels={labels}
            previousHref={previousHref}
            section={section.code}
            fillBlanks={fillBlanks}
          >
            {earlier ? <Link className="max-sm:hidden" href={paths.section(report.id, earlier.code)}>{t('previousSection', { section: nameOf(earlier, locale) })}</Link> : null}
            {later ? (
              <Link href={paths.section(report.id, later.code)}>{t('nextSection', { section: nameOf(later, locale) })}</Link>
            ) : (
              <Link href={paths.report(report.id)}>{t('toList')}</Link>
            )}
          </FiguresGrid>
        </ClientMessages>
      ) : (
        <Sheet className="pt-0!">
          <FiguresSheet rows={rows} labels={labels} previousHref={previousHref} />
          <WrittenNotes notes={form.notes} section={section.code} />
        </Sheet>
      )}
      {mayFill ? (
        <ClientMessages areas={['notes', 'issues']}>
          <WorkNotes key={section.code} action={saveNotes} address={paths.saveNote(report.id)} reportId={report.id} section={section.code} notes={form.notes} />
        </ClientMessages>
      ) : null}
      {mayFill ? <p className="my-4 max-w-4xl text-table text-ink-2">{t('hint')}</p> : null}
    </>
  );
}
