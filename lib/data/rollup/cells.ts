import 'server-only';
import type { Figure } from '@/lib/domain/figure/figure';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { parsePeriodCode, previousOf, type Period } from '@/lib/domain/tree/period';
import { rollUp, ruleOf, type RollUpRow } from '@/lib/domain/rollup/rollup';
import { coverageOf, isAdded } from '@/lib/domain/rollup/coverage';
import type { Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { figureFrom, figureSelect } from '../figures/figure-row';
import { findRolledUnit, type RolledUnit, type RollUpKey } from './rollup';
import { readPeriods } from '../tree/periods';
import { listRollUpSources, type RollUpSource, type Undivided } from './sources';

/** What a unit gave for an indicator: its figure, for a rate also the two that it is recomputed from. */
export type RollUpCell = {
  source: RollUpSource;
  figure: Figure | null;
  parts: (Figure | null)[];
  standing: 'added' | 'not-added' | 'other-date' | 'lacking' | 'missing';
};
export type RollUpCells = {
  unit: RolledUnit;
  indicator: Indicator;
  /** Indicators of `parts`: numerator and denominator of a rate, else none. */
  parts: Indicator[];
  columns: { period: Period; total: RollUpRow; cells: RollUpCell[] }[];
  undivided: Undivided[];
};

/** A total taken apart: every report behind it with its figure. Null where `findRollUp` is null or there is no such
 *  indicator. */
export async function findRollUpCells(
  viewer: Viewer,
  key: RollUpKey,
  code: string,
): Promise<RollUpCells | null> {
  const [period, { indicators }] = [parsePeriodCode(key.period), await findCatalogue()];
  const indicator = indicators.find((one) => one.code === code);
  const unit = period && indicator ? await findRolledUnit(viewer, key.unit) : null;
  if (!period || !indicator || !unit) return null;
  const codes = [period.code, previousOf(period).code];
  const periods = await readPeriods(codes);
  const { sources, undivided } = await listRollUpSources(viewer, unit, periods, key);
  const parts =
    ruleOf(indicator) === 'ratio'
      ? indicators.filter(
          (one) => one.code === indicator.numerator || one.code === indicator.denominator,
        )
      : [];
  const ordered = parts.toSorted((a) => (a.code === indicator.numerator ? -1 : 1));
  const figures = await readFigures(sources, [code, ...ordered.map((part) => part.code)]);
  const columns = periods.map((one) =>
    columnOf(
      one,
      indicator,
      ordered,
      sources.filter((source) => source.period === one.code),
      figures,
    ),
  );
  if (columns[0]?.period.code !== period.code || columns[0].cells.length === 0) return null;
  return {
    unit,
    indicator,
    parts: ordered,
    columns: columns.filter(({ cells }) => cells.length > 0),
    undivided,
  };
}

type Figures = ReadonlyMap<string, readonly Figure[]>;

async function readFigures(sources: readonly RollUpSource[], codes: string[]): Promise<Figures> {
  const ids = sources.flatMap(({ submissionId }) => submissionId ?? []);
  const rows = await db.figure.findMany({
    where: { submissionId: { in: ids }, indicatorCode: { in: codes }, measure: 'level' },
    select: { ...figureSelect, submissionId: true },
  });
  const figures = new Map<string, Figure[]>(ids.map((id) => [id, []]));
  for (const row of rows) figures.get(row.submissionId)?.push(figureFrom(row));
  return figures;
}

function columnOf(
  period: Period,
  indicator: Indicator,
  parts: Indicator[],
  sources: RollUpSource[],
  figures: Figures,
): RollUpCells['columns'][number] {
  const added = new Map<string, Figure[]>();
  for (const source of sources) {
    if (source.submissionId === null || source.countedElsewhere) continue;
    const found = figures.get(source.submissionId) ?? [];
    added.set(
      source.reportId,
      found.filter(({ scopeNote }) =>
        isAdded(coverageOf(scopeNote, source.coverage), source.hasBelow),
      ),
    );
  }
  const total = rollUp([indicator], added, period).get(indicator.code)!;
  const [counted, otherDate] = [new Set(total.counted), new Set(total.otherDate)];
  const cells = sources.map((source): RollUpCell => {
    const found = (source.submissionId && figures.get(source.submissionId)) || [];
    const at = (code: string) => found.find((figure) => figure.indicator === code) ?? null;
    const has = found.some(({ value }) => value !== null);
    return {
      source,
      figure: at(indicator.code),
      parts: parts.map(({ code }) => at(code)),
      standing:
        source.submissionId === null
          ? 'missing'
          : counted.has(source.reportId)
            ? 'added'
            : otherDate.has(source.reportId)
              ? 'other-date'
              : has && isLeftOut(source, found)
                ? 'not-added'
                : 'lacking',
    };
  });
  return { period, total, cells };
}

const isLeftOut = (source: RollUpSource, found: readonly Figure[]): boolean =>
  source.countedElsewhere ||
  found.some(({ scopeNote }) => !isAdded(coverageOf(scopeNote, source.coverage), source.hasBelow));
