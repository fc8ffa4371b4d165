// Title and opening: what is stated, of whom, over which time, and how many figures rose, stood or fell. Nothing is
// claimed that no figure says.
import {
  usualStyle,
  type Segment,
  type SummaryInput,
  type WorkNote,
} from '@/lib/domain/comparison/source';
import type { FigureKey } from '@/lib/domain/figure/figure';
import { labelOf, yearsOf } from '@/lib/domain/tree/period';
import { isNearlyFlat } from '@/lib/domain/comparison/difference';
import type { Comparison } from '@/lib/domain/comparison/compare';
import { nameOfBase, reportsOf } from '@/lib/domain/comparison/base';
import { yearsInWords } from '../frame';
import type { Sentence } from '../draft';
import { sayBasis } from '@/lib/domain/comparison/basis';
import { sayGoals } from './goals';
import { sayNote } from './note';

/** 建湖县总工会2021年工作情况对比分析 */
export function titleOf(input: SummaryInput): string {
  const { unit, scope, whole } = input;
  const label = labelOf(scope.period, 'zh-CN');
  if (scope.kind === 'term')
    return `${unit.name}${yearsInWords(scope.period)}年工作回顾（${label}）`;
  return `${unit.name}${label}${whole?.words ?? ''}工作情况${reportsOf(input).bases.length > 0 ? '对比分析' : ''}`;
}

/** The sentences of the opening paragraph: what was won, where it is stated here, what stands out in the words of those
 *  who did it, then the balance. */
export function sayOpening(
  comparison: Comparison,
  highlights: readonly WorkNote[],
  honours: readonly Sentence[],
): Sentence[] {
  const { input } = comparison;
  const { unit, scope } = input;
  const label = labelOf(scope.period, 'zh-CN');
  const span = scope.kind === 'term' ? `${yearsInWords(scope.period)}年来` : label;
  const praised = highlights.flatMap((note, place) => [
    { text: place > 0 ? '；' : '' },
    ...sayNote(note).segments,
  ]);
  const basis = sayBasis(input);
  const goals = sayGoals(comparison);
  const balance = scope.kind === 'term' ? [] : sayBalance(comparison, basis === null);
  const won = honours.map(({ id, segments }, place) =>
    sentence(`opening.${id}`, place === 0 ? datedFirst(segments, span) : segments),
  );
  const isTimed = won.length > 0 || saysItsTime(highlights[0]?.text ?? '');
  return [
    ...won,
    ...(praised.length > 0
      ? [sentence('opening.highlights', [{ text: isTimed ? '' : `${span}，` }, ...praised])]
      : []),
    sentence('opening.report', [
      {
        text: `现将${unit.name}${praised.length + won.length > 0 ? '' : label}${input.whole?.words ?? ''}主要工作情况${isCompared(comparison) ? '对比分析' : '报告'}如下`,
      },
    ]),
    ...sayWhole(input),
    ...(balance.length > 0 ? [sentence('opening.balance', balance)] : []),
    ...(goals.length > 0 ? [sentence('opening.goals', goals)] : []),
    ...(basis ? [sentence('opening.basis', basis)] : []),
    ...sayYears(comparison),
  ];
}

/** Whose figures these are, name by name, and who is not in them. */
function sayWhole({ unit, whole }: Pick<SummaryInput, 'unit' | 'whole'>): Sentence[] {
  if (!whole) return [];
  const { words, parts, missing, lacking: open } = whole;
  const names = parts.map((name) => (name === '本级' ? `${unit.name}本级` : name)).join('、');
  const lacking = missing.length > 0 ? `，${missing.join('、')}没有报送，不在其中` : '';
  const unsaid = `${open.slice(0, mostNames).join('、')}${open.length > mostNames ? '等' : ''}有单位没有数据`;
  return [
    sentence('opening.whole', [{ text: `${words}数据由${names}合计${lacking}` }]),
    ...(open.length > 0
      ? [sentence('opening.lacking', [{ text: `${unsaid}，不计${words}数` }])]
      : []),
  ];
}

const mostNames = 6;

/** Which years a term rests on, where some of them have no figures and it has no report of its own. */
function sayYears({ input: { scope, reports }, target }: Comparison): Sentence[] {
  if (scope.kind !== 'term' || target) return [];
  const there = yearsOf(scope.period).filter((year) =>
    reports.some(
      ({ period, figures }) =>
        period.kind === 'year' &&
        period.code === String(year) &&
        figures.some(({ value }) => value !== null),
    ),
  );
  if (there.length === 0 || there.length === yearsOf(scope.period).length) return [];
  const names = there.map((year) => `${year}年`).join('、');
  return [sentence('opening.years', [{ text: `以上年份中只有${names}有数据` }])];
}

/** The first sentence of all names the period itself: 2021年，荣获… instead of 全年荣获…. */
function datedFirst([first, ...rest]: readonly Segment[], span: string): Segment[] {
  if (!first) return [];
  if (first.figures || /^(?:截至|\d{4}年)/.test(first.text)) return [first, ...rest];
  return [
    { text: `${span}，${first.text.replace(/^(?:全年|[^，]{1,3}年来，|[\d—]+月，)/, '')}` },
    ...rest,
  ];
}

/** 2021年，2021年，我县… would say its time twice. */
const saysItsTime = (text: string): boolean =>
  /^(?:\d{4}年|全年|今年|本年|[一二三四五六七八九十]年来)/.test(text);

const isCompared = ({ input, bases }: Comparison): boolean =>
  input.scope.kind !== 'term' && bases.length > 0;

const sentence = (id: string, segments: Segment[]): Sentence => ({
  id,
  segments,
  startsNew: true,
  time: '',
});

/** 与上年可比的45项指标中，30项上升、5项持平、10项下降; 本年与上年都有数据的45项 of a
 *  unit that is not what it was: 可比 would claim more. */
function sayBalance({ input, target, bases, rows }: Comparison, isComparable: boolean): Segment[] {
  const base = bases[0];
  if (!target || !base) return [];
  const compared = rows.flatMap(({ bases: pairs }) => {
    const difference = pairs.find((pair) => pair.base.report === base)?.difference;
    return difference
      ? [
          {
            direction: !difference.isBounded && isNearlyFlat(difference) ? 0 : difference.direction,
            isEqual: difference.direction === 0,
            keys: [...difference.current.keys, ...difference.base.keys],
          },
        ]
      : [];
  });
  if (compared.length < 2) return [];
  const name = nameOfBase(base.period, input.scope.period);
  const lead = isComparable
    ? `与${name}可比的`
    : `${input.scope.kind === 'part_year' ? '本期' : '本年'}与${name}都有数据的`;
  const flat = compared.some(({ direction, isEqual }) => direction === 0 && !isEqual)
    ? '持平或基本持平'
    : '持平';
  const counts = (
    [
      ['上升', 1],
      [flat, 0],
      ['下降', -1],
    ] as const
  )
    .map(([word, direction]) => ({
      word,
      of: compared.filter((one) => one.direction === direction),
    }))
    .filter(({ of }) => of.length > 0);
  const all = countOf(compared, `本期和${name}都有数据、可以比较的指标`);
  // Falls that are left to the table are not hidden: 其余 says that there is more.
  if ((input.style ?? usualStyle).falls === 'table' && counts.some(({ word }) => word === '下降'))
    return sayRest(
      lead,
      name,
      all,
      counts.filter(({ word }) => word !== '下降'),
    );
  const only = counts.length === 1 ? counts[0] : undefined;
  if (only) return [{ text: lead }, all, { text: `指标均${only.word}` }];
  const segments: Segment[] = [{ text: lead }, all, { text: '指标中，' }];
  counts.forEach(({ word, of }, place) => {
    segments.push(
      ...(place > 0 ? [{ text: '、' }] : []),
      countOf(of, `${word.startsWith('持平') ? '与' : '比'}${name}${word}的指标`),
      { text: word },
    );
  });
  return segments;
}

function sayRest(
  lead: string,
  name: string,
  all: Segment,
  counts: { word: string; of: Compared[] }[],
): Segment[] {
  if (counts.length === 0) return [];
  const said = counts.flatMap(({ word, of }, place) => [
    { text: place > 0 ? '、' : '' },
    countOf(of, `${word.startsWith('持平') ? '与' : '比'}${name}${word}的指标`),
    { text: word },
  ]);
  return [{ text: lead }, all, { text: '指标中，' }, ...said, { text: '，其余列入对比表' }];
}

type Compared = { direction: -1 | 0 | 1; isEqual: boolean; keys: FigureKey[] };

function countOf(compared: { keys: FigureKey[] }[], what: string): Segment {
  // A rate that was worked out rests on figures that are counted themselves: each is named once.
  return {
    text: `${compared.length}项`,
    figures: [...new Set(compared.flatMap(({ keys }) => keys))],
    computed: { kind: 'count', formula: `${what}，共${compared.length}项` },
  };
}
