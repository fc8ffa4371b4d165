// Indicators × units × years, as somebody asks for them: levels, changes on the year before, places among the units.
// What may not be compared says why instead of a number.
import { differenceOf } from '../comparison/difference';
import { whyIncomparable, type WhyIncomparable } from '../comparison/comparability';
import { figureNumber, growthNumber, movedNumber } from '../comparison/number-cell';
import { prepareReports } from '../comparison/prepare';
import { printAmount, printGrowth } from '../comparison/print-row';
import { rankFigures } from '../comparison/ranking';
import type { CellNumber, SourceReport } from '../comparison/source';
import { findNumber, numberOf, type PreparedReport, type Sourced } from '../comparison/sourced';
import type { FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';

export const exploreViews = ['value', 'change', 'place'] as const;
export type ExploreView = (typeof exploreViews)[number];

/** What stands in a cell. `why`: it may not be compared. `text` is null where there is nothing to say. */
export type ExploreCell = {
  text: string | null;
  figures: FigureKey[];
  number?: CellNumber;
  why?: WhyIncomparable;
};

/** One indicator: a line for each unit, a cell for each year. */
export type ExploreTable = {
  indicator: Indicator;
  lines: { unit: string; cells: ExploreCell[] }[];
};

export type Explored = {
  indicators: readonly Indicator[];
  /** All of the catalogue: rates are worked out from their parts. */
  catalogue: readonly Indicator[];
  /** Codes in the order of their lines. */
  units: readonly string[];
  /** The years that are shown, oldest first. */
  years: readonly number[];
  /** One at most of a unit and year; the year before the first is among them for its change. */
  reports: readonly SourceReport[];
  view: ExploreView;
};

/** The tables of what is asked for, one for each indicator. Empty cells where nobody reported. */
export function explore({
  indicators,
  catalogue,
  units,
  years,
  reports,
  view,
}: Explored): ExploreTable[] {
  const prepared = new Map(
    prepareReports(reports, { indicators: [...catalogue] }).map((report) => [
      `${report.unit} ${report.period.code}`,
      report,
    ]),
  );
  const at: At = (unit, year) => prepared.get(`${unit} ${year}`);
  return indicators.map((indicator) => {
    const columns = years.map((year) => columnOf(indicator, units, year, { at, view }));
    return {
      indicator,
      lines: units.map((unit, line) => ({
        unit,
        cells: columns.map((cells) => cells[line] as ExploreCell),
      })),
    };
  });
}

type At = (unit: string, year: number) => PreparedReport | undefined;
const nothing: ExploreCell = { text: null, figures: [] };

function columnOf(
  indicator: Indicator,
  units: readonly string[],
  year: number,
  { at, view }: { at: At; view: ExploreView },
): ExploreCell[] {
  const numbers = units.map((unit) => findNumber(at(unit, year), indicator.code));
  switch (view) {
    case 'value':
      return numbers.map((found) => valueCell(found, indicator));
    case 'change':
      return numbers.map((found, line) =>
        changeCell(found, findNumber(at(units[line]!, year - 1), indicator.code), indicator),
      );
    case 'place':
      return placeCells(numbers, indicator);
  }
}

const valueCell = (found: Sourced | null, indicator: Indicator): ExploreCell =>
  found
    ? {
        text: numberOf(found, indicator).text,
        figures: found.keys,
        number: figureNumber(found.figure, indicator),
      }
    : nothing;

/** Growth in per cent, of rates the points. */
function changeCell(now: Sourced | null, base: Sourced | null, indicator: Indicator): ExploreCell {
  if (!now || !base) return nothing;
  const figures = [...now.keys, ...base.keys];
  const why = whyIncomparable(now, base, indicator.nature);
  if (why) return { text: null, figures, why };
  const difference = differenceOf(now, base, indicator);
  if (!difference) return nothing;
  if (indicator.nature === 'ratio')
    return { text: printAmount(difference, true), figures, number: movedNumber(difference) };
  const text = printGrowth(difference, true);
  return text === null ? nothing : { text, figures, number: growthNumber(difference) };
}

/** Places from the largest on, among units whose figures are of one scope and time; no place where it is not
 *  certain. */
function placeCells(numbers: readonly (Sourced | null)[], indicator: Indicator): ExploreCell[] {
  const first = numbers.find((found) => found !== null);
  const alike = numbers.map((found) =>
    found && first && whyIncomparable(first, found, indicator.nature) === null ? found : null,
  );
  const places = rankFigures(alike.flatMap((found) => found?.figure ?? []));
  let next = 0;
  return numbers.map((found, line): ExploreCell => {
    if (!found) return nothing;
    if (!alike[line])
      return {
        text: null,
        figures: found.keys,
        why: whyIncomparable(first!, found, indicator.nature) ?? 'scope',
      };
    const place = places[next++];
    return place
      ? {
          text: String(place.place),
          figures: found.keys,
          number: { value: String(place.place), decimals: 0, qualifier: '' },
        }
      : { ...nothing, figures: found.keys };
  });
}
