import 'server-only';
import { checksFor } from '@/lib/domain/checks/checks';
import { checkValues, isOutOfDate, type CheckValues } from '@/lib/domain/checks/explanation';
import type { Figure } from '@/lib/domain/figure/figure';
import { askedCodes, checksOn, formIndicators } from '@/lib/domain/catalogue/form-indicators';
import { workedOutValue } from '@/lib/domain/figure/rate';
import type { Check, Indicator } from '@/lib/domain/catalogue/indicator';
import { previousOf, type Period } from '@/lib/domain/tree/period';
import { findCatalogue } from '../catalogue/catalogue';
import { figureOf, type StoredFigure, type StoredFigureRow } from './figure-row';
import type { Transaction } from '../database/transaction';
import { formAside, formFigures, formerFigures, type ExplanationRow } from './queries';
import type { StoredNote } from './work-notes';

export type FormRow = {
  indicator: Indicator;
  figure: StoredFigure | null;
  previous: Figure | null;
  /** Changes reported without their base. */
  changes: StoredFigure[];
  target: StoredFigure | null;
  limit: StoredFigure | null;
  /** Whether the form is incomplete without an answer here. */
  isAsked: boolean;
  /** A rate that nobody reported, as its numerator and denominator have it: in this submission, in the period
   *  before. */
  workedOut: string | null;
  previousWorkedOut: string | null;
};

export type ExplanationView = ExplanationRow & { outOfDate: boolean };

/** What a form holds, whoever looks at it; the caller has asked whether the viewer may. */
export type FormContent = {
  /** The same unit's report for the period before, whose figures stand beside these. */
  previousPeriod: { reportId: string; code: string; submission: number; madeUp: boolean } | null;
  /** Core indicators, the unit's chosen ones and any with a figure, in the catalogue's order. */
  rows: FormRow[];
  explanations: ExplanationView[];
  /** Checks for this unit whose indicators all stand on this form. */
  checks: Check[];
  /** Checks that the higher union let off for this report with the figures that stand in it now. */
  waived: ReadonlySet<string>;
  notes: StoredNote[];
  /** Files that stand behind figures. */
  files: { indicator: string; file: string }[];
};

export type FormKey = { reportId: string; unitId: string; period: Period; number: number };

/** Reads one submission of a report as a form. */
export async function readFormContent(tx: Transaction, key: FormKey): Promise<FormContent> {
  const catalogue = await findCatalogue();
  const [figures, previous, [aside]] = await Promise.all([
    formFigures.read(tx, key.reportId, key.number),
    readPrevious(tx, key),
    formAside.read(tx, key.reportId, key.unitId, key.number),
  ]);
  const values = {
    current: valuesOf(figures),
    previous: previous.period && valuesOf(previous.figures),
  };
  const rows = formRows(catalogue.indicators, aside!.chosen, figures, previous.figures).map(
    (row): FormRow => ({
      ...row,
      workedOut: isSilent(row.figure) ? workedOutValue(row.indicator, values.current) : null,
      previousWorkedOut:
        values.previous && isSilent(row.previous)
          ? workedOutValue(row.indicator, values.previous)
          : null,
    }),
  );
  return {
    previousPeriod: previous.period,
    rows,
    explanations: aside!.explanations.map(({ at, ...rest }) => {
      const check = catalogue.checks.find(({ code }) => code === rest.check);
      return {
        ...rest,
        at: new Date(at),
        outOfDate: !check || isOutOfDate(check, rest.values, values.current, values.previous),
      };
    }),
    checks: checksOn(
      checksFor(catalogue.checks, aside!.unit),
      new Set(rows.map(({ indicator }) => indicator.code)),
    ),
    // Let off is let off for the figures that were looked at: others are asked for anew.
    waived: new Set(
      aside!.waived.flatMap(({ check: code, values: looked }) => {
        const check = catalogue.checks.find((one) => one.code === code);
        return check && !isOutOfDate(check, looked, values.current, values.previous) ? code : [];
      }),
    ),
    notes: aside!.notes.map((note) => ({ ...note, at: new Date(note.at) })),
    files: aside!.files,
  };
}

/** What a check looks at in this form, as it is kept with an explanation or a request. */
export function valuesOfCheck(check: Check, { rows, previousPeriod }: FormContent): CheckValues {
  const current = valuesOf(rows.flatMap(({ figure }) => figure ?? []));
  const previous = previousPeriod && valuesOf(rows.flatMap((row) => row.previous ?? []));
  return checkValues(check, current, previous);
}

/** Values by indicator code, of the figures that are numbers. */
export function valuesOf(
  figures: Pick<Figure, 'indicator' | 'measure' | 'value'>[],
): Map<string, string> {
  const values = new Map<string, string>();
  for (const { indicator, measure, value } of figures)
    if (measure === 'level' && value !== null) values.set(indicator, value);
  return values;
}

const isSilent = (figure: Figure | null): boolean => figure === null || figure.answer === 'blank';

const isAim = <F extends Pick<Figure, 'measure'>>(
  figure: F,
): figure is F & { measure: 'target' | 'limit' } =>
  figure.measure === 'target' || figure.measure === 'limit';

type ReadRow = Omit<FormRow, 'workedOut' | 'previousWorkedOut'>;

function formRows(
  indicators: Indicator[],
  chosen: string[],
  figures: StoredFigureRow[],
  previous: Figure[],
): ReadRow[] {
  // A field that was emptied again keeps its row in the database; on the form it stands only where it is asked for.
  const answered = figures
    .filter((figure) => !isSilent(figure) && !isAim(figure))
    .map(({ indicator }) => indicator);
  const asked = new Set(askedCodes(indicators, new Set(chosen), new Set(answered)));
  const rows = new Map(
    formIndicators(indicators, new Set([...chosen, ...answered])).map(
      (indicator): [string, ReadRow] => [
        indicator.code,
        {
          indicator,
          figure: null,
          previous: null,
          changes: [],
          target: null,
          limit: null,
          isAsked: asked.has(indicator.code),
        },
      ],
    ),
  );
  for (const figure of figures) {
    const row = rows.get(figure.indicator);
    if (!row) continue;
    if (figure.measure === 'level') row.figure = figure;
    else if (isAim(figure)) row[figure.measure] = isSilent(figure) ? null : figure;
    else row.changes.push(figure);
  }
  for (const figure of previous) {
    const row = rows.get(figure.indicator);
    if (row && figure.measure === 'level') row.previous = figure;
  }
  return [...rows.values()];
}

type Previous = { period: FormContent['previousPeriod']; figures: Figure[] };

/** The report compared with: what the same unit handed in for the period before, the approved submission if there is
 *  one. */
async function readPrevious(tx: Transaction, { unitId, period }: FormKey): Promise<Previous> {
  const before = previousOf(period).code;
  const rows = await formerFigures.read(tx, unitId, before);
  const [first] = rows;
  if (!first) return { period: null, figures: [] };
  return {
    period: {
      reportId: first.reportId,
      code: before,
      submission: first.number,
      madeUp: first.madeUp,
    },
    figures: rows.map(figureOf),
  };
}
