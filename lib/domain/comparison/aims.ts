// Targets and control lines beside the figures of the table: 目标, 完成%, 控制线.
import { figureNumber } from './number-cell';
import type { TableColumn } from './columns';
import type { Indicator } from '../catalogue/indicator';
import { findNumber, numberOf } from './sourced';
import { printFigure } from '../figure/print';
import type { ComparisonRow } from './comparison-table';
import { completionOf, printCompletion } from './completion';

/** What was set for the narrated period; undefined where nothing was. */
export function aimsOf(
  indicator: Indicator,
  columns: readonly TableColumn[],
): ComparisonRow['aims'] {
  const report = columns.find(({ role }) => role === 'current')?.reports[0];
  const [target, limit] = [
    findNumber(report, indicator.code, 'target'),
    findNumber(report, indicator.code, 'limit'),
  ];
  if (!target && !limit) return undefined;
  const now = findNumber(report, indicator.code);
  const done = now && target && printCompletion(now.figure, target.figure, indicator);
  const completion = now && target && completionOf(now.figure, target.figure, indicator);
  const formula =
    now &&
    target &&
    `${printFigure(now.figure, indicator)}÷${printFigure(target.figure, indicator)}×100%`;
  return {
    target: target && {
      ...numberOf(target, indicator),
      number: figureNumber(target.figure, indicator),
    },
    completion:
      done && formula
        ? {
            text: done,
            figures: [...now.keys, ...target.keys],
            computed: { kind: 'completion', formula },
            ...(completion ? { number: completion } : {}),
          }
        : null,
    limit: limit && {
      ...numberOf(limit, indicator),
      number: figureNumber(limit.figure, indicator),
    },
  };
}
