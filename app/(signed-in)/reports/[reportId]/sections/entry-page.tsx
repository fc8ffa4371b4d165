import { useLocale, useTranslations } from 'next-intl';
import { getLocale } from 'next-intl/server';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { StandingNote } from '@/components/board/standing-note';
import { WatchReport } from '@/components/entry/watch-report';
import { FiguresSheet } from '@/components/figures/figures-sheet';
import { ReportTrail } from '@/components/history/report-trail';
import { ClientMessages } from '@/components/layout/client-messages';
import { WorkNotes } from '@/components/notes/work-notes';
import { WrittenNotes } from '@/components/notes/written-notes';
import { PageHead } from '@/components/ui/page-head';
import { Sheet } from '@/components/ui/sheet';
import { currentTime } from '@/lib/current-time';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { saveNotes } from './[section]/actions';
import { EntryGrid } from './entry-grid';
import { useEntryWords } from './entry-words';
import { readEntry, type Entry } from './read-entry';

type Props = { reportId: string; code: string | null };

/** Entry: a section of a report, or all of it (`code` null), last year's figure beside each field. Read-only where it
 *  may not be filled in. */
export async function EntryPage({ reportId, code }: Props) {
  const entry = await readEntry(reportId, code, await getLocale());
  if (!entry) notFound();
  return <EntryParts entry={entry} />;
}

function EntryParts({ entry }: { entry: Entry }) {
  const [t, locale] = [useTranslations('entry'), useLocale()];
  const { title } = useEntryWords(entry);
  const { form, mayFill } = entry;
  const { report, previousPeriod } = form;
  return (
    <>
      <ReportTrail report={report} here={title} />
      <StandingNote report={report} unit={nameOf(report.unit, locale)} now={currentTime()} />
      {previousPeriod === null && report.allowed.includes('report.backfill') ? (
        <p className="no-print mb-2 text-ink-2">
          {t.rich('importEarlier', { link: (text) => <Link href={paths.imports()}>{text}</Link> })}
        </p>
      ) : null}
      {mayFill ? (
        <>
          <EntryGrid entry={entry} />
          <Notes entry={entry} />
          <p className="no-print my-4 max-w-4xl text-table text-ink-2">{t('hint')}</p>
        </>
      ) : (
        <Figures entry={entry} />
      )}
    </>
  );
}

/** The figures to read; the unit's own page is notified when they are out of date. */
function Figures({ entry }: { entry: Entry }) {
  const { title, meta, labels, previousHref } = useEntryWords(entry);
  const { form, code } = entry;
  return (
    <>
      {entry.isOwn ? (
        <WatchReport
          address={paths.saveFigures(form.report.id)}
          readAt={entry.readAt}
          stamp={form.stamp}
        />
      ) : null}
      <PageHead isCompact title={title} meta={meta} />
      <Sheet className="pt-0!">
        <FiguresSheet rows={entry.figures.rows} labels={labels} previousHref={previousHref} />
        {code === null ? null : <WrittenNotes notes={form.notes} section={code} />}
      </Sheet>
    </>
  );
}

function Notes({ entry: { form, code, personId } }: { entry: Entry }) {
  if (code === null) return null;
  return (
    <ClientMessages areas={['notes', 'issues']}>
      <WorkNotes
        key={code}
        action={saveNotes}
        saveTo={{ address: paths.saveNote(form.report.id), personId }}
        reportId={form.report.id}
        submission={form.submission.number}
        section={code}
        notes={form.notes}
      />
    </ClientMessages>
  );
}
