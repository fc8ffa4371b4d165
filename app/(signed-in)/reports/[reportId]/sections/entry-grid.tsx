import 'server-only';
import { useLocale, useTranslations } from 'next-intl';
import Link from 'next/link';
import { FiguresGrid } from '@/components/entry/grid/figures-grid';
import { ClientMessages } from '@/components/layout/client-messages';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { fillBlanks } from './[section]/actions';
import { useEntryWords } from './entry-words';
import type { Entry } from './read-entry';
import { pinyin } from 'pinyin-pro';

/** The figures to enter, with every figure of the form to be found, and the sections before and after. */
export function EntryGrid({ entry }: { entry: Entry }) {
  const { form, code, figures, readAt, personId } = entry;
  const { report, submission } = form;
  return (
    <ClientMessages
      areas={['check', 'entry', 'entryTools', 'hints', 'issues', 'liveChecks', 'paste']}
    >
      <FiguresGrid
        // Another submission has figures of its own.
        key={`${code} ${submission.number}`}
        {...useEntryWords(entry)}
        {...figures}
        address={paths.saveFigures(report.id)}
        personId={personId}
        reportId={report.id}
        submission={submission.number}
        section={code}
        sections={form.sections}
        findable={findableIn(form)}
        readAt={readAt}
        stamp={form.stamp}
        fillBlanks={fillBlanks}
      >
        <SectionLinks entry={entry} />
      </FiguresGrid>
    </ClientMessages>
  );
}

/** By what a figure is found: its names, its section, and the initials of all that it is called in pinyin. */
const findableIn = ({ rows }: Entry['form']) =>
  rows.map(({ indicator: { code, name, nameEn, section, aliases } }) => ({
    code,
    name,
    nameEn,
    section,
    initials: [name, ...aliases].map(pinyinInitials).join(' '),
  }));

function SectionLinks({ entry: { form, earlier, later } }: { entry: Entry }) {
  const [t, locale] = [useTranslations('entry'), useLocale()];
  const { id } = form.report;
  return (
    <>
      {earlier ? (
        <Link className="max-sm:hidden" href={paths.section(id, earlier.code)}>
          {t('previousSection')}
        </Link>
      ) : null}
      {later ? (
        <Link href={paths.section(id, later.code)}>
          {t('nextSection', { section: nameOf(later, locale) })}
        </Link>
      ) : (
        <Link href={paths.report(id)}>{t('toList')}</Link>
      )}
    </>
  );
}

const known = new Map<string, string>();

/** First letters of the pinyin of Chinese words: 困难职工 → knzg. */
function pinyinInitials(words: string): string {
  const found =
    known.get(words) ??
    pinyin(words, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('');
  known.set(words, found);
  return found;
}
