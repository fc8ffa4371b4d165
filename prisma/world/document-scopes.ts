// The scopes of the five published reports with everything the demo world sets beside them, and how each printed figure
// reads: what the coverage of the documents and the golden texts are measured on.
import type { Figure, FigureKey } from '@/lib/domain/figure/figure';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import { keyOf } from '@/lib/domain/comparison/sourced';
import { parsePeriodCode, type Period } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import type { SourceReport, SummaryInput } from '@/lib/domain/comparison/source';
import { documentReports, type DocumentReport } from './document-reports';
import documents from './documents.json';
import { scenes } from './scenes';

/** A printed figure under its id in the documents, with the forms in which it was printed. */
export type PrintedFigure = { id: string; key: FigureKey; forms: string[] };

export type DocumentScope = { document: string; input: SummaryInput; printed: PrintedFigure[] };

/** The five, in the order of documents.json. */
export function documentScopes(catalogue: Catalogue): DocumentScope[] {
  const reports = documentReports();
  return [...new Set(reports.map(({ document }) => document))].map((document) => {
    const own = reports.filter((report) => report.document === document);
    const target = own.at(-1) as DocumentReport;
    const published = own.map((report) =>
      sourceOf(report.unit, report.period, report.figures, false),
    );
    const input = {
      unit: unitOf(target.unit),
      scope: { kind: target.period.kind, period: target.period },
      reports: [...madeUpBefore(target, catalogue), ...published],
      catalogue,
    };
    return { document, input, printed: own.flatMap((report) => printedIn(report, catalogue)) };
  });
}

/** The demo world's made-up reports of the years before. */
function madeUpBefore({ unit, period }: DocumentReport, catalogue: Catalogue): SourceReport[] {
  const before = String(Number(period.from.slice(0, 4)) - 1);
  return scenes(catalogue)
    .filter(
      (scene) =>
        scene.madeUp && scene.unit === unit && scene.period === before && period.kind === 'year',
    )
    .map((scene) => sourceOf(unit, parsePeriodCode(scene.period) as Period, scene.figures, true));
}

function sourceOf(unit: string, period: Period, figures: Figure[], madeUp: boolean): SourceReport {
  return { unit, period, submission: 1, standing: 'approved', madeUp, figures };
}

function unitOf(code: string): SummaryInput['unit'] {
  const unit = documents.units.find((one) => one.code === code) as (typeof documents.units)[number];
  return { code, name: unit.name, level: unit.level as 'city' | 'county' };
}

function printedIn(report: DocumentReport, { indicators }: Catalogue): PrintedFigure[] {
  const again = new Map(
    documents.reports.flatMap(({ figures }) =>
      figures.flatMap((figure) =>
        'alsoShown' in figure ? [[figure.ids[0], figure.alsoShown] as const] : [],
      ),
    ),
  );
  return report.figures.flatMap((figure) => {
    const indicator = indicators.find(
      ({ code }) => code === figure.indicator,
    ) as Catalogue['indicators'][number];
    const ids = report.ids.get(`${figure.indicator} ${figure.measure}`) as string[];
    const others = (again.get(ids[0] as string) ?? []).map((other) =>
      printFigure({ ...figure, ...(other as Pick<Figure, 'shown' | 'qualifier'>) }, indicator),
    );
    const key = keyOf({ unit: report.unit, period: report.period, submission: 1 }, figure);
    // A fact that was printed twice is stated once, in either form.
    return ids.map((id) => ({ id, key, forms: [printFigure(figure, indicator), ...others] }));
  });
}
