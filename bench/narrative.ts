// What narrating costs, data in memory: a city whose ten counties have reported 150 indicators for ten years, rolled
// up and narrated as a term; and the same with ten and a hundred times as many figures, to see that the cost grows
// with them and no faster. Every run is given new objects, so that nothing kept from the run before helps.
import type { Figure } from '@/lib/domain/figure/figure';
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { rollUp } from '@/lib/domain/rollup/rollup';
import { summarise } from '@/lib/domain/summary/summarise';
import type { SourceReport } from '@/lib/domain/comparison/source';
import type { Summary } from '@/lib/domain/summary/summary';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { median } from './measure';

const counties = 10;
const indicatorsOnce = 150;
const years = Array.from({ length: 10 }, (_, n) => String(2012 + n));
const budget = 30;

/** Prints the medians at 1×, 10× and 100×. */
export function measureNarrative(): void {
  console.log(
    `\nTelling a city of ${counties} counties × ${years.length} years × ${indicatorsOnce} ` +
      'indicators, data in memory (medians)',
  );
  let once = NaN;
  for (const [times, runs] of [
    [1, 60],
    [10, 15],
    [100, 3],
  ] as const) {
    const data = cityOf(times);
    for (let run = 0; run < Math.min(runs, 10); run += 1) tellCity(fresh(data));
    const spent = Array.from({ length: runs }, () => {
      const input = fresh(data);
      const start = performance.now();
      const { paragraphs } = tellCity(input);
      if (paragraphs.length < 10) throw new Error('The city was hardly narrated.');
      return performance.now() - start;
    });
    const middle = median(spent);
    if (times === 1) once = middle;
    const figures = counties * years.length * indicatorsOnce * times;
    const detail =
      `${(middle / times).toFixed(1)} ms per ${counties * years.length * indicatorsOnce} figures, ` +
      `${(middle / once / times).toFixed(2)} × as much for each as at 1×`;
    const limit = times === 1 ? `budget ${budget} ms${middle > budget ? ', MISSED' : ''}` : '';
    console.log(
      `  ${`${times}×`.padEnd(5)} ${String(figures).padStart(9)} figures ${middle.toFixed(1).padStart(8)} ms   ${detail}   ${limit}`.trimEnd(),
    );
  }
}

type City = { catalogue: Catalogue; reports: { unit: string; year: string; figures: Figure[] }[] };

function tellCity({ catalogue, reports }: City): Summary {
  const term = parsePeriodCode(`${years[0]}..${years.at(-1)}`) as Period;
  const totals = years.map((year): SourceReport => {
    const period = parsePeriodCode(year) as Period;
    const of = new Map(
      reports.filter((report) => report.year === year).map(({ unit, figures }) => [unit, figures]),
    );
    const rows = rollUp(catalogue.indicators, of, period);
    const figures = [...rows].flatMap(([code, { value, qualifier }]) =>
      value === null ? [] : [{ ...figureOf(code, value), qualifier }],
    );
    return { unit: '990100', period, submission: 1, standing: 'approved', madeUp: true, figures };
  });
  return summarise({
    unit: { code: '990100', name: '第一市总工会', level: 'city' },
    scope: { kind: 'term', period: term },
    reports: totals,
    catalogue,
  });
}

/** `times` as many indicators: further ones are copies under other codes, with their parts, chains and rates. */
function cityOf(times: number): City {
  const { sections, indicators } = standardCatalogue;
  const first = indicators
    .filter(({ nature }) => nature === 'flow' || nature === 'stock' || nature === 'ratio')
    .slice(0, indicatorsOnce);
  const codes = new Set(first.map(({ code }) => code));
  const all = Array.from({ length: times }, (_, copy) =>
    first.map((indicator) => copyOf(indicator, copy, codes)),
  ).flat();
  const reports = years.flatMap((year, at) =>
    Array.from({ length: counties }, (_, county) => ({
      unit: `9901${String(county).padStart(2, '0')}`,
      year,
      figures: all.map(({ code, nature }, place) =>
        figureOf(
          code,
          String(
            nature === 'ratio'
              ? 60 + ((place + at) % 40)
              : 100 + ((place * 37 + county * 11) % 900) + at * 7,
          ),
        ),
      ),
    })),
  );
  return { catalogue: { sections, indicators: all, checks: [] }, reports };
}

function copyOf(indicator: Indicator, copy: number, codes: ReadonlySet<string>): Indicator {
  if (copy === 0) return indicator;
  const renamed = (code: string | null) =>
    code !== null && codes.has(code) ? `${code}x${copy}` : null;
  const { chain, partOf, numerator, denominator } = indicator;
  return {
    ...indicator,
    code: `${indicator.code}x${copy}`,
    chain: chain && { ...chain, group: `${chain.group}${copy}` },
    partOf: renamed(partOf),
    numerator: renamed(numerator),
    denominator: renamed(denominator),
  };
}

function figureOf(indicator: string, value: string): Figure {
  return {
    indicator,
    measure: 'level',
    answer: 'number',
    value,
    shown: null,
    qualifier: '',
    baseYear: null,
    asOf: null,
    from: null,
    scopeNote: null,
    note: null,
  };
}

function fresh({ catalogue, reports }: City): City {
  return {
    catalogue: {
      ...catalogue,
      indicators: catalogue.indicators.map((indicator) => ({ ...indicator })),
    },
    reports: reports.map((report) => ({
      ...report,
      figures: report.figures.map((figure) => ({ ...figure })),
    })),
  };
}
