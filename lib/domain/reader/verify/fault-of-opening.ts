// What the opening of a text about units says of them: how many there are, who has reported, with whom last year is
// compared, who is in front how often.
import { previousOf } from '@/lib/domain/tree/period';
import type { UnitsInput } from '@/lib/domain/units-summary/units-input';
import { placesOf, shortOf, type UnitsFacts } from '../unit-facts';

export type UnitsFault = { words: string; why: string };

const forms = {
  reported:
    /(\d+)个[^，。\d]{1,4}(?:均已报送|中，(\d+)个已报送[^，。]+，(?:其余(\d+)个[^，。\d]{1,4}|([^，。]+))未报)/,
  basis: /^文中合计数为.+上报数之和，不含.+本级/,
  none: /没有可比数据，不作增减比较/,
  few: /有可比数据的只有(\d+)个/,
  both: /都报了数的(\d+)个/,
  firsts:
    /能够排出首位的(\d+)项指标中，([^，。]+)居首位最多，有(\d+)项(?:，([^，。]+)次之，有(\d+)项)?/,
} as const;

/** Whether a sentence speaks of the units' reports. */
export const isOpening = (text: string): boolean =>
  Object.values(forms).some((form) => form.test(text));

/** What is not so in a sentence of the opening. */
export function faultsOfOpening(
  text: string,
  input: UnitsInput,
  data: UnitsFacts,
  names: string[],
): UnitsFault[] {
  if (forms.basis.test(text)) return [];
  const there = new Set(reportedIn(input, input.period.code));
  const before = new Set(
    input.period.kind === 'term'
      ? []
      : reportedIn({ ...input, reports: input.previous }, previousOf(input.period).code),
  );
  const both = [...there].filter((unit) => before.has(unit)).length;
  const [reported, few, shared, firsts] = [
    forms.reported.exec(text),
    forms.few.exec(text),
    forms.both.exec(text),
    forms.firsts.exec(text),
  ];
  if (reported) return faultsOfReported(reported, input, there);
  if (forms.none.test(text)) return same('没有可比数据', both, 0);
  if (few) return same(few[0], Number(few[1]), both);
  if (shared) return same(shared[0], Number(shared[1]), both);
  return firsts ? faultsOfFirsts(firsts, input, data, names) : [{ words: text, why: 'unread' }];
}

function reportedIn(
  { reports, units }: Pick<UnitsInput, 'reports' | 'units'>,
  period: string,
): string[] {
  return units
    .map(({ code }) => code)
    .filter((unit) =>
      reports.some(
        (report) =>
          report.unit === unit &&
          report.period.code === period &&
          report.figures.some(({ value }) => value !== null),
      ),
    );
}

function faultsOfReported(
  [words, all, some, rest, listed]: RegExpExecArray,
  { units }: UnitsInput,
  there: ReadonlySet<string>,
): UnitsFault[] {
  const absent = units
    .filter(({ code }) => !there.has(code))
    .map(({ name }) => shortOf(name))
    .sort();
  return [
    ...same(words, Number(all), units.length),
    ...same(words, some === undefined ? units.length : Number(some), there.size),
    ...(rest === undefined ? [] : same(words, Number(rest), absent.length)),
    ...(listed === undefined || listed.split('、').sort().join() === absent.join()
      ? []
      : [{ words: listed, why: `missing are ${absent.join('、')}` }]),
  ];
}

/** Only where more is better is anybody first; first is who stands there alone. */
function faultsOfFirsts(
  [words, all, best, most, next, second]: RegExpExecArray,
  { catalogue, units }: UnitsInput,
  data: UnitsFacts,
  names: string[],
): UnitsFault[] {
  const nameOf = new Map(units.map(({ code, name }) => [code, shortOf(name)]));
  const first = catalogue.indicators
    .filter(
      ({ direction, nature }) =>
        direction === 'up' && (nature === 'flow' || nature === 'stock' || nature === 'ratio'),
    )
    .flatMap(({ code }) => {
      const places = [...placesOf(data.of(code))];
      const alone = places.find(([, { place, tied }]) => place === 1 && tied === 0);
      return alone && places.length > 1 ? [nameOf.get(alone[0]) as string] : [];
    });
  const times = names
    .map((name) => ({ name, count: first.filter((one) => one === name).length }))
    .sort((a, b) => b.count - a.count);
  const isSecond =
    next === undefined ||
    (times[1]?.name === next &&
      times[1].count === Number(second) &&
      times[2]?.count !== times[1].count);
  return [
    ...same(words, Number(all), first.length),
    ...(times[0]?.name === best &&
    times[0]?.count === Number(most) &&
    times[1]?.count !== times[0]?.count
      ? []
      : [
          {
            words: best as string,
            why: `most often first is ${times[0]?.name}, ${times[0]?.count}`,
          },
        ]),
    ...(isSecond ? [] : [{ words: next, why: `then ${times[1]?.name}, ${times[1]?.count}` }]),
  ];
}

const same = (words: string, stated: number, true_: number): UnitsFault[] =>
  stated === true_ ? [] : [{ words, why: `there are ${true_}` }];
