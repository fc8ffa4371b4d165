import { useTranslations } from 'next-intl';

type Note = { section: string; kind: 'measures' | 'highlights'; text: string; by: string };

/** What was written of a section's work, to read. */
export function WrittenNotes({ notes, section }: { notes: readonly Note[]; section: string }) {
  const t = useTranslations('notes');
  const written = notes.filter((note) => note.section === section && note.text !== '');
  if (written.length === 0) return null;
  return (
    <dl className="my-3 max-w-4xl">
      {written.map(({ kind, text, by }) => (
        <div key={kind} className="mt-1">
          <dt className="inline font-bold">{t('heading', { kind: t(kind) })}</dt>
          <dd lang="zh-CN" className="inline whitespace-pre-line">
            {text}
            <span className="text-table text-ink-2">{t('by', { by })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
