// Title and opening of a summary of units: who has reported, what a total is here, what it is compared with, and who is
// in front how often.
import type { FigureKey } from '../figure/figure';
import type { Sentence } from '../narrative/draft';
import { keyOf } from '../comparison/sourced';
import { nameOfBase } from '../comparison/base';
import { labelOf, previousOf, type Period } from '../tree/period';
import type { Segment, SourceReport, SummaryUnit } from '../comparison/source';
import type { Gathered } from './gather';
import type { ExpectedUnit } from './units-input';
import { listNames, shortName, type UnitWords } from '../comparison/unit-words';

const mostNames = 8;

/** 盐城市各县区2020年工会工作对比分析 */
export function titleOf(above: SummaryUnit, period: Period, { each }: UnitWords): string {
  return `${shortName(above.name)}${each}${labelOf(period, 'zh-CN')}工会工作对比分析`;
}

type Opening = {
  above: SummaryUnit;
  period: Period;
  words: UnitWords;
  units: ExpectedUnit[];
  reports: ReadonlyMap<string, SourceReport>;
  previous: ReadonlyMap<string, SourceReport>;
  gathered: Gathered[];
};

/** The sentences of the opening paragraph. */
export function sayOpening(opening: Opening): Sentence[] {
  return [
    sayReported(opening),
    sayBasis(opening),
    sayComparability(opening),
    sayFirsts(opening),
  ].flatMap((sentence) => sentence ?? []);
}

/** 盐城市9个县区中，8个已报送2020年数据，响水县未报 */
function sayReported({ above, period, words, units, reports }: Opening): Sentence {
  const there = units.filter(({ code }) => reports.has(code));
  const absent = units.filter(({ code }) => !reports.has(code));
  const place = shortName(above.name);
  const label = labelOf(period, 'zh-CN');
  const all = count(
    `${units.length}个${words.part}`,
    units,
    there,
    reports,
    `${place}应报的${words.part}`,
  );
  if (absent.length === 0)
    return sentence('reported', [{ text: place }, all, { text: `均已报送${label}数据` }]);
  const some = count(`${there.length}个`, there, there, reports, `已报的${words.part}`);
  const names =
    absent.length <= mostNames
      ? [{ text: listNames(absent.map(({ name }) => shortName(name))) }]
      : [
          { text: '其余' },
          count(`${absent.length}个${words.part}`, absent, there, reports, `未报的${words.part}`),
        ];
  return sentence('reported', [
    { text: place },
    all,
    { text: '中，' },
    some,
    { text: `已报送${label}数据，` },
    ...names,
    { text: '未报' },
  ]);
}

/** What the numbers of the text stand for. */
function sayBasis({ above, words }: Opening): Sentence {
  const own =
    above.level === 'city'
      ? '市总工会本级'
      : above.level === 'province'
        ? '省级本级'
        : '上级工会本级';
  return sentence('basis', [
    {
      text: `文中${words.part}按期末隶属关系确定，合计数为${words.among}上报数之和，不含${own}；比率按分子、分母合计重新计算`,
    },
  ]);
}

/** The same units in both periods, or how many of them. */
function sayComparability({ period, words, units, reports, previous }: Opening): Sentence | null {
  const base = nameOfBase(previousOf(period), period);
  const there = units.filter(({ code }) => reports.has(code));
  const both = there.filter(({ code }) => previous.has(code));
  if (period.kind === 'term') return null;
  if (both.length === 0)
    return sentence('comparable', [{ text: `${base}没有可比数据，不作增减比较` }]);
  const before = units.filter(({ code }) => previous.has(code));
  if (both.length === there.length && both.length === before.length) return null;
  const number = count(
    `${both.length}个${words.part}`,
    both,
    both,
    previous,
    `本期和${base}都报了数的${words.part}`,
  );
  if (both.length * 2 < there.length)
    return sentence('comparable', [
      { text: `${base}有可比数据的只有` },
      number,
      { text: '，不作增减比较' },
    ]);
  return sentence('comparable', [
    { text: `与${base}的比较按可比口径，只计本期和${base}都报了数的` },
    number,
  ]);
}

/** 在可以排位的30项指标中，东台市居首位最多，有18项: only where more is better, and nobody stands
 *  beside. */
function sayFirsts({ gathered, period, words }: Opening): Sentence | null {
  const ordered = gathered.filter(
    ({ indicator, entries }) =>
      indicator.direction === 'up' &&
      entries.filter(({ place }) => place).length > 1 &&
      entries.some(({ place, found }) => place?.place === 1 && !place.isTied && found),
  );
  const firsts = new Map<string, Gathered[]>();
  for (const one of ordered) {
    const name = one.entries.find(({ place }) => place?.place === 1)?.name as string;
    firsts.set(name, [...(firsts.get(name) ?? []), one]);
  }
  const best = [...firsts].sort(([, a], [, b]) => b.length - a.length);
  const [first, second] = best;
  if (
    ordered.length < 5 ||
    !first ||
    first[1].length < 2 ||
    second?.[1].length === first[1].length ||
    period.kind === 'term'
  )
    return null;
  const numberOf = (of: Gathered[], what: string): Segment => {
    const figures = [
      ...new Set(
        of.flatMap(
          ({ entries }) => entries.find(({ place }) => place?.place === 1)?.found?.keys ?? [],
        ),
      ),
    ];
    return {
      text: `${of.length}项`,
      figures,
      computed: {
        kind: 'count',
        formula: `${what}：${of.map(({ indicator }) => indicator.name).join('、')}，共${of.length}项`,
      },
    };
  };
  const segments: Segment[] = [
    { text: `在${words.among}能够排出首位的` },
    numberOf(ordered, '有一个单位单独居首位的指标'),
    { text: `指标中，${first[0]}居首位最多，有` },
    numberOf(first[1], `${first[0]}居首位的指标`),
  ];
  if (second)
    segments.push(
      { text: `，${second[0]}次之，有` },
      numberOf(second[1], `${second[0]}居首位的指标`),
    );
  return second && best[2]?.[1].length === second[1].length
    ? sentence('firsts', segments.slice(0, 4))
    : sentence('firsts', segments);
}

/** A number of units; its sources are what those that reported begin with. */
function count(
  text: string,
  units: ExpectedUnit[],
  there: ExpectedUnit[],
  reports: ReadonlyMap<string, SourceReport>,
  what: string,
): Segment {
  const figures = there.flatMap(({ code }): FigureKey[] => {
    const report = reports.get(code);
    const first = report?.figures.find(({ value }) => value !== null);
    return report && first ? [keyOf(report, first)] : [];
  });
  return {
    text,
    figures,
    computed: {
      kind: 'count',
      formula: `${what}：${listNames(units.map(({ name }) => shortName(name)))}，共${units.length}个`,
    },
  };
}

const sentence = (id: string, segments: Segment[]): Sentence => ({
  id: `opening.${id}`,
  segments,
  startsNew: true,
  time: '',
});
