// What is still to be answered on a form. Blank is the only answer that is none: 0, not applicable and not available
// are answers. What is asked for is defined by form-indicators.ts; every count of a report goes by it.
import type { CheckResult } from '../checks/checks';
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';

export type AnswerRow = {
  indicator: Indicator;
  figure: Pick<Figure, 'answer'> | null;
  isAsked: boolean;
};

/** The words for a section's state: 未开始, 填写中, 已完成, 有问题. */
export type SectionStatus = 'not-started' | 'filling' | 'done' | 'problem';
export type Count = { filled: number; total: number };
export type Progress = Count & { status: SectionStatus };

/** Codes of the indicators that are asked for and have no answer, in the order of the rows. */
export function missingIndicators(rows: readonly AnswerRow[]): string[] {
  return rows
    .filter(({ figure, isAsked }) => isAsked && !isAnswered(figure))
    .map(({ indicator }) => indicator.code);
}

/** How many of these rows are asked for, and how many of those have an answer. */
export function countAnswers(rows: readonly AnswerRow[]): Count {
  const asked = rows.filter(({ isAsked }) => isAsked);
  return { filled: asked.filter(({ figure }) => isAnswered(figure)).length, total: asked.length };
}

/** How far a section is. `open` is what still needs something: in a section, it makes it a problem. */
export function progressOf(
  section: string,
  rows: readonly AnswerRow[],
  open: readonly Pick<CheckResult, 'cells'>[],
): Progress {
  const here = rows.filter(({ indicator }) => indicator.section === section);
  const codes = new Set(here.map(({ indicator }) => indicator.code));
  const count = countAnswers(here);
  return {
    status: statusOf(
      count,
      open.some(({ cells }) => cells.some((code) => codes.has(code))),
    ),
    ...count,
  };
}

function statusOf({ filled, total }: Count, hasProblem: boolean): SectionStatus {
  if (hasProblem) return 'problem';
  if (filled === total) return 'done';
  return filled === 0 ? 'not-started' : 'filling';
}

function isAnswered(figure: AnswerRow['figure']): boolean {
  return figure !== null && figure.answer !== 'blank';
}
