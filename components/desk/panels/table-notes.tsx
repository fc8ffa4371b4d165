import { useTranslations } from 'next-intl';

/** The notes that an edition and every file print under the table: what the units explained of their figures among
 *  them. */
export function TableNotes({ notes }: { notes: readonly string[] }) {
  const t = useTranslations('desk.tableNotes');
  return (
    <details className="desk-panel">
      <summary className="min-h-8 font-bold">{t('title', { count: notes.length })}</summary>
      <p className="text-table text-ink-2">{t('text')}</p>
      <ol lang="zh-CN" className="list-decimal ps-5 text-table">
        {notes.map((note) => (
          <li key={note} className="py-1">
            {note}
          </li>
        ))}
      </ol>
    </details>
  );
}
