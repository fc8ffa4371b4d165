import 'server-only';
import type { Answer, Measure, Qualifier, Shown } from '@/lib/domain/figure/figure';
import type { TypedMeasure } from '@/lib/domain/entry/figure-edit';
import type { Viewer } from '../database/access';
import { storedFigureColumns, type StoredFigure, type StoredFigureRow } from './figure-row';
import { newId } from '../database/new-id';
import type { Transaction } from '../database/transaction';

/** One cell to be written, over `before`. */
export type FigureWrite = {
  indicator: string;
  measure: TypedMeasure;
  answer: Answer;
  value: string | null;
  shown: Shown | null;
  qualifier: Qualifier;
  note: string | null;
  scopeNote: string | null;
  asOf: string | null;
  before: StoredFigure | null;
  origin?: FigureOrigin;
};

/** Where a figure came from that nobody typed: the cell of a file, or the proposal of another system. */
export type FigureOrigin =
  | { import: string; file: string; sheet: string; cell: string }
  | { proposal: string; system: string };

export type FigureCell = { indicator: string; measure: TypedMeasure };

/** The name of a cell within its submission. */
export const cellKey = ({ indicator, measure }: { indicator: string; measure: Measure }): string =>
  measure === 'level' ? indicator : `${indicator} ${measure}`;

/** What stands in a cell, and whether the cell is on the form. */
export type Place = { figure: StoredFigure | null; onForm: boolean };

/** The figures standing in these cells, locked in the order of their codes so that two batches never wait for each
 *  other in a ring; and whether an optional indicator is on the form, because it is chosen or has a figure. By `cellKey`. */
export async function lockFigures(
  tx: Transaction,
  submissionId: string,
  unitId: string,
  cells: FigureCell[],
): Promise<Map<string, Place>> {
  const codes = cells.map(({ indicator }) => indicator);
  const figures = await tx.$queryRaw<StoredFigureRow[]>`/* kept */
    SELECT ${storedFigureColumns} FROM "figure" f JOIN "person" h ON h."id" = f."entered_by_id"
    WHERE f."submission_id" = ${submissionId}::uuid AND f."indicator_code" = ANY(${codes}::text[])
      AND (f."indicator_code", f."measure"::text) IN (SELECT * FROM unnest(${codes}::text[], ${cells.map(({ measure }) => measure)}::text[]))
    ORDER BY f."indicator_code", f."measure" FOR NO KEY UPDATE OF f`;
  const without = cells.length > figures.length;
  const chosen = without
    ? await tx.$queryRaw<{ indicator: string }[]>`/* kept */
        SELECT "indicator_code" AS "indicator" FROM "unit_indicator" WHERE "unit_id" = ${unitId}::uuid AND "indicator_code" = ANY(${codes}::text[])`
    : [];
  const onForm = new Set(chosen.map(({ indicator }) => indicator));
  const places = new Map(
    cells.map((cell): [string, Place] => [
      cellKey(cell),
      { figure: null, onForm: onForm.has(cell.indicator) },
    ]),
  );
  for (const figure of figures) places.set(cellKey(figure), { figure, onForm: true });
  return places;
}

/** Writes figures and their events in one statement; answers those written. A cell that was empty when it was looked
 *  at and is not any more is left out. */
export async function writeFigures(
  tx: Transaction,
  viewer: Viewer,
  reportId: string,
  submissionId: string,
  writes: FigureWrite[],
): Promise<Map<string, StoredFigure>> {
  if (writes.length === 0) return new Map();
  const rows = writes
    .sort((a, b) =>
      a.indicator < b.indicator || (a.indicator === b.indicator && a.measure < b.measure) ? -1 : 1,
    )
    .map(({ before, ...write }) => ({
      ...write,
      event: newId(),
      seen: before?.revision ?? 0,
      from: before && eventOf(before),
    }));
  const written = await tx.$queryRaw<
    {
      indicator: string;
      measure: TypedMeasure;
      value: string | null;
      revision: number;
      enteredAt: Date;
    }[]
  >`/* kept */
    WITH edit AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS e("indicator" text, "measure" "Measure", "answer" "Answer", "value" numeric,
        "shown" jsonb, "qualifier" text, "note" text, "scopeNote" text, "asOf" text, "seen" int, "event" uuid, "from" jsonb, "origin" jsonb)
    ), written AS (
      INSERT INTO "figure" AS f ("submission_id", "indicator_code", "measure", "answer", "value", "shown", "qualifier", "note", "scope_note", "as_of",
        "revision", "entered_by_id", "entered_at", "proposal_id")
      SELECT ${submissionId}::uuid, e."indicator", e."measure", e."answer", e."value", e."shown", e."qualifier", e."note", e."scopeNote", e."asOf", e."seen" + 1,
        ${viewer.personId}::uuid, clock_timestamp(), (e."origin" ->> 'proposal')::uuid
      FROM edit e ORDER BY e."indicator", e."measure"
      ON CONFLICT ("submission_id", "indicator_code", "measure") DO UPDATE SET "answer" = excluded."answer", "value" = excluded."value",
        "shown" = excluded."shown", "qualifier" = excluded."qualifier", "note" = excluded."note",
        "scope_note" = excluded."scope_note", "as_of" = excluded."as_of", "revision" = excluded."revision",
        "entered_by_id" = excluded."entered_by_id", "entered_at" = excluded."entered_at", "proposal_id" = excluded."proposal_id"
        WHERE f."revision" = excluded."revision" - 1
      RETURNING "indicator_code", "measure", "answer", "value", "qualifier", "note", "revision", "entered_at"
    ), told AS (
      INSERT INTO "event" ("id", "at", "person_id", "kind", "report_id", "subject", "from", "to")
      SELECT e."event", w."entered_at", ${viewer.personId}::uuid, CASE WHEN w."measure" = 'level' THEN 'figure.saved' ELSE 'target.saved' END,
        ${reportId}::uuid, e."indicator", e."from",
        jsonb_build_object('measure', w."measure", 'answer', w."answer", 'value', trim_scale(w."value")::text, 'qualifier', w."qualifier",
          'shown', e."shown", 'note', w."note", 'scopeNote', e."scopeNote", 'asOf', e."asOf", 'revision', w."revision")
          || CASE WHEN e."origin" IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('origin', e."origin") END
      FROM written w JOIN edit e ON e."indicator" = w."indicator_code" AND e."measure" = w."measure"
    )
    SELECT "indicator_code" AS "indicator", "measure"::text AS "measure", trim_scale("value")::text AS "value", "revision", "entered_at" AS "enteredAt" FROM written`;
  const byCell = new Map(writes.map((write) => [cellKey(write), write]));
  return new Map(
    written.map(({ indicator, measure, value, revision, enteredAt }) => {
      const { answer, shown, qualifier, note, scopeNote, asOf, before } = byCell.get(
        cellKey({ indicator, measure }),
      )!;
      const { baseYear, from } = before ?? plain;
      return [
        cellKey({ indicator, measure }),
        {
          indicator,
          measure,
          answer,
          value,
          shown,
          qualifier,
          baseYear,
          asOf,
          from,
          scopeNote,
          note,
          revision,
          enteredBy: viewer.name,
          enteredAt,
        },
      ];
    }),
  );
}

const plain = { baseYear: null, from: null };

const eventOf = ({
  answer,
  value,
  qualifier,
  shown,
  note,
  scopeNote,
  asOf,
  revision,
}: StoredFigure) => ({ answer, value, qualifier, shown, note, scopeNote, asOf, revision });
