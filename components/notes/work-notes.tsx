'use client';

import { useTranslations } from 'next-intl';
import type { SaveTo } from '@/components/entry/saving/send-patch';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useKeptForm } from '@/components/ui/use-kept-form';
import { NoteField } from './note-field';
import type { SavedNote } from './note-saver';

type Issue = { field: string | null; code: string; params: Record<string, string> };
export type NotesState = { issues: Issue[]; values: Record<string, string[]>; result?: boolean };
type Props = {
  action: (state: NotesState, form: FormData) => Promise<NotesState>;
  /** Where the fields save to while they are written, and whose page it is. */
  saveTo: SaveTo;
  reportId: string;
  submission: number;
  section: string;
  notes: readonly (SavedNote & { section: string; kind: 'measures' | 'highlights' })[];
};

const kinds = ['measures', 'highlights'] as const;

/** What the staff say of a section's work, in two plain texts under its figures; the summary begins the section with
 *  it. */
export function WorkNotes({ action, saveTo, reportId, submission, section, notes }: Props) {
  const t = useTranslations('notes');
  const issueTexts = useTranslations('issues');
  const [{ issues, values, result }, submit] = useKeptForm(action, { issues: [], values: {} });
  const standing = (kind: (typeof kinds)[number]) =>
    notes.find((note) => note.section === section && note.kind === kind);
  return (
    <section
      aria-labelledby="work-notes"
      className="no-print mt-6 border border-line bg-paper px-4 py-4 sm:px-6"
    >
      <h2 id="work-notes">{t('title')}</h2>
      <p className="text-table text-ink-2">{t('intro')}</p>
      {issues.map(({ code, params }) => (
        <Notice key={code} kind="wrong" role="alert">
          {issueTexts(code as Parameters<typeof issueTexts>[0], params)}
        </Notice>
      ))}
      {result ? <Notice kind="good">{t('state.saved')}</Notice> : null}
      <form action={submit}>
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="submission" value={submission} />
        <div className="grid gap-x-8 lg:grid-cols-2">
          {kinds.map((kind) => {
            const note = standing(kind);
            return (
              <div key={kind}>
                <input type="hidden" name={`${kind}-revision`} value={note?.revision ?? 0} />
                <NoteField
                  saveTo={saveTo}
                  submission={submission}
                  section={section}
                  kind={kind}
                  note={{
                    text: values[kind]?.[0] ?? note?.text ?? '',
                    revision: note?.revision ?? 0,
                  }}
                />
              </div>
            );
          })}
        </div>
        <noscript>
          <Button>{t('save')}</Button>
        </noscript>
      </form>
    </section>
  );
}
