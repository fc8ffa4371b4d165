// The five published reports as figures: documents.json in the words of lib/domain. Nothing is altered or added.
import type { Figure, Measure, Qualifier, Shown } from '@/lib/domain/figure/figure';
import { periodCode, type Period, type PeriodKind } from '@/lib/domain/tree/period';
import documents from './documents.json';

/** `ids`: the printed figure's ids (xz-045 …) by "indicator measure". `document`: which of the five (xz hz jh hn
 *  ts). */
export type DocumentReport = {
  document: string;
  unit: string;
  period: Period;
  source: string;
  note: string | null;
  figures: Figure[];
  ids: Map<string, string[]>;
};

type Printed = {
  ids: string[];
  indicator: string;
  value: string;
  shown: Shown;
  qualifier: string;
  scopeNote: string | null;
  asOf?: string | null;
  from?: string;
  kind?: string;
  baseYear?: number;
};

/** All reports of documents.json, in its order. */
export function documentReports(): DocumentReport[] {
  return documents.reports.map((report) => {
    const kind = report.period.kind.replace('-', '_') as PeriodKind;
    const { from, to } = report.period;
    const printed = [...report.figures, ...report.changes] as Printed[];
    return {
      document: report.document,
      unit: report.unit,
      period: { code: periodCode(kind, from, to), kind, from, to },
      source: report.source,
      note: report.note,
      figures: printed.map(toFigure),
      ids: new Map(
        printed.map((figure) => [`${figure.indicator} ${measureOf(figure)}`, figure.ids]),
      ),
    };
  });
}

function toFigure(printed: Printed): Figure {
  return {
    indicator: printed.indicator,
    measure: measureOf(printed),
    answer: 'number',
    value: printed.value,
    shown: printed.shown,
    qualifier: printed.qualifier as Qualifier,
    baseYear: printed.baseYear ?? null,
    asOf: printed.asOf ?? null,
    from: printed.from ?? null,
    scopeNote: printed.scopeNote,
    note: null,
  };
}

function measureOf({ kind }: Printed): Measure {
  return (kind?.replace('-', '_') ?? 'level') as Measure;
}
