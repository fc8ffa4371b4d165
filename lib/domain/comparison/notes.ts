// Notes under the table: how the numbers are to be read, in the words that yearbooks use, and the reporters' own
// remarks.
import { explainedNote } from '../checks/explained-note';
import { sayBasis } from './basis';
import { labelOf } from '../tree/period';
import { madeUpNotes } from './made-up';
import type { Comparison } from './compare';
import { withheldNotes } from './withheld';
import { unansweredNotes } from '../report/unanswered-notes';

/** The notes that apply to these reports; `hasAverage`: a row of the table has 年均增长. */
export function notesOf(comparison: Comparison, hasAverage: boolean): string[] {
  const { input } = comparison;
  const { scope, reports, catalogue, explained } = input;
  const notes = [
    '增减量、增减%按未经舍入的数据计算，部分数据因四舍五入产生的误差未作机械调整。',
    '率的增减量为百分点，不计算增减%；基期为零、为负或不足10的只列增减量，不计算增减%。',
  ];
  const basis = sayBasis(input);
  if (basis) notes.push(`${basis.map(({ text }) => text).join('')}。`);
  notes.push(...withheldNotes(comparison));
  const used = reports.flatMap(({ figures }) => figures);
  if (used.some(({ qualifier }) => qualifier !== '')) {
    notes.push(
      '带有“近”“约”“余”“多”“超”“以上”“左右”的数据为概数，与其比较只列界限（以上），不能确定的不列。',
    );
  }
  if (scope.kind === 'term')
    notes.push('时点数和率不跨年相加；增减为末年比基年，以该指标最早有数的一年为基年。');
  if (hasAverage)
    notes.push('年均增长按水平法计算，基年不计在内；两端缺数、为概数、为率或基年不足10的不列。');
  if (scope.kind === 'part_year') notes.push('本期不满一年，不与全年数据比较。');
  if (used.some(({ measure }) => measure === 'growth' || measure === 'net_increase'))
    notes.push('报表直接填报了增长率或净增数的，按填报数列示。');
  if (used.some(({ measure, answer }) => measure === 'target' && answer === 'number'))
    notes.push('完成%为本期数与目标之比；率不计算完成%，正文写明相差的百分点。');
  notes.push(
    '“—”表示未填报、没有可比的数或按上述规则不计算；“不适用”“无法取得”按填报情况列示；缩进的为其中项。',
  );
  notes.push(
    ...unansweredNotes(
      reports.map(({ period, figures }) => ({ of: labelOf(period, 'zh-CN'), figures })),
      catalogue,
    ),
  );
  const explanations = explainedNote(explained ?? [], catalogue);
  if (explanations) notes.push(explanations);
  notes.push(...madeUpNotes(reports));
  const names = new Map(catalogue.indicators.map(({ code, name }) => [code, name]));
  const remarks = used.flatMap(({ indicator, scopeNote }) =>
    scopeNote ? [`${names.get(indicator) ?? indicator}：${scopeNote}`] : [],
  );
  return remarks.length > 0 ? [...notes, `口径说明：${[...new Set(remarks)].join('；')}。`] : notes;
}
