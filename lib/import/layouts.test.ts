// Any report, written down in the layouts in which offices keep their tables, comes back as the same figures or as a
// question: never as another figure.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure } from '@/lib/domain/figure/read';
import type { SheetGrid } from '@/lib/domain/sheet/sheet-grid';
import { noDecisions } from '@/lib/domain/sheet/mapping';
import { matcherOf } from '@/lib/domain/sheet/matcher';
import { planImport, type ImportTarget } from '@/lib/domain/sheet/plan-import';
import { recognise } from '@/lib/domain/sheet/recognise';
import { whoseReader } from '@/lib/domain/sheet/unit-names';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import { half, layouts, reports, type Report } from './test-layouts';

const byCode = new Map(standardCatalogue.indicators.map((one) => [one.code, one]));
const units = [
  { code: '000000', name: '柳城市总工会' },
  { code: '000001', name: '柳溪县总工会' },
  { code: '000002', name: '东桥县总工会' },
  { code: '000003', name: '石桥区总工会' },
];
const own = '000001';
const recogniser = {
  match: matcherOf(standardCatalogue.indicators),
  whose: whoseReader({ own, units }),
};
const years = Array.from({ length: 30 }, (_, at) => String(1998 + at));
const blank: ImportTarget = {
  state: 'missing',
  chosen: new Set(byCode.keys()),
  figures: new Map(),
};
const targets = new Map([[own, new Map(years.map((year) => [year, blank]))]]);

/** What an import would write, as "code year value", and how much it asks. */
function planned(sheet: SheetGrid): { written: string[]; asked: number } {
  const sources = recognise(sheet, recogniser).map((layout) => ({ sheet, layout }));
  const writers = { own, below: new Set<string>() };
  const { edits, cells } = planImport(sources, noDecisions, targets, byCode, writers);
  const written = edits.map((edit) => {
    const read = 'typed' in edit ? readFigure(edit.typed, byCode.get(edit.indicator)!) : null;
    const value = read?.ok && read.answer === 'number' ? read.value : 'none';
    return `${edit.indicator} ${edit.period} ${value}`;
  });
  return { written, asked: cells.filter(({ kind }) => kind === 'ask').length };
}

const truth = ({ year, lines }: Report): Set<string> =>
  new Set(
    lines.flatMap(({ indicator, now, last }) => [
      `${indicator.code} ${year} ${now}`,
      `${indicator.code} ${year - 1} ${last}`,
    ]),
  );

describe('a report in the layouts of offices', () => {
  test.each(Object.entries(layouts))('%s', (name, { sure, write }) => {
    fc.assert(
      fc.property(reports, (report) => {
        const { written, asked } = planned(write(report));
        const right = truth(report);
        // What stands below a line may have an indicator of its own; its figure is then that line's half.
        const halves = new Set(report.lines.map(({ now }) => ` ${report.year} ${half(now)}`));
        const wrong = written.filter(
          (one) => !right.has(one) && !(name.startsWith('a part') && halves.has(one.slice(5))),
        );
        expect(wrong).toEqual([]);
        if (sure) expect(written.length + asked).toBeGreaterThanOrEqual(report.lines.length);
      }),
      { numRuns: 40 },
    );
  });
});
