import 'server-only';
import type { Prisma } from '@/prisma/generated/client';
import { areKnown, loosenUnknown } from '@/lib/domain/desk/check-chips';
import { canonicalJson, withSourcesOf } from '@/lib/domain/desk/edition';
import { blocksOf, sourcesOf, type Block } from '@/lib/domain/desk/manuscript';
import { candidatesOf, numbersOf, type DeskNumber } from '@/lib/domain/desk/numbers';
import type { Today } from '@/lib/domain/desk/merge';
import { isWorthKeeping } from '@/lib/domain/desk/versions';
import { NotFoundError } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import type { Candidate } from '@/lib/domain/reader/find-unlinked';
import { summarise } from '@/lib/domain/summary/summarise';
import type { Summary } from '@/lib/domain/summary/summary';
import type { SummaryInput } from '@/lib/domain/comparison/source';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { findSummarySources, readSummaryInput, type SummaryKey } from '../summary/input';
import { inTransaction } from '../database/transaction';
import { findDeskUnit, loadDeskUnit, subjectOf, type DeskKey } from './desk-unit';
import { findRow, lockRow, savedOf, type SavedManuscript } from './manuscript-row';
import { keepVersion, minutesSinceKept, type Basis } from './versions';

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

/** The desk of a unit and a period with everything that may be pointed at; null where the viewer does not write there
 *  or nothing is reported. */
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
      basis: basisOf(choice, today) as Prisma.InputJsonValue,
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
 *  one that was sent before, and whose answer was lost, is recognised. What stood is kept where it would be missed. */
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
    const isOthers = row.savedById !== viewer.personId;
    if (isWorthKeeping({ ...standing, isOthers }, blocks, await minutesSinceKept(tx, row)))
      await keepVersion(tx, row);
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

/** How a text was written, with the plan that it followed: another plan is followed when it is written anew. */
export const basisOf = (choice: Basis, { input }: Pick<DeskToday, 'input'>): Basis => ({
  ...choice,
  plan: input.plan ?? null,
});

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
