// A summary of units side by side in one period: what they come to, who stands where, the tables and charts of all.
import { prepareReports } from '../comparison/prepare';
import type { PreparedReport } from '../comparison/sourced';
import { inNumberStyle } from '../comparison/number-style';
import { previousOf } from '../tree/period';
import { cautionsOf } from '../summary/summarise';
import { usualStyle, type Paragraph } from '../comparison/source';
import type { Chart, Summary } from '../summary/summary';
import { gather, type Gathered } from './gather';
import type { UnitsInput } from './units-input';
import { notesOf } from './units-notes';
import { sayOpening, titleOf } from './units-opening';
import { realiseUnits } from './realise-units';
import { byWeight, headlinesOf } from './select';
import { totalsTableOf } from './totals-table';
import { unitsTableOf } from './units-table';
import { wordsFor } from '../comparison/unit-words';

const mostCharts = 3;

/** The summary of the units below one. Pure: the same reports always give the same summary, in whatever order the units
 *  come. Null where none of them has reported. */
export function summariseUnits(input: UnitsInput): Summary | null {
  const { above, period, style = usualStyle } = input;
  const { catalogue, reports: given } = inNumberStyle({ ...input, style });
  const { reports: earlier } = inNumberStyle({ ...input, reports: input.previous, style });
  const units = [...input.units].sort((a, b) => (a.code < b.code ? -1 : 1));
  const [narrated, before] = [period, previousOf(period)];
  const reports = reportsBy(prepareReports(given, catalogue), narrated.code, units);
  const previous = reportsBy(
    narrated.kind === 'term' ? [] : prepareReports(earlier, catalogue),
    before.code,
    units,
  );
  if (reports.size === 0) return null;
  const words = wordsFor(above, units, reports.size === units.length);
  const byCode = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const rows = units.map((unit) => ({
    unit,
    report: reports.get(unit.code),
    before: previous.get(unit.code),
  }));
  const gathered = catalogue.indicators.flatMap(
    (indicator) => gather(indicator, rows, { narrated, before }, byCode) ?? [],
  );
  const sections = catalogue.sections.flatMap((section) => {
    const of = gathered.filter(({ indicator }) => indicator.section === section.code);
    return of.length > 0
      ? [{ section, gathered: of, headlines: headlinesOf(of, style.length) }]
      : [];
  });
  const headlines = sections.flatMap((section) => section.headlines);
  const title = titleOf(above, period, words);
  const paragraphs = realiseUnits(
    { sections, period, words, style },
    title,
    sayOpening({ above, period, words, units, reports, previous, gathered }),
  );
  const notes = notesOf(units, reports, previous, period, words, catalogue);
  const table = unitsTableOf({
    sections,
    units,
    reported: new Set(reports.keys()),
    headlines: headlines.map(({ indicator }) => indicator.code),
    words,
    notes,
  });
  const charts = new Map(table.indicators.map(({ indicator, chart }) => [indicator.code, chart]));
  return {
    title,
    unit: above.code,
    period: period.code,
    cautions: cautionsOf([...reports.values(), ...previous.values()]),
    paragraphs,
    table: totalsTableOf(gathered, period, notes),
    units: table,
    charts: drawn(headlines).flatMap(({ indicator }): Chart[] =>
      [charts.get(indicator.code) ?? []].flat(),
    ),
    unstated: unstatedOf(gathered, paragraphs),
  };
}

/** One report of the period for each unit that has a number; reports of other periods are not looked at. */
function reportsBy(
  reports: PreparedReport[],
  period: string,
  units: UnitsInput['units'],
): Map<string, PreparedReport> {
  const codes = new Set(units.map(({ code }) => code));
  const wanted = reports.filter(
    (report) =>
      report.period.code === period &&
      codes.has(report.unit) &&
      report.figures.some(({ value }) => value !== null),
  );
  return new Map(wanted.map((report) => [report.unit, report]));
}

/** The headlines worth a picture: the weightiest amounts and a rate. */
function drawn(headlines: Gathered[]): Gathered[] {
  const isRate = ({ indicator }: Gathered) => indicator.nature === 'ratio';
  const amounts = byWeight(headlines.filter((one) => !isRate(one))).slice(0, mostCharts - 1);
  const chosen = new Set([
    ...amounts,
    ...headlines.filter(isRate).slice(0, mostCharts - amounts.length),
  ]);
  return headlines.filter((one) => chosen.has(one));
}

/** Numbers of the narrated period that no sentence points at. */
function unstatedOf(gathered: Gathered[], paragraphs: Paragraph[]): Summary['unstated'] {
  const stated = new Set(
    paragraphs.flatMap(({ segments }) =>
      segments.flatMap(({ figures }) =>
        (figures ?? []).map(({ unit, period, indicator }) => `${unit} ${period} ${indicator}`),
      ),
    ),
  );
  return gathered.flatMap(({ entries }) =>
    entries.flatMap(({ found }) =>
      (found?.keys ?? [])
        .filter(({ unit, period, indicator }) => !stated.has(`${unit} ${period} ${indicator}`))
        .map((key) => ({ key, reason: '列入单位对比表' })),
    ),
  );
}
