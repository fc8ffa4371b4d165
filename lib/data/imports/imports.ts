import 'server-only';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { InvalidError, NotFoundError, RefusedError, type Issue } from '@/lib/domain/access/errors';
import { can } from '@/lib/domain/access/policy';
import type { SheetGrid } from '@/lib/domain/sheet/sheet-grid';
import { noDecisions, type Decisions, type Remembered } from '@/lib/domain/sheet/mapping';
import { isId, type Viewer } from '../database/access';
import { db } from '../database/client';
import { holdRow } from '../database/queries';
import { inTransaction, type Transaction } from '../database/transaction';
import { wordsOf } from '../database/words';

/** A sheet as an import keeps it. */
export type KeptSheet = SheetGrid & { isHidden: boolean; notices?: Issue[] };

/** A file opened for import. `written`, `undone`: who did so and when. */
export type ImportView = {
  id: string;
  fileName: string;
  sheets: KeptSheet[];
  decisions: Decisions;
  openedBy: string;
  openedAt: Date;
  written: { by: string; at: Date } | null;
  undone: { by: string; at: Date } | null;
};

export type ImportRow = Omit<ImportView, 'sheets' | 'decisions'> & {
  figures: number;
  periods: string[];
  restored: number;
};

/** Whether the viewer may import into reports of the own unit; the own unit's imports are seen by all who
 *  read its drafts. */
export const mayImport = (viewer: Viewer): boolean =>
  can(viewer, 'report.backfill', { relation: 'own' });
export const maySeeImports = (viewer: Viewer): boolean =>
  can(viewer, 'report.readDraft', { relation: 'own' });

const day = 24 * 60 * 60 * 1000;
const mostOpen = 20;

/** Opens a file for import; writes no figure. Answers its id. What nobody confirmed is released after a day. */
export async function openImport(
  viewer: Viewer,
  file: { name: string; sheets: KeptSheet[]; decisions?: Decisions },
): Promise<string> {
  if (!mayImport(viewer)) throw new RefusedError('report.backfill');
  return inTransaction(async (tx) => {
    const open = { unitId: viewer.unit.id, writtenAt: null };
    await tx.import.deleteMany({
      where: { ...open, openedAt: { lt: new Date(Date.now() - day) } },
    });
    const tooMany = await tx.import.findMany({
      where: open,
      orderBy: { openedAt: 'desc' },
      skip: mostOpen - 1,
      select: { id: true },
    });
    await tx.import.deleteMany({ where: { id: { in: tooMany.map(({ id }) => id) } } });
    const { id } = await tx.import.create({
      data: {
        unitId: viewer.unit.id,
        fileName: nameOf(file.name),
        content: packed(file.sheets),
        decisions: file.decisions ?? noDecisions,
        openedById: viewer.personId,
      },
      select: { id: true },
    });
    return id;
  });
}

/** An import of the viewer's unit, or null. */
export async function findImport(viewer: Viewer, importId: string): Promise<ImportView | null> {
  if (!isId(importId) || !maySeeImports(viewer)) return null;
  const row = await db.import.findFirst({
    where: { id: importId, unitId: viewer.unit.id },
    include: people,
  });
  return (
    row && { ...headOf(row), sheets: unpacked(row.content), decisions: row.decisions as Decisions }
  );
}

/** The imports of the viewer's unit, newest first: what was written, and what waits to be. */
export async function listImports(viewer: Viewer): Promise<ImportRow[]> {
  if (!maySeeImports(viewer)) return [];
  const rows = await db.import.findMany({
    where: { unitId: viewer.unit.id },
    omit: { content: true, decisions: true },
    include: {
      ...people,
      figures: {
        select: {
          restored: true,
          submission: { select: { report: { select: { period: { select: { code: true } } } } } },
        },
      },
    },
    orderBy: { openedAt: 'desc' },
    take: 100,
  });
  return rows.map((row) => ({
    ...headOf(row),
    figures: row.figures.length,
    restored: row.figures.filter(({ restored }) => restored).length,
    periods: [
      ...new Set(row.figures.map(({ submission }) => submission.report.period.code)),
    ].sort(),
  }));
}

/** Keeps what was decided for the rows and columns of a file that is not written yet. */
export async function decideImport(
  viewer: Viewer,
  importId: string,
  decisions: Decisions,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { writtenAt } = await lockImport(tx, viewer, importId);
    if (writtenAt) throw new InvalidError('import-already-written');
    await tx.import.update({ where: { id: importId }, data: { decisions } });
  });
}

/** What the unit decided for the files it has imported, newest first. */
export async function listRemembered(viewer: Viewer): Promise<Remembered[]> {
  if (!maySeeImports(viewer)) return [];
  const rows = await db.import.findMany({
    where: {
      unitId: viewer.unit.id,
      writtenAt: { not: null },
      undoneAt: null,
      names: { isEmpty: false },
    },
    select: { id: true, fileName: true, decisions: true, names: true },
    orderBy: { writtenAt: 'desc' },
    take: 30,
  });
  return rows.map(({ decisions, ...row }) => ({ ...row, decisions: decisions as Decisions }));
}

/** Waits for whoever is at the same import, and answers how it stands; not found outside the viewer's unit. */
export async function lockImport(
  tx: Transaction,
  viewer: Viewer,
  importId: string,
): Promise<{ writtenAt: Date | null; undoneAt: Date | null; fileName: string }> {
  if (!isId(importId) || !maySeeImports(viewer)) throw new NotFoundError();
  const own = { id: importId, unitId: viewer.unit.id };
  if (!(await tx.import.findFirst({ where: own, select: { id: true } }))) throw new NotFoundError();
  if (!mayImport(viewer)) throw new RefusedError('report.backfill');
  await holdRow.read(tx, 'import', importId);
  return tx.import.findUniqueOrThrow({
    where: { id: importId },
    select: { writtenAt: true, undoneAt: true, fileName: true },
  });
}

/** Sheets as they are kept: packed, for a table of text is mostly repetition. */
export const packed = (sheets: readonly KeptSheet[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(deflateRawSync(JSON.stringify(sheets)));
const unpacked = (content: Uint8Array): KeptSheet[] =>
  JSON.parse(
    inflateRawSync(content, { maxOutputLength: 64 * 1024 * 1024 }).toString('utf8'),
  ) as KeptSheet[];

const nameOf = (name: string): string => wordsOf(name.slice(-200).replace(/^.*[/\\]/, '')) || '—';

const person = { select: { name: true } } as const;
const people = { openedBy: person, writtenBy: person, undoneBy: person } as const;

type Named = { name: string } | null;
type Head = {
  id: string;
  fileName: string;
  openedAt: Date;
  writtenAt: Date | null;
  undoneAt: Date | null;
  openedBy: { name: string };
  writtenBy: Named;
  undoneBy: Named;
};
const headOf = ({
  id,
  fileName,
  openedAt,
  writtenAt,
  undoneAt,
  openedBy,
  writtenBy,
  undoneBy,
}: Head) => ({
  id,
  fileName,
  openedAt,
  openedBy: openedBy.name,
  written: writtenAt && { by: writtenBy?.name ?? '', at: writtenAt },
  undone: undoneAt && { by: undoneBy?.name ?? '', at: undoneAt },
});
