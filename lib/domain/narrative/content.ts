// Content selection: which figures of the reports are stated and what each is compared with.
import type { Figure } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { isZero } from '../figure/number';
import { previousOf } from '../tree/period';
import { nameOfBase } from '../comparison/base';
import type { Comparison, Row } from '../comparison/compare';
import type { Prepared } from '../comparison/prepare';
import { keyOf, type Sourced } from '../comparison/sourced';
import { followRates } from './follow-rates';
import { frameOf } from './frame';
import { itemOf, type Item, type ReportedItem } from './item';
import { partsOfRates, shareOf } from './phrases/share';
import { remarksFor } from './remarks';
import { reportedChanges, reportedItems, withReported } from './reported-changes';
import { termItems } from './term';
import { atEnd, lexicaliseChange } from './lexicalise-change';

export type Content = { items: Item[]; reported: ReportedItem[] };

/** Everything to be narrated, indicators in the order of the catalogue. */
export function selectContent(comparison: Comparison): Content {
  const { input, rows } = comparison;
  const { indicators } = input.catalogue;
  const itemFor = input.scope.kind === 'term' ? termItems(comparison) : periodItems(comparison);
  const items = rows.flatMap((row) => itemFor(row) ?? []);
  const remarksOf = remarksFor(comparison);
  const stated = new Set(items.map((item) => item.indicator.code));
  const bare = indicators.filter(({ code }) => !stated.has(code));
  const all = [
    ...followRates(withShares(items, input).map((item) => ({ ...item, remarks: remarksOf(item) }))),
    ...bare.flatMap((indicator) => changeOnly(input, indicator)),
  ];
  return { items: all.sort(byCatalogue(indicators)), reported: reportedItems(input) };
}

/** Parts of what is stated too know what part they are. */
function withShares(items: Item[], { catalogue }: Prepared): Item[] {
  const byCode = new Map(items.map((item) => [item.indicator.code, item]));
  const rated = partsOfRates(catalogue);
  return items.map((item) => {
    const { indicator, figure, number, frame } = item;
    const whole =
      indicator.partOf === null || indicator.chain ? undefined : byCode.get(indicator.partOf);
    if (
      !whole ||
      whole.frame.key !== frame.key ||
      rated.has(`${indicator.code} ${whole.indicator.code}`)
    )
      return item;
    return {
      ...item,
      share: shareOf(
        { figure, keys: number.figures ?? [] },
        { figure: whole.figure, keys: whole.number.figures ?? [] },
        indicator,
        whole.indicator,
      ),
    };
  });
}

function periodItems({ input, target }: Comparison): (row: Row) => Item | null {
  const narrated = input.scope.period;
  const isDetailed = input.style?.length === 'detailed';
  return ({ indicator, now, bases }) => {
    if (!target || !now) return null;
    const frame = frameOf(now.figure, indicator.nature, target.period, narrated);
    const computed = bases.flatMap(({ base: { report }, difference }) => {
      const name = nameOfBase(report.period, narrated);
      // What is of another date or span than its period was compared with the same one before.
      const base = !now.offset
        ? atEnd(name, indicator)
        : name.endsWith('同期')
          ? name
          : `${name}同期`;
      return lexicaliseChange(difference, base, isDetailed) ?? [];
    });
    const item = {
      ...itemOf(now, indicator, frame),
      changes: withReported(computed, reportedChanges(target, indicator, input)),
    };
    const before = bases.find(({ base }) => base.report.period.code === previousOf(narrated).code);
    return before ? sayAgain(item, before.base, nameOfBase(previousOf(narrated), narrated)) : item;
  };
}

/** An honour stated in words (双殊荣, 一等奖) is not 持平 but won again. */
function sayAgain(item: Item, base: Sourced, name: string): Item {
  const { indicator, figure, wording } = item;
  const [now, then] = [figure, base.figure];
  if (
    !indicator.honour ||
    indicator.nature === 'streak' ||
    !/荣?获/.test(wording.text ?? wording.clause)
  )
    return item;
  const isSame =
    now.shown?.text !== undefined &&
    now.qualifier === '' &&
    then.qualifier === '' &&
    now.shown.text === then.shown?.text &&
    now.scopeNote === then.scopeNote &&
    then.value === now.value;
  if (!isSame || isZero(now.value as string)) return item;
  return {
    ...item,
    isAgain: true,
    changes: item.changes.filter(({ base: of, direction }) => of !== name || direction !== 0),
  };
}

/** A growth whose level was not reported: 覆盖职工比2012年增长50%左右. */
function changeOnly(input: Prepared, indicator: Indicator): Item[] {
  const narrated = input.scope.period;
  return input.reports
    .filter(({ period }) => period.to >= narrated.from)
    .flatMap((report) => {
      // 持平 without the figure it is of says nothing.
      const changes = reportedChanges(report, indicator, input).filter(
        ({ number }) => number !== null,
      );
      if (changes.length === 0) return [];
      const figure = report.figures.find(
        (one) => one.indicator === indicator.code && one.measure !== 'level',
      ) as Figure;
      const frame = frameOf({ asOf: null, from: null }, 'flow', report.period, narrated);
      return [
        {
          ...itemOf({ figure, keys: [keyOf(report, figure)] }, indicator, frame),
          number: { text: '' },
          changes,
        },
      ];
    });
}

const byCatalogue = (indicators: Indicator[]) => {
  const places = new Map(indicators.map(({ code }, place) => [code, place]));
  return (a: Item, b: Item) =>
    (places.get(a.indicator.code) ?? 0) - (places.get(b.indicator.code) ?? 0);
};
