// Rates over units: the highest, the lowest, how far apart, and how many lie above the rate of the whole. Rates are set
// in order, never added and never averaged.
import type { Indicator } from '../catalogue/indicator';
import { change, isZero } from '../figure/number';
import { printFigure, printPoints } from '../figure/print';
import { isAbove } from '../comparison/ranking';
import type { Segment } from '../comparison/source';
import { namedFigure, type Entry, type Gathered } from './gather';
import { countOf, nameUnits, subjectOf } from './names';
import type { UnitWords } from '../comparison/unit-words';

/** 集体协商建制率东台市最高，为95.2%，响水县最低，为80.1%，相差15.1个百分点，5个县区高于全市水平;
 *  null where no order is certain. */
export function saySpread(gathered: Gathered, words: UnitWords): Segment[] | null {
  const { indicator, entries } = gathered;
  const numbers = entries.filter(({ found }) => found !== null);
  const placed = numbers.filter(({ place }) => place !== null);
  const highest = placed.filter(({ place }) => place?.place === 1);
  const last = Math.max(...placed.map(({ place }) => place?.place ?? 0));
  const lowest = placed.filter(({ place }) => place?.place === last);
  if (numbers.length < 2 || highest.length === 0) return null;
  const subject = { text: subjectOf(gathered, words) };
  if (highest.length === numbers.length)
    return [
      subject,
      countOf(highest, words, indicator, '数值相同的'),
      { text: '均为' },
      shared(highest, indicator),
    ];
  const top = [
    ...nameUnits(highest, words, indicator),
    { text: highest.length > 1 ? '并列最高，均为' : '最高，为' },
    shared(highest, indicator),
  ];
  // The last certain place is the lowest only when everybody else is in front of it.
  const isLowest = lowest.length > 0 && last + lowest.length - 1 === numbers.length;
  const bottom = isLowest
    ? [
        { text: '，' },
        ...nameUnits(lowest, words, indicator),
        { text: lowest.length > 1 ? '并列最低，均为' : '最低，为' },
        shared(lowest, indicator),
      ]
    : [];
  return [
    subject,
    ...top,
    ...bottom,
    ...(isLowest ? distance(highest[0] as Entry, lowest[0] as Entry, indicator) : []),
    ...sayAbove(gathered, numbers, words),
  ];
}

function distance(high: Entry, low: Entry, indicator: Indicator): Segment[] {
  const [top, bottom] = [high.found?.figure, low.found?.figure];
  if (!top || !bottom || top.qualifier !== '' || bottom.qualifier !== '') return [];
  const points = change(top.value as string, bottom.value as string);
  if (isZero(points)) return [];
  const text = printPoints(
    points,
    Math.max(top.shown?.decimals ?? 0, bottom.shown?.decimals ?? 0, 1),
  );
  const formula = `${namedFigure(high, indicator)}－${namedFigure(low, indicator)}`;
  return [
    { text: '，相差' },
    {
      text,
      figures: [...(high.found?.keys ?? []), ...(low.found?.keys ?? [])],
      computed: { kind: 'spread', formula },
    },
  ];
}

/** Left out where an approximate rate may lie on either side. */
function sayAbove(
  { total, indicator, missing }: Gathered,
  numbers: Entry[],
  words: UnitWords,
): Segment[] {
  if (!total || total.figure.qualifier !== '' || missing.length > 0) return [];
  const whole = total.figure.value as string;
  const sides = numbers.map((entry) =>
    isAbove((entry.found as NonNullable<Entry['found']>).figure, whole),
  );
  const above = numbers.filter((_, at) => sides[at] === true);
  if (sides.includes(null) || above.length === 0 || above.length === numbers.length) return [];
  const count = countOf(
    above,
    words,
    indicator,
    `高于${words.whole}${printFigure(total.figure, indicator)}的`,
  );
  return [
    { text: '，' },
    { ...count, figures: [...(count.figures ?? []), ...total.keys] },
    { text: `高于${words.whole}水平` },
  ];
}

function shared(entries: Entry[], indicator: Indicator): Segment {
  const found = (entries[0] as Entry).found as NonNullable<Entry['found']>;
  const isWorkedOut = entries.length === 1 && found.computed;
  return {
    text: printFigure(found.figure, indicator),
    figures: entries.flatMap((entry) => entry.found?.keys ?? []),
    ...(isWorkedOut ? { computed: found.computed } : {}),
  };
}
