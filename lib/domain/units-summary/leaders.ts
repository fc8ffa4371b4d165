// Who stands where, stated of amounts:
// 东台市、射阳县、建湖县列前三位，分别为…，合计占全市的46.2%. Where more is not better the
// order is stated by size, without praise. Only certain places are stated, ties as 并列.
import type { FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { listNumbers } from '../narrative/phrases/head';
import { isZero, share, sum } from '../figure/number';
import { printFigure, printPercent } from '../figure/print';
import type { Segment } from '../comparison/source';
import { namedFigure, type Entry, type Gathered } from './gather';
import { countOf, nameUnits, subjectOf } from './names';
import type { UnitWords } from '../comparison/unit-words';

const mostNames = 6;
const mostCharacters = 112;
/** Of four units, three in front would be nearly all. */
const fewestForThree = 5;

/** One sentence about the units of an indicator, without its full stop; null where no order is certain. */
export function sayLeaders(gathered: Gathered, words: UnitWords): Segment[] | null {
  const { indicator, entries } = gathered;
  const placed = entries.filter(({ place }) => place !== null);
  const groups = groupsOf(placed);
  const first = groups[0];
  if (!first || isZero(valueOf(first[0] as Entry))) return null;
  const subject = { text: subjectOf(gathered, words) };
  if (first.length === entries.filter(({ found }) => found !== null).length)
    return sayAllEqual(gathered, first, words);
  const leading = leadersOf(groups, entries.filter(({ found }) => found !== null).length);
  const share = shareOf(
    gathered,
    leading.flat(),
    words,
    leading.length > 1 && leading.some(({ length }) => length > 1),
  );
  const isUp = indicator.direction === 'up';
  const full = [
    subject,
    ...(leading.every(({ length }) => length === 1)
      ? sayRow(leading.flat(), indicator, placed, isUp)
      : sayGroups(leading, indicator, placed, isUp, words)),
    ...share,
  ];
  // The numbers stand in the table.
  return lengthOf(full) <= mostCharacters
    ? full
    : [
        subject,
        ...sayFirst(leading[0] as Entry[], indicator, placed, isUp, words),
        ...shareOf(gathered, leading[0] as Entry[], words),
      ];
}

/** Units of one place together, from the first on. */
function groupsOf(placed: Entry[]): Entry[][] {
  const groups = new Map<number, Entry[]>();
  for (const entry of placed) {
    const { place } = entry.place as NonNullable<Entry['place']>;
    groups.set(place, [...(groups.get(place) ?? []), entry]);
  }
  const ordered = [...groups].sort(([a], [b]) => a - b);
  // Up to the first place that is open; what comes after it is not stated.
  let next = 1;
  const certain: Entry[][] = [];
  for (const [place, group] of ordered) {
    if (place !== next) break;
    certain.push(group);
    next += group.length;
  }
  return certain;
}

/** The groups that are stated: up to the third place, six names at most, nobody who has nothing. */
function leadersOf(groups: Entry[][], units: number): Entry[][] {
  if (units < fewestForThree) return groups.slice(0, 1);
  const leading: Entry[][] = [];
  for (const group of groups) {
    const stated = leading.flat().length;
    if (
      stated >= 3 ||
      (stated > 0 && stated + group.length > mostNames) ||
      isZero(valueOf(group[0] as Entry))
    )
      break;
    leading.push(group);
  }
  // All but none would be no front.
  return leading.flat().length === units ? groups.slice(0, 1) : leading;
}

/** 东台市、射阳县、建湖县列前三位，分别为1695场次、1583场次和1490场次 */
function sayRow(leaders: Entry[], indicator: Indicator, placed: Entry[], isUp: boolean): Segment[] {
  const names = { text: leaders.map(({ name }) => name).join('、') };
  const numbers = leaders.map((entry) => numberOf(entry, indicator));
  if (leaders.length === 1)
    return [
      names,
      ...(isUp
        ? [{ text: '居' }, placeOf('首位', placed, indicator)]
        : [placeOf('最多', placed, indicator)]),
      { text: '，为' },
      ...numbers,
    ];
  const front = leaders.length === 2 ? '前两位' : '前三位';
  const rank = isUp
    ? [{ text: '列' }, placeOf(front, placed, indicator)]
    : [placeOf('较多', placed, indicator)];
  return [names, ...rank, { text: '，分别为' }, ...listNumbers(numbers)];
}

/** 东台市居首位，为9个；射阳县、建湖县并列第二位，均为7个 */
function sayGroups(
  groups: Entry[][],
  indicator: Indicator,
  placed: Entry[],
  isUp: boolean,
  words: UnitWords,
): Segment[] {
  return groups.flatMap((group, at) => {
    const separator = at > 0 ? [{ text: '；' }] : [];
    if (at === 0) return [...separator, ...sayFirst(group, indicator, placed, isUp, words)];
    const { place } = group[0]?.place as NonNullable<Entry['place']>;
    const rank = isUp
      ? placeOf(`${group.length > 1 ? '并列' : ''}第${numerals[place]}位`, placed, indicator)
      : placeOf('次之', placed, indicator);
    return [
      ...separator,
      ...nameUnits(group, words, indicator),
      ...(isUp && group.length === 1 ? [{ text: '居' }] : []),
      rank,
      ...sayValue(group, indicator),
    ];
  });
}

function sayFirst(
  group: Entry[],
  indicator: Indicator,
  placed: Entry[],
  isUp: boolean,
  words: UnitWords,
): Segment[] {
  const rank = isUp
    ? group.length > 1
      ? [placeOf('并列首位', placed, indicator)]
      : [{ text: '居' }, placeOf('首位', placed, indicator)]
    : [placeOf('最多', placed, indicator)];
  return [...nameUnits(group, words, indicator), ...rank, ...sayValue(group, indicator)];
}

function sayValue(group: Entry[], indicator: Indicator): Segment[] {
  const number = numberOf(group[0] as Entry, indicator);
  return [{ text: group.length > 1 ? '，均为' : '，为' }, { ...number, figures: keysOf(group) }];
}

function sayAllEqual(gathered: Gathered, group: Entry[], words: UnitWords): Segment[] | null {
  const { indicator } = gathered;
  if (group.length < 2) return null;
  return [
    { text: subjectOf(gathered, words) },
    countOf(group, words, indicator, '数值相同的'),
    { text: '均为' },
    { ...numberOf(group[0] as Entry, indicator), figures: keysOf(group) },
  ];
}

/** 合计占全市的46.2%: only of an exact total; 全市 only where everybody is in it. */
function shareOf(
  { indicator, total, counted, missing }: Gathered,
  leaders: Entry[],
  { whole, part }: UnitWords,
  isMixed = false,
): Segment[] {
  if (!total || total.figure.qualifier !== '' || leaders.some((entry) => !counted.includes(entry)))
    return [];
  const amount = sum(leaders.map(valueOf));
  const percent = share(amount, total.figure.value as string);
  if (percent === null || counted.length === leaders.length) return [];
  const of = missing.length === 0 ? whole : '已报总数';
  const amounts = leaders.map((entry) => namedFigure(entry, indicator)).join('＋');
  const formula = `${leaders.length > 1 ? `（${amounts}）` : amounts}÷${of}${printFigure(total.figure, indicator)}×100%`;
  // After places of several kinds it must be clear who is added up.
  const lead = isMixed ? `，上述${part}合计占` : leaders.length > 1 ? '，合计占' : '，占';
  return [
    { text: `${lead}${of}的` },
    { text: printPercent(percent), figures: total.keys, computed: { kind: 'share', formula } },
  ];
}

/** A place comes from comparing all that have one. */
function placeOf(text: string, placed: Entry[], indicator: Indicator): Segment {
  const ordered = [...placed].sort((a, b) => (a.place?.place ?? 0) - (b.place?.place ?? 0));
  return {
    text,
    figures: keysOf(placed),
    computed: {
      kind: 'rank',
      formula: ordered.map((entry) => namedFigure(entry, indicator)).join('、'),
    },
  };
}

const numberOf = (entry: Entry, indicator: Indicator): Segment => {
  const found = entry.found as NonNullable<Entry['found']>;
  return {
    text: printFigure(found.figure, indicator),
    figures: found.keys,
    ...(found.computed ? { computed: found.computed } : {}),
  };
};
const valueOf = ({ found }: Entry): string => found?.figure.value as string;
const keysOf = (entries: Entry[]): FigureKey[] => entries.flatMap(({ found }) => found?.keys ?? []);
const lengthOf = (segments: Segment[]): number =>
  segments.reduce((length, { text }) => length + text.length, 0);
const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
