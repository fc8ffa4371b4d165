import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import { InvalidError, NotFoundError } from '@/lib/domain/access/errors';
import { namesOf } from '@/lib/domain/sheet/mapping';
import { placeOf, type ImportEdit } from '@/lib/domain/sheet/plan-import';
import type { Viewer } from '../database/access';
import { db } from '../database/client';
import { saveTogether } from '../figures/save-together';
import type { FigureEdit } from '@/lib/domain/entry/figure-edit';
import { findImportPlan, type PlannedImport, type Target } from './import-plan';
import { groupBy } from '../database/group-by';
import { lockImport, packed } from './imports';
import { newId } from '../database/new-id';
import { recordEvents } from '../database/record-events';
import { inTransaction, type Transaction } from '../database/transaction';

/** Writes an import, all of it or nothing. `mark` is that of the plan that was shown: where anything has
 *  changed since, nothing is written. Of what stands out only what is `ticked` is written, by its place; what
 *  was not ticked may be ticked later. A report that is not there yet is opened as a draft. Answers how many
 *  figures the import has written; a second time it answers the same and writes nothing. */
export async function writeImport(
  viewer: Viewer,
  importId: string,
  mark: string,
  ticked: readonly string[] = [],
): Promise<number> {
  return inTransaction(async (tx) => {
    const { writtenAt, undoneAt, fileName } = await lockImport(tx, viewer, importId);
    if (undoneAt) throw new InvalidError('import-already-undone');
    const planned = await findImportPlan(viewer, importId, tx);
    if (!planned) throw new NotFoundError();
    const accepted = (await listHeld(planned, tx)).filter((edit) => ticked.includes(placeOf(edit)));
    const before = writtenAt ? await tx.importFigure.count({ where: { importId } }) : 0;
    if (writtenAt && accepted.length === 0) return before;
    if (planned.mark !== mark) throw new InvalidError('changed-since-preview');
    // What a later look would write besides was changed by somebody since, or is not of this import.
    const all = [...(writtenAt ? [] : planned.plan.edits), ...accepted];
    if (all.length === 0) throw new InvalidError('import-nothing');
    let written = 0;
    const reports = groupBy(all, ({ unit, period }) => `${unit} ${period}`);
    for (const [, edits] of [...reports].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const { unit, period } = edits[0]!;
      const target = planned.targets.get(unit)!.get(period)!;
      written += await writeReport(tx, viewer, { id: importId, fileName }, target, edits);
    }
    await keepWritten(tx, viewer, planned, accepted);
    return before + written;
  });
}

/** What may be ticked: before the writing what stands out; later what was not ticked then, and what else of
 *  the file a blank has room for. Nothing once the import was taken back. */
export async function listHeld(
  { view, plan }: PlannedImport,
  client: Transaction = db,
): Promise<ImportEdit[]> {
  if (view.undone) return [];
  if (!view.written) return plan.held;
  const rows = await client.importFigure.findMany({
    where: { importId: view.id },
    select: {
      indicatorCode: true,
      submission: {
        select: {
          report: {
            select: { unit: { select: { code: true } }, period: { select: { code: true } } },
          },
        },
      },
    },
  });
  const written = new Set(
    rows.map(({ indicatorCode, submission: { report } }) =>
      placeOf({ unit: report.unit.code, period: report.period.code, indicator: indicatorCode }),
    ),
  );
  const isNew = new Set(plan.cells.filter(({ kind }) => kind === 'new').map(placeOf));
  return [...plan.held, ...plan.edits.filter((edit) => isNew.has(placeOf(edit)))].filter(
    (edit) => !written.has(placeOf(edit)),
  );
}

/** Who wrote it and when, what was ticked, and what is kept of the file. */
async function keepWritten(
  tx: Transaction,
  viewer: Viewer,
  { view, taken }: PlannedImport,
  ticked: readonly ImportEdit[],
): Promise<void> {
  const { decisions, written, id } = view;
  await tx.import.update({
    where: { id },
    data: {
      ...(!written && { writtenAt: new Date(), writtenById: viewer.personId }),
      decisions: {
        ...decisions,
        accepted: [...(decisions.accepted ?? []), ...ticked.map(placeOf)],
      },
      // Of a workbook what was not taken is deleted; a report stays as it was read.
      ...(taken.length > 0 && {
        names: namesOf(taken.map(({ layout }) => layout)),
        content: packed([...new Set(taken.map(({ sheet }) => sheet))]),
      }),
    },
  });
}

/** Writes what an import holds for one report; answers how many figures that were. */
async function writeReport(
  tx: Transaction,
  viewer: Viewer,
  file: { id: string; fileName: string },
  target: Target,
  edits: readonly ImportEdit[],
): Promise<number> {
  const from = { import: file.id, file: file.fileName };
  const report =
    target.reportId === null
      ? await openReport(tx, viewer, target, from)
      : { id: target.reportId, submissionId: target.submissionId! };
  const origins = new Map(
    edits.map(({ indicator, sheet, address }) => [indicator, { ...from, sheet, cell: address }]),
  );
  const saved = await saveTogether(
    tx,
    viewer,
    report.id,
    edits.map(figureEdit),
    'report.backfill',
    origins,
  );
  const revisions = new Map(saved.map(({ indicator, revision }) => [indicator, revision]));
  await keepOrigins(tx, file.id, report.submissionId, edits, target, revisions);
  await recordEvents(tx, [
    {
      by: viewer.personId,
      kind: 'figures.imported',
      reportId: report.id,
      to: { ...from, indicators: saved.map(({ indicator }) => indicator) },
    },
  ]);
  return saved.length;
}

function figureEdit({ indicator, revision, ...edit }: ImportEdit): FigureEdit {
  return 'typed' in edit
    ? { indicator, revision, typed: edit.typed }
    : { indicator, revision, answer: edit.answer, note: null };
}

/** A report that was never expected or never made, with its first draft. */
async function openReport(
  tx: Transaction,
  viewer: Viewer,
  { unitId, periodId }: Pick<Target, 'unitId' | 'periodId'>,
  why: { import: string; file: string },
): Promise<{ id: string; submissionId: string }> {
  const [id, submissionId] = [newId(), newId()];
  const { count } = await tx.report.createMany({
    data: { id, unitId, periodId },
    skipDuplicates: true,
  });
  // Somebody opened it a moment ago: what is in it by now has not been looked at.
  if (count === 0) throw new InvalidError('changed-since-preview');
  await tx.submission.create({ data: { id: submissionId, reportId: id, number: 1 } });
  await recordEvents(tx, [{ by: viewer.personId, kind: 'report.opened', reportId: id, to: why }]);
  return { id, submissionId };
}

/** What each written figure came from and what it replaced. */
async function keepOrigins(
  tx: Transaction,
  importId: string,
  submissionId: string,
  edits: readonly ImportEdit[],
  { figures }: Target,
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = edits.flatMap(({ indicator, sheet, address, text }) => {
    const revision = revisions.get(indicator);
    return revision === undefined
      ? []
      : [
          {
            indicator,
            sheet,
            cell: address,
            text,
            before: figures.get(indicator) ?? null,
            revision,
          },
        ];
  });
  await tx.importFigure.createMany({
    data: rows.map(({ indicator, before, ...row }) => ({
      ...row,
      importId,
      submissionId,
      indicatorCode: indicator,
      before: before ? (before as unknown as Prisma.InputJsonObject) : Prisma.DbNull,
    })),
  });
}
