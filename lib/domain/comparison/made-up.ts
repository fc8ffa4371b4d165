// What is made up for a demonstration: whole reports, or single figures in a report that was published.
import { labelOf } from '../tree/period';
import type { SourceReport } from './source';

const mark = '演示数据';

/** Whether something in the report is made up. */
export const holdsMadeUp = ({ madeUp, figures }: SourceReport): boolean =>
  madeUp || figures.some(({ note }) => note === mark);

/** Says of which periods all figures are made up, and of which some are. */
export function madeUpNotes(reports: readonly SourceReport[]): string[] {
  const whole = reports
    .filter(({ madeUp }) => madeUp)
    .map(({ period }) => labelOf(period, 'zh-CN'));
  const parts = reports.flatMap((report) => {
    const made = report.figures.filter(({ note }) => note === mark);
    const count = new Set(made.map(({ indicator }) => indicator)).size;
    return report.madeUp || count === 0
      ? []
      : [`${labelOf(report.period, 'zh-CN')}有${count}项指标含${mark}，各在其出处中注明。`];
  });
  return [...(whole.length > 0 ? [`${whole.join('、')}数据为${mark}。`] : []), ...parts];
}
