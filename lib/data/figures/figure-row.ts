import 'server-only';
import { Prisma } from '@/prisma/generated/client';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';
import type { Answer, Figure, Measure, Qualifier, Shown } from '@/lib/domain/figure/figure';

/** A figure as it stands in the database; an edit names the revision it saw. */
export type StoredFigure = EnteredFigure & { enteredAt: Date };

/** A figure as the raw queries answer it; `value` is text, so that no digit passes through a float. */
export type FigureRow = {
  indicator: string;
  measure: Measure;
  answer: Answer;
  value: string | null;
  shown: Shown | null;
  qualifier: Qualifier;
  baseYear: number | null;
  asOf: string | null;
  from: string | null;
  scopeNote: string | null;
  note: string | null;
};
export type StoredFigureRow = FigureRow & { revision: number; enteredBy: string; enteredAt: Date };

/** Columns of a FigureRow; the figure's alias is f. */
export const figureColumns = Prisma.sql`
  f."indicator_code" AS "indicator", f."measure"::text AS "measure", f."answer"::text AS "answer", trim_scale(f."value")::text AS "value",
  f."shown", f."qualifier", f."base_year" AS "baseYear", f."as_of" AS "asOf", f."from", f."scope_note" AS "scopeNote", f."note"`;

/** Columns of a StoredFigureRow; the person's alias is h. */
export const storedFigureColumns = Prisma.sql`${figureColumns},
  f."revision", h."name" AS "enteredBy", f."entered_at" AS "enteredAt"`;

/** The figure alone, of a row that holds more. */
export function figureOf({
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
}: FigureRow): Figure {
  return {
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
  };
}
