// Notes under the tables of units, in the words that yearbooks use.
import { labelOf, previousOf, type Period } from '../tree/period';
import type { Catalogue } from '../catalogue/indicator';
import type { SourceReport } from '../comparison/source';
import { unansweredNotes } from '../report/unanswered-notes';
import type { ExpectedUnit } from './units-input';
import { listNames, shortName, type UnitWords } from '../comparison/unit-words';

/** The notes that apply to all tables of a summary of units. */
export function notesOf(
  units: ExpectedUnit[],
  reports: ReadonlyMap<string, SourceReport>,
  previous: ReadonlyMap<string, SourceReport>,
  period: Period,
  words: UnitWords,
  catalogue: Catalogue,
): string[] {
  const used = [...reports.values(), ...previous.values()];
  const figures = used.flatMap((report) => report.figures);
  const absent = units.filter(({ code }) => !reports.has(code)).map(({ name }) => shortName(name));
  const notes = [
    '合计为各单位上报数之和，不含上级工会本级；比率按分子、分母合计重新计算，不是各单位比率的平均数。',
    '位次按数值由大到小排列，数值相同的并列，不代表工作优劣；空白、不适用和无法取得的不排位次。',
  ];
  if (absent.length > 0) notes.push(`未报单位：${listNames(absent)}。`);
  if (previous.size > 0)
    notes.push(
      `增减与${labelOf(previousOf(period), 'zh-CN')}相比；填报的${words.part}前后不同的，只按前后都有数的${words.part}比较（可比口径）。`,
    );
  notes.push('占比、增减按未经舍入的数据计算，部分数据因四舍五入产生的误差未作机械调整。');
  if (figures.some(({ qualifier }) => qualifier !== ''))
    notes.push(
      '带有“近”“约”“余”“多”“超”“以上”“左右”的数据为概数，大小不能确定的不排位次，含概数的合计不计算占比。',
    );
  notes.push(
    ...unansweredNotes(
      units.map(({ code, name }) => ({
        of: shortName(name),
        figures: reports.get(code)?.figures ?? [],
      })),
      catalogue,
    ),
  );
  if (period.kind === 'part_year') notes.push('本期不满一年，不与全年数据比较。');
  if (used.some(({ madeUp }) => madeUp)) notes.push('含演示数据。');
  return notes;
}
