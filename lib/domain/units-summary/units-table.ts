// The between-units tables: for each indicator 单位 | 数值 | 占比 | 位次 | 上年 | 增减 | 增减%, and an
// overview with a line per unit.
import type { Section } from '../catalogue/indicator';
import { compare, share } from '../figure/number';
import { printFigure, printPercent } from '../figure/print';
import type { Segment } from '../comparison/source';
import type { UnitLine, UnitsOfIndicator, UnitsTable } from '../summary/summary';
import { cellOf, changesBetween, noChanges } from './table-cells';
import type { Entry, Gathered } from './gather';
import type { ExpectedUnit } from './units-input';
import { chartOf } from './units-chart';
import { listNames, type UnitWords } from '../comparison/unit-words';

/** Columns that fit across an A4 page lying, beside the names of the units. */
const mostColumns = 7;

type Content = {
  sections: { section: Section; gathered: Gathered[] }[];
  units: ExpectedUnit[];
  reported: ReadonlySet<string>;
  headlines: string[];
  words: UnitWords;
  notes: string[];
};

/** All tables of the units. The overview shows what is on everyone's form; what some units chose has its own table. */
export function unitsTableOf({
  sections,
  units,
  reported,
  headlines,
  words,
  notes,
}: Content): UnitsTable {
  return {
    units: units.map(({ code, name, nameEn }) => ({
      code,
      name,
      nameEn,
      hasReported: reported.has(code),
    })),
    overview: sections.flatMap(({ section, gathered }) =>
      overviewOf(
        section,
        gathered.filter(({ indicator }) => indicator.core),
        units,
      ),
    ),
    indicators: sections.flatMap(({ gathered }) => gathered.map((one) => tableOf(one, words))),
    headlines,
    notes,
  };
}

function overviewOf(
  section: Section,
  gathered: Gathered[],
  units: ExpectedUnit[],
): UnitsTable['overview'] {
  const count = Math.ceil(gathered.length / mostColumns);
  const size = Math.ceil(gathered.length / Math.max(count, 1));
  return Array.from({ length: count }, (_, n) => gathered.slice(n * size, (n + 1) * size)).map(
    (block) => ({
      section: section.code,
      indicators: block.map(({ indicator }) => indicator.code),
      lines: units.map(({ code }, at) => ({
        unit: code,
        cells: block.map(({ entries, indicator }) =>
          cellOf(entries[at]?.found ?? null, entries[at]?.answer ?? 'blank', indicator),
        ),
      })),
      totals: block.map(({ total, indicator }) => cellOf(total, 'blank', indicator)),
    }),
  );
}

function tableOf(gathered: Gathered, words: UnitWords): UnitsOfIndicator {
  const { indicator, total, comparable, missing, entries } = gathered;
  const { code, name, nameEn, section, partOf, nature } = indicator;
  const lines = [...entries].sort(bySize).map((entry) => lineOf(entry, gathered));
  return {
    indicator: { code, name, nameEn, section, partOf, nature },
    unit: indicator.display.moneyUnit ?? indicator.unit,
    lines,
    total: total && {
      value: cellOf(total, 'blank', indicator),
      share: null,
      previous: comparable?.isAll
        ? cellOf(comparable.base, 'blank', indicator)
        : { text: null, answer: 'blank' },
      ...(comparable?.isAll
        ? changesBetween(comparable.current, comparable.base, indicator)
        : noChanges),
    },
    comparable:
      comparable && !comparable.isAll
        ? {
            value: cellOf(comparable.current, 'blank', indicator),
            previous: cellOf(comparable.base, 'blank', indicator),
            ...changesBetween(comparable.current, comparable.base, indicator),
          }
        : null,
    notes: notesOf(gathered, words, missing),
    chart: chartOf(gathered, words),
  };
}

function lineOf(entry: Entry, gathered: Gathered): UnitLine {
  const { found, previous, place, unit } = entry;
  const { indicator } = gathered;
  const isAlike = entry.isAlike && previous.isAlike;
  return {
    unit: unit.code,
    value: cellOf(found, entry.answer, indicator),
    share: shareOf(entry, gathered),
    place:
      place && found
        ? {
            text: `${place.isTied ? '并列' : ''}${place.place}`,
            figures: found.keys,
            computed: {
              kind: 'rank',
              formula: `在有数的单位中由大到小排列，居第${place.place}位${place.isTied ? '（并列）' : ''}`,
            },
          }
        : null,
    previous: cellOf(previous.found, previous.answer, indicator),
    ...(found && previous.found && isAlike
      ? changesBetween(found, previous.found, indicator)
      : noChanges),
  };
}

/** Of an exact total only; a rate has no share. */
function shareOf({ found, isAlike }: Entry, { total, indicator }: Gathered): Segment | null {
  if (!total || !found || !isAlike || indicator.nature === 'ratio' || total.figure.qualifier !== '')
    return null;
  const percent = share(found.figure.value as string, total.figure.value as string);
  if (percent === null) return null;
  const formula = `${printFigure(found.figure, indicator)}÷合计${printFigure(total.figure, indicator)}×100%`;
  return { text: printPercent(percent), figures: found.keys, computed: { kind: 'share', formula } };
}

/** By size, then those without a number, neighbours by code. */
function bySize(a: Entry, b: Entry): number {
  const [one, other] = [a.found?.figure.value, b.found?.figure.value];
  if (one == null || other == null) return one === other ? 0 : one == null ? 1 : -1;
  return compare(other, one);
}

/** What the reader of this one table must know. */
function notesOf(
  { indicator, total, entries, comparable }: Gathered,
  { part }: UnitWords,
  missing: Entry[],
): string[] {
  const numbers = entries.filter(({ found }) => found !== null);
  const isOrdered = numbers.some(({ place }) => place !== null);
  const notes: string[] = [];
  if (missing.length > 0 && total)
    notes.push(`合计不含${listNames(missing.map(({ name }) => name))}。`);
  if (indicator.nature === 'ratio' && !total) notes.push('缺分子或分母，不能计算合计的比率。');
  if (comparable && !comparable.isAll)
    notes.push(
      `可比口径只计前后都有数的${part}：${listNames(comparable.units.map(({ name }) => name))}。`,
    );
  if (isOrdered && numbers.some(({ place, isAlike }) => place === null && isAlike))
    notes.push('概数之间大小不能确定的，不列位次。');
  const apart = numbers.filter(({ isAlike }) => !isAlike);
  if (apart.length > 0)
    notes.push(
      `${listNames(apart.map(({ name }) => name))}的数据口径或时点不同，只列数值，不计入合计和位次。`,
    );
  return notes;
}
