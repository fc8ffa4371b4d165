// Where a printed report disagrees with itself: parts larger than their whole, a rate that does not follow
// from its parts, a change that does not follow from its ends, a unit printed twice, a base that is not
// before the report.
import type { Catalogue } from '../catalogue/indicator';
import type { ReadFigure } from './read-report';

export type Contradiction = {
  kind: 'part' | 'sum' | 'rate' | 'change' | 'unit' | 'base';
  start: number;
  end: number;
  /** The places of the other numbers that it does not agree with. */
  with: number[];
  said: string;
};

export function findContradictions(
  text: string,
  figures: ReadFigure[],
  { indicators }: Pick<Catalogue, 'indicators'>,
): Contradiction[] {
  const stated = figures.filter(({ role, repeats }) => role === 'level' && repeats === null);
  const find = (code: string | null, near: ReadFigure) =>
    code === null
      ? undefined
      : (stated.findLast(
          (one) => one.indicator === code && one.period === near.period && one.scope !== '本级',
        ) ?? undefined);
  return [
    ...findTwiceUnits(text),
    ...stated.flatMap((figure) => {
      const indicator = indicators.find(({ code }) => code === figure.indicator);
      if (!indicator) return [];
      const whole = find(indicator.partOf, figure);
      const [over, under] = [
        find(indicator.numerator, figure),
        find(indicator.denominator, figure),
      ];
      return [
        ...(whole && number(figure) > upper(whole)
          ? [fault('part', figure, [whole], `${figure.text} > ${whole.text}`)]
          : []),
        ...(over && under ? rateFault(figure, over, under) : []),
      ];
    }),
    ...findChanges(figures),
    ...figures.flatMap((figure) => {
      const year = figure.period?.slice(0, 4);
      return figure.base?.year &&
        year &&
        /^\d{4}$/.test(figure.base.year) &&
        figure.base.year >= year &&
        !/\.\./.test(figure.period ?? '')
        ? [fault('base', figure, [], `${figure.base.text} ≥ ${year}`)]
        : [];
    }),
  ];
}

const number = ({ value }: ReadFigure): number => Number(value);
const upper = (figure: ReadFigure): number =>
  number(figure) * (figure.qualifier === '' ? 1.0005 : 1.1);

function fault(
  kind: Contradiction['kind'],
  { start, end }: ReadFigure,
  others: ReadFigure[],
  said: string,
): Contradiction {
  return { kind, start, end, with: others.map((one) => one.start), said };
}

function findTwiceUnits(text: string): Contradiction[] {
  return [
    ...text.matchAll(
      /\d(?:\.\d+)?(元万元|万元元|万元万|亿元万元|%%|人人次|个个(?!人)|家家(?!户)|%个百分点)/g,
    ),
  ].map(({ index, 0: found }) => ({
    kind: 'unit' as const,
    start: index,
    end: index + found.length,
    with: [],
    said: found.slice(1),
  }));
}

/** The rate of exact parts, to the decimals that it was printed with. */
function rateFault(rate: ReadFigure, over: ReadFigure, under: ReadFigure): Contradiction[] {
  if (number(under) === 0 || [rate, over, under].some(({ qualifier }) => qualifier !== ''))
    return [];
  const right = (number(over) / number(under)) * 100;
  const decimals = rate.value.split('.')[1]?.length ?? 0;
  const slack = Math.max(0.6 * 10 ** -decimals, right * (slackOf(over) + slackOf(under)));
  return Math.abs(right - number(rate)) > slack
    ? [
        fault(
          'rate',
          rate,
          [over, under],
          `${over.text} ÷ ${under.text} = ${right.toFixed(Math.max(decimals, 1))}%`,
        ),
      ]
    : [];
}

/** 21.47万 is true to half of its last digit. */
function slackOf({ text, value }: ReadFigure): number {
  const scale = /亿/.test(text) ? 1e8 : /万/.test(text) ? 1e4 : 1;
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return scale === 1 ? 0 : (0.5 * scale * 10 ** -decimals) / Math.max(Number(value), 1);
}

/** 由A增加到B，增长p%; A，比上年增加d，增长p%. */
function findChanges(figures: ReadFigure[]): Contradiction[] {
  return figures.flatMap((figure, place) => {
    if (figure.role !== 'change-rate' || figure.qualifier !== '') return [];
    const before = figures
      .slice(Math.max(0, place - 4), place)
      .filter(
        (one) =>
          one.indicator === figure.indicator &&
          one.indicator !== null &&
          one.sentence.start === figure.sentence.start &&
          one.qualifier === '',
      );
    const levels = before.filter(({ role, unit }) => role === 'level' && unit !== '%');
    const last = levels.at(-1);
    const amount = before.findLast(
      ({ role, base }) => role === 'change-amount' && base?.text === figure.base?.text,
    );
    if (!last || figure.base?.text === '年均') return [];
    const first =
      levels.length === 2 && levels[0] !== last ? number(levels[0] as ReadFigure) : null;
    const bases =
      first !== null
        ? [first]
        : amount
          ? [number(last) - number(amount), number(last) + number(amount)]
          : [];
    if (bases.length === 0) return [];
    const rates = bases.map((base) => Math.abs(((number(last) - base) / base) * 100));
    const decimals = figure.value.split('.')[1]?.length ?? 0;
    const slack = Math.max(
      0.6 * 10 ** -decimals,
      100 * 2 * (slackOf(last) + (levels[0] ? slackOf(levels[0]) : 0)),
    );
    return rates.some((rate) => Math.abs(rate - number(figure)) <= slack)
      ? []
      : [
          fault(
            'change',
            figure,
            [last],
            `${(rates[0] as number).toFixed(Math.max(decimals, 1))}%`,
          ),
        ];
  });
}
