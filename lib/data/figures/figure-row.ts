import 'server-only';
import type { EnteredFigure } from '@/lib/domain/entry/figure-edit';
import { Prisma } from '@/prisma/generated/client';
import {
  int4,
  jsonb,
  nullable,
  text,
  textOf,
  timestamptz,
  type RowOf,
} from '../database/statement';
import type { Answer, Figure, Measure, Qualifier, Shown } from '@/lib/domain/figure/figure';

/** A figure as it stands in the database; an edit names the revision it saw. */
export type StoredFigure = EnteredFigure & { enteredAt: Date };

/** A figure as the raw queries answer it; `value` is text, so that no digit passes through a float. */
export type FigureRow = RowOf<typeof figureRow>;
export type StoredFigureRow = RowOf<typeof storedFigureRow>;

export const figureRow = {
  indicator: text,
  measure: textOf<Measure>(),
  answer: textOf<Answer>(),
  value: nullable(text),
  shown: nullable(jsonb<Shown>()),
  qualifier: textOf<Qualifier>(),
  baseYear: nullable(int4),
  asOf: nullable(text),
  from: nullable(text),
  scopeNote: nullable(text),
  note: nullable(text),
};

export const storedFigureRow = {
  ...figureRow,
  revision: int4,
  enteredBy: text,
  enteredAt: timestamptz,
};

/** What Prisma is asked of a figure. */
export const figureSelect = {
  indicatorCode: true,
  measure: true,
  answer: true,
  value: true,
  shown: true,
  qualifier: true,
  baseYear: true,
  asOf: true,
  from: true,
  scopeNote: true,
  note: true,
} as const;

export const storedFigureSelect = {
  ...figureSelect,
  revision: true,
  enteredAt: true,
  enteredBy: { select: { name: true } },
} as const;

type Selected = Prisma.FigureGetPayload<{ select: typeof figureSelect }>;

/** A figure as Prisma answers it; its decimals become text without a float in between. */
export const figureFrom = (row: Selected): Figure =>
  figureOf({
    ...row,
    indicator: row.indicatorCode,
    value: row.value === null ? null : row.value.toFixed(),
    shown: row.shown as Shown | null,
    qualifier: row.qualifier as Qualifier,
  });

export const storedFigureFrom = (
  row: Prisma.FigureGetPayload<{ select: typeof storedFigureSelect }>,
): StoredFigure => ({
  ...figureFrom(row),
  revision: row.revision,
  enteredAt: row.enteredAt,
  enteredBy: row.enteredBy.name,
});

/** Columns of a FigureRow; the figure's alias is f. */
export const figureColumns = Prisma.sql`
  f."indicator_code" AS "indicator", f."measure"::text AS "measure", f."answer"::text AS "answer",
  trim_scale(f."value")::text AS "value", f."shown", f."qualifier", f."base_year" AS "baseYear",
  f."as_of" AS "asOf", f."from", f."scope_note" AS "scopeNote", f."note"`;

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
