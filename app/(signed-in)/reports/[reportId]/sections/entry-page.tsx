import { getLocale, getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FiguresGrid } from '@/components/entry/grid/figures-grid';
import { WatchReport } from '@/components/entry/watch-report';
import { ClientMessages } from '@/components/layout/client-messages';
import { WorkNotes } from '@/components/notes/work-notes';
import { WrittenNotes } from '@/components/notes/written-notes';
import { FiguresSheet } from '@/components/figures/figures-sheet';
import { ReportTrail } from '@/components/history/report-trail';
import { sectionEntry } from '@/components/entry/section-entry';
import { StandingNote } from '@/components/board/standing-note';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { requireViewer } from '@/lib/auth/viewer';
import { currentTime } from '@/lib/current-time';
import { listEvidence } from '@/lib/data/figures/evidence';
import { findHistories } from '@/lib/data/figures/histories';
import { findPeers } from '@/lib/data/figures/peer-figures';
import { labelOf, previousOf } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { pinyinInitials } from '@/lib/pinyin-initials';
import { readStampedForm } from '../../read-form';
import { fillBlanks, saveNotes } from './[section]/actions';

/** Entry: a section of a report, or all of it (`code` null), last year's figure beside each field. Read-only where it
 *  may not be filled in. */
export async function EntryPage({ reportId, code }: { reportId: string; code: string | null }) {
  const readAt = currentTime();
  const [viewer, t, tools, common, locale] = await Promise.all([
    requireViewer(),
    getTranslations('entry'),
    getTranslations('entryTools'),
    getTranslations('common'),
    getLocale(),
  ]);
  const form = await readStampedForm(reportId);
  const position = form?.sections.findIndex((one) => one.code === code) ?? -1;
  const section = form?.sections[position];
  if (!form || (code !== null && !section)) notFound();

  const { report, sections, submission, previousPeriod, stamp } = form;
  const mayFill = report.allowed.includes('report.fill');
  const codes = form.rows.flatMap(({ indicator }) =>
    code === null || indicator.section === code ? indicator.code : [],
  );
  const indicators = new Map(form.rows.map(({ indicator }) => [indicator.code, indicator]));
  const [past, evidence, peers] = await Promise.all([
    findHistories(viewer, report.id, codes),
    listEvidence(viewer, report.id, submission.number),
    mayFill ? findPeers(viewer, report) : new Map(),
  ]);
  const histories = new Map(
    [...past].map(([of, years]) => [
      of,
      years.map(({ period, figure }) => ({
        period: labelOf(period, locale),
        value: figure.value!,
        text: printFigure(figure, indicators.get(of)!),
      })),
    ]),
  );
  const { rows, elsewhere, checks } = sectionEntry(form, code, { histories, evidence, peers });
  const unit = nameOf(report.unit, locale);
  const label = labelOf(report.period, locale);
  const before = labelOf(previousOf(report.period), locale);
  const labels = {
    current: label,
    previous: t(report.period.kind === 'term' ? 'previousTerm' : 'previous', { period: before }),
  };
  const previousHref = previousPeriod?.reportId
    ? code === null
      ? paths.allSections(previousPeriod.reportId)
      : paths.section(previousPeriod.reportId, code)
    : null;
  const [earlier, later] = code === null ? [] : [sections[position - 1], sections[position + 1]];
  const title = section ? nameOf(section, locale) : tools('allTitle');
  const meta = [
    report.madeUp ? common('madeUp') : null,
    previousPeriod ? null : t('noPreviousReport', { period: before }),
    previousPeriod?.madeUp ? t('previousMadeUp', { period: before }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <ReportTrail report={report} here={title} />
      <StandingNote report={report} unit={unit} />
      {previousPeriod === null && report.allowed.includes('report.backfill') ? (
        <p className="no-print mb-2 text-ink-2">
          {t.rich('importEarlier', { link: (text) => <Link href={paths.imports()}>{text}</Link> })}
        </p>
      ) : null}
      {mayFill ? (
        <ClientMessages
          areas={['check', 'entry', 'entryTools', 'hints', 'issues', 'liveChecks', 'paste']}
        >
          <FiguresGrid
            // Another submission has figures of its own.
            key={`${code} ${submission.number}`}
            address={paths.saveFigures(report.id)}
            personId={viewer.personId}
            reportId={report.id}
            submission={submission.number}
            rows={rows}
            elsewhere={elsewhere}
            checks={checks}
            before={before}
            labels={labels}
            previousHref={previousHref}
            section={code}
            sections={sections}
            findable={form.rows.map(
              ({ indicator: { code: of, name, nameEn, section: place, aliases } }) => ({
                code: of,
                name,
                nameEn,
                section: place,
                initials: [name, ...aliases].map(pinyinInitials).join(' '),
              }),
            )}
            title={title}
            meta={meta}
            readAt={readAt.toISOString()}
            stamp={stamp}
            fillBlanks={fillBlanks}
          >
            {earlier ? (
              <Link className="max-sm:hidden" href={paths.section(report.id, earlier.code)}>
                {t('previousSection')}
              </Link>
            ) : null}
            {later ? (
              <Link href={paths.section(report.id, later.code)}>
                {t('nextSection', { section: nameOf(later, locale) })}
              </Link>
            ) : (
              <Link href={paths.report(report.id)}>{t('toList')}</Link>
            )}
          </FiguresGrid>
        </ClientMessages>
      ) : (
        <>
          {report.unit.id === viewer.unit.id ? (
            <WatchReport
              address={paths.saveFigures(report.id)}
              readAt={readAt.toISOString()}
              stamp={stamp}
            />
          ) : null}
          <PageHead isCompact title={title} meta={meta} />
          <Sheet className="pt-0!">
            <FiguresSheet rows={rows} labels={labels} previousHref={previousHref} />
            {code === null ? null : <WrittenNotes notes={form.notes} section={code} />}
          </Sheet>
        </>
      )}
      {mayFill && code !== null ? (
        <ClientMessages areas={['notes', 'issues']}>
          <WorkNotes
            key={code}
            action={saveNotes}
            saveTo={{ address: paths.saveNote(report.id), personId: viewer.personId }}
            reportId={report.id}
            submission={submission.number}
            section={code}
            notes={form.notes}
          />
        </ClientMessages>
      ) : null}
      {mayFill ? (
        <p className="no-print my-4 max-w-4xl text-table text-ink-2">{t('hint')}</p>
      ) : null}
    </>
  );
}
