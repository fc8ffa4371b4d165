import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { WorkNote } from '@/lib/domain/comparison/source';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { recordEvents } from '../database/record-events';
import { readServerTime } from '../database/server-time';
import { inTransaction, type Transaction } from '../database/transaction';
import { wordsOf } from '../database/words';
import { loadForWrite } from '../report/writable';

/** A note as it stands; `revision` counts the writes, an edit names the one it saw. */
export type StoredNote = WorkNote & { revision: number; at: Date };

export type NoteEdit = {
  section: string;
  kind: WorkNote['kind'];
  text: string;
  /** 0 for none seen. */
  revision: number;
  /** The submission in which it was seen; without it, the newest. */
  submission?: number;
};

/** `submission`: the one in which the note stands. */
export type NoteResult = {
  outcome: 'saved' | 'unchanged' | 'conflict';
  note: StoredNote;
  submission: number;
};

/** Saves what was written of a section's work. An edit that saw another revision than the standing one, or another
 *  submission, changes nothing and answers what stands. Throws `unknown-section`, `text-too-long`, and what every
 *  write of a report throws. */
export async function saveNote(
  viewer: Viewer,
  reportId: string,
  { section, kind, text, revision, submission }: NoteEdit,
): Promise<NoteResult> {
  const words = wordsOf(text);
  const { sections } = await findCatalogue();
  if (!sections.some(({ code }) => code === section))
    throw new InvalidError('unknown-section', { section });
  return inTransaction(async (tx) => {
    const { row } = await loadForWrite(tx, viewer, reportId, 'report.fill', 'shared');
    const now = { submission: row.number };
    const before = await findNote(tx, row.submissionId, section, kind);
    if ((before?.text ?? '') === words)
      return { ...now, outcome: 'unchanged', note: before ?? nothingYet({ section, kind }) };
    const hasSeen = revision === before?.revision && (submission ?? row.number) === row.number;
    if (before && !hasSeen) return { ...now, outcome: 'conflict', note: before };
    const isWritten = await writeNote(tx, before?.revision ?? 0, {
      submissionId: row.submissionId,
      sectionCode: section,
      kind,
      text: words,
      writtenById: viewer.personId,
    });
    const note = await findNote(tx, row.submissionId, section, kind);
    if (!note) throw new NotFoundError();
    // Somebody else wrote here a moment ago.
    if (!isWritten) return { ...now, outcome: 'conflict', note };
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'note.saved',
        reportId,
        subject: `${section} ${kind}`,
        from: before?.text ?? null,
        to: words,
      },
    ]);
    return { ...now, outcome: 'saved', note };
  });
}

/** Writes a note over the revision that was seen; false where another stands there by now. */
async function writeNote(
  tx: Transaction,
  seen: number,
  note: Omit<Prisma.WorkNoteUncheckedCreateInput, 'revision' | 'writtenAt'>,
): Promise<boolean> {
  const data = { ...note, revision: seen + 1, writtenAt: await readServerTime(tx) };
  const { submissionId, sectionCode, kind } = note;
  const { count } =
    seen === 0
      ? await tx.workNote.createMany({ data, skipDuplicates: true })
      : await tx.workNote.updateMany({
          where: { submissionId, sectionCode, kind, revision: seen },
          data,
        });
  return count > 0;
}

const columns = {
  sectionCode: true,
  kind: true,
  text: true,
  revision: true,
  writtenAt: true,
  writtenBy: { select: { name: true } },
} as const;

type Row = Prisma.WorkNoteGetPayload<{ select: typeof columns }>;

const noteOf = ({ sectionCode, kind, text, revision, writtenAt, writtenBy }: Row): StoredNote => ({
  section: sectionCode,
  kind,
  text,
  revision,
  by: writtenBy.name,
  at: writtenAt,
});

async function findNote(
  tx: Transaction,
  submissionId: string,
  sectionCode: string,
  kind: WorkNote['kind'],
): Promise<StoredNote | null> {
  const row = await tx.workNote.findUnique({
    where: { submissionId_sectionCode_kind: { submissionId, sectionCode, kind } },
    select: columns,
  });
  return row && noteOf(row);
}

const nothingYet = (place: Pick<StoredNote, 'section' | 'kind'>): StoredNote => ({
  ...place,
  text: '',
  revision: 0,
  by: '',
  at: new Date(),
});
