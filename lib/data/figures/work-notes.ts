import 'server-only';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import type { WorkNote } from '@/lib/domain/comparison/source';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { recordEvents } from '../database/record-events';
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
 *  submission, changes nothing and is told what stands. Throws `unknown-section`, `text-too-long`, and what every write of a report throws. */
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
    const written = await tx.$executeRaw`
      INSERT INTO "work_note" AS n ("submission_id", "section_code", "kind", "text", "revision", "written_by_id", "written_at")
      VALUES (${row.submissionId}::uuid, ${section}, ${kind}::"NoteKind", ${words}, ${(before?.revision ?? 0) + 1}, ${viewer.personId}::uuid, clock_timestamp())
      ON CONFLICT ("submission_id", "section_code", "kind") DO UPDATE SET "text" = excluded."text", "revision" = excluded."revision",
        "written_by_id" = excluded."written_by_id", "written_at" = excluded."written_at"
        WHERE n."revision" = excluded."revision" - 1`;
    const note = await findNote(tx, row.submissionId, section, kind);
    if (!note) throw new NotFoundError();
    // Somebody else wrote here a moment ago.
    if (written === 0) return { ...now, outcome: 'conflict', note };
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

/** Notes of some submissions that say anything, by submission, in the order of the catalogue. */
export async function readNotes(
  tx: Transaction,
  submissionIds: string[],
): Promise<Map<string, StoredNote[]>> {
  const rows = await tx.$queryRaw<(StoredNote & { submissionId: string })[]>`/* kept */
    SELECT n."submission_id" AS "submissionId", n."section_code" AS "section", n."kind"::text AS "kind", n."text", n."revision",
      w."name" AS "by", n."written_at" AS "at"
    FROM "work_note" n JOIN "section" c ON c."code" = n."section_code" JOIN "person" w ON w."id" = n."written_by_id"
    WHERE n."submission_id" = ANY(${submissionIds}::uuid[]) ORDER BY c."order", n."kind"`;
  const notes = new Map<string, StoredNote[]>();
  for (const { submissionId, ...note } of rows)
    notes.set(submissionId, [...(notes.get(submissionId) ?? []), note]);
  return notes;
}

/** Takes the notes of a submission into the one that follows it. */
export async function copyNotes(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "work_note" ("submission_id", "section_code", "kind", "text", "revision", "written_by_id", "written_at")
    SELECT ${to}::uuid, "section_code", "kind", "text", "revision", "written_by_id", "written_at"
    FROM "work_note" WHERE "submission_id" = ${from}::uuid`;
}

const columns = {
  sectionCode: true,
  kind: true,
  text: true,
  revision: true,
  writtenAt: true,
  writtenBy: { select: { name: true } },
} as const;

type Row = {
  sectionCode: string;
  kind: WorkNote['kind'];
  text: string;
  revision: number;
  writtenAt: Date;
  writtenBy: { name: string };
};

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
