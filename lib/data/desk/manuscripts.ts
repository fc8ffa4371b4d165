import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { areKnown, loosenUnknown } from '@/lib/domain/desk/check-chips';
import { canonicalJson, withSourcesOf } from '@/lib/domain/desk/edition';
import { blocksOf, sourcesOf, type Block, type Manuscript } from '@/lib/domain/desk/manuscript';
import { candidatesOf, numbersOf, type DeskNumber } from '@/lib/domain/desk/numbers';
import type { Today } from '@/lib/domain/desk/merge';
import { InvalidError, NotFoundError, RefusedError } from '@/lib/domain/access/errors';
import { can, relationOf, type Action, type Subject } from '@/lib/domain/access/policy';
import type { Candidate } from '@/lib/domain/reader/find-unlinked';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import type { SummaryInput } from '@/lib/domain/comparison/source';
import { withinScope, type Viewer } from '../database/access';
import { db } from '../database/client';
import { holdRow } from '../database/queries';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { findSummarySources, readSummaryInput, type SummaryKey } from '../summary/input';
import { inTransaction, type Transaction } from '../database/transaction';
import { isCode } from '../database/words';

/** What is written at a desk: the text of a unit's summary of a period. */
export type DeskKey = { unit: string; period: string };

/** A manuscript as it was last saved. */
export type SavedManuscript = Manuscript & { revision: number; savedAt: Date; savedBy: string };

/** The figures as they speak now, and the summary they give. */
export type DeskToday = Omit<Today, 'numbers'> & {
  numbers: ReadonlyMap<string, DeskNumber>;
  summary: Summary;
  input: SummaryInput;
  candidates: Candidate[];
};

export type Desk = {
  unit: { code: string; name: string; nameEn: string };
  mayIssue: boolean;
  manuscript: SavedManuscript | null;
  today: DeskToday;
};

/** `from` names the browser window that saves; `revision` is the one it saw. */
export type ManuscriptSave = { revision: number; from: string; blocks: Block[] };
/** `loosened`: how many numbers could not be vouched for and are plain words now. */
export type ManuscriptSaved =
  | { outcome: 'saved'; revision: number; savedAt: Date; loosened: number }
  | ({ outcome: 'conflict' } & SavedManuscript);

/** The desk of a unit and a period with everything that may be pointed at; null where the viewer does not write there or
 *  nothing is reported. */
export async function findDesk(
  viewer: Viewer,
  key: DeskKey,
  choice: Omit<SummaryKey, 'unit' | 'period'> = {},
): Promise<Desk | null> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit || !can(viewer, 'summary.write', unit.subject)) return null;
  const row = await findRow(db, unit.id, key.period);
  const today = await readToday(viewer, key, row ? row.basis : choice);
  if (!today) return null;
  const { code, name, nameEn } = unit;
  const manuscript = row && { ...savedOf(row), ...withSourcesOf(savedOf(row), today) };
  return {
    unit: { code, name, nameEn },
    mayIssue: can(viewer, 'summary.issue', unit.subject),
    manuscript,
    today,
  };
}

/** Begins a manuscript with the summary as it is generated now; one that exists already stays as it is. */
export async function startManuscript(
  viewer: Viewer,
  key: DeskKey,
  choice: Omit<SummaryKey, 'unit' | 'period'> = {},
): Promise<void> {
  const unit = await loadDeskUnit(viewer, key, 'summary.write');
  const today = await readToday(viewer, key, choice);
  if (!today) throw new NotFoundError();
  const content = { blocks: blocksOf(today.summary), sources: sourcesOf(today.summary) };
  await inTransaction(async (tx) => {
    const data = {
      id: newId(),
      unitId: unit.id,
      periodCode: key.period,
      basis: choice,
      content: content as Prisma.InputJsonValue,
      savedById: viewer.personId,
    };
    const { count } = await tx.manuscript.createMany({ data, skipDuplicates: true });
    if (count === 0) return;
    await recordEvents(tx, [
      {
        by: viewer.personId,
        kind: 'manuscript.started',
        subject: subjectOf(key),
        to: { submissions: submissionsOf(today.input) },
      },
    ]);
  });
}

/** Saves the text. A save that saw another revision than the standing one changes nothing and is given what stands;
 *  one that was sent before, and whose answer was lost, is recognised. */
export async function saveManuscript(
  viewer: Viewer,
  key: DeskKey,
  { revision, from, blocks: sent }: ManuscriptSave,
): Promise<ManuscriptSaved> {
  const unit = await loadDeskUnit(viewer, key, 'summary.write');
  return inTransaction(async (tx) => {
    const row = await lockRow(tx, unit.id, key.period);
    const standing = savedOf(row);
    if (canonicalJson(sent) === canonicalJson(standing.blocks))
      return { outcome: 'saved', revision: row.revision, savedAt: row.savedAt, loosened: 0 };
    if (revision !== row.revision && (row.savedFrom === '' || row.savedFrom !== from))
      return { outcome: 'conflict', ...standing };
    const today = areKnown(sent, standing.blocks) ? null : await readToday(viewer, key, row.basis);
    const numbers: DeskToday['numbers'] = today?.numbers ?? new Map();
    const { blocks, loosened } = loosenUnknown(sent, standing.blocks, { numbers });
    const content = withSourcesOf({ blocks, sources: standing.sources }, { numbers });
    const saved = await tx.manuscript.update({
      where: { id: row.id },
      data: {
        content: content as Prisma.InputJsonValue,
        revision: { increment: 1 },
        savedAt: new Date(),
        savedById: viewer.personId,
        savedFrom: from,
      },
      select: { revision: true, savedAt: true },
    });
    const renewed = renewedIds(standing.blocks, blocks);
    if (renewed.length > 0)
      await recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'manuscript.updated',
          subject: subjectOf(key),
          to: { revision: saved.revision, sentences: renewed },
        },
      ]);
    return { outcome: 'saved', ...saved, loosened };
  });
}

/** Puts one text in place of another that was saved meanwhile; the text that goes is kept in the record. */
export async function replaceManuscript(
  viewer: Viewer,
  key: DeskKey,
  save: ManuscriptSave,
): Promise<ManuscriptSaved> {
  const unit = await loadDeskUnit(viewer, key, 'summary.write');
  const before = await findRow(db, unit.id, key.period);
  const result = await saveManuscript(viewer, key, save);
  if (before && result.outcome === 'saved' && before.revision === save.revision) {
    const from = {
      revision: before.revision,
      savedBy: before.savedBy,
      blocks: savedOf(before).blocks,
    };
    await inTransaction((tx) =>
      recordEvents(tx, [
        {
          by: viewer.personId,
          kind: 'manuscript.replaced',
          subject: subjectOf(key),
          from: from as Prisma.InputJsonValue,
          to: { revision: result.revision },
        },
      ]),
    );
  }
  return result;
}

export type DeskUnit = {
  id: string;
  code: string;
  name: string;
  nameEn: string;
  lineage: string;
  subject: Subject;
};

/** A unit the viewer may know of, and where it stands to him; null otherwise. */
export async function findDeskUnit(
  viewer: Viewer,
  { unit: code, period }: DeskKey,
): Promise<DeskUnit | null> {
  if (!isCode(code) || !isCode(period) || viewer.roles.length === 0) return null;
  const unit = await db.unit.findFirst({
    where: { code, ...withinScope(viewer) },
    select: { id: true, code: true, name: true, nameEn: true, lineage: true },
  });
  return unit && { ...unit, subject: { relation: relationOf(viewer.unit.lineage, unit.lineage) } };
}

/** The same for a write: unknown is not found, known but not allowed is refused. */
export async function loadDeskUnit(
  viewer: Viewer,
  key: DeskKey,
  action: Action,
): Promise<DeskUnit> {
  const unit = await findDeskUnit(viewer, key);
  if (!unit) throw new NotFoundError();
  if (!can(viewer, action, unit.subject)) throw new RefusedError(action);
  return unit;
}

/** What speaks now; null where nothing is reported. */
export async function readToday(
  viewer: Viewer,
  { unit, period }: DeskKey,
  basis: unknown,
): Promise<DeskToday | null> {
  const sources = await findSummarySources(viewer, { ...(basis as object), unit, period });
  const input = sources && (await readSummaryInput(sources));
  if (!input) return null;
  const summary = summarise(input);
  const sentences = new Map(blocksOf(summary).map(({ id, parts }) => [id, parts]));
  const numbers = new Map(numbersOf(input, summary).map((number) => [number.ref, number]));
  return { summary, input, sentences, numbers, candidates: candidatesOf(input) };
}

const rowColumns = {
  id: true,
  revision: true,
  basis: true,
  content: true,
  savedAt: true,
  savedFrom: true,
  savedById: true,
  savedBy: { select: { name: true } },
} as const;
type Row = Omit<Prisma.ManuscriptGetPayload<{ select: typeof rowColumns }>, 'savedBy'> & {
  savedBy: string;
};

/** The manuscript as it is stored; null where none was begun. */
export async function findRow(
  client: Transaction | typeof db,
  unitId: string,
  periodCode: string,
): Promise<Row | null> {
  const row = await client.manuscript.findUnique({
    where: { unitId_periodCode: { unitId, periodCode } },
    select: rowColumns,
  });
  return row && { ...row, savedBy: row.savedBy.name };
}

/** The manuscript, held until the transaction ends: saves of one text come one after the other. */
export async function lockRow(tx: Transaction, unitId: string, periodCode: string): Promise<Row> {
  const found = await tx.manuscript.findUnique({
    where: { unitId_periodCode: { unitId, periodCode } },
    select: { id: true },
  });
  if (found) await holdRow.read(tx, 'manuscript', found.id);
  const row = await findRow(tx, unitId, periodCode);
  if (!row) throw new InvalidError('no-manuscript');
  return row;
}

export function savedOf({ content, revision, savedAt, savedBy }: Row): SavedManuscript {
  return { ...(content as unknown as Manuscript), revision, savedAt, savedBy };
}

export const subjectOf = ({ unit, period }: DeskKey): string => `${unit} ${period}`;

export const submissionsOf = ({ reports }: SummaryInput): string[] =>
  reports.map(({ unit, period, submission }) => `${unit}-${period.code}-${submission}`);

/** Sentences that were taken anew from the figures. */
function renewedIds(before: Block[], after: Block[]): string[] {
  const origins = new Map(before.map(({ id, origin }) => [id, canonicalJson(origin)]));
  return after
    .filter(
      ({ id, origin }) =>
        origins.has(id) && origin !== null && origins.get(id) !== canonicalJson(origin),
    )
    .map(({ id }) => id);
}
