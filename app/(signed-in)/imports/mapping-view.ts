import type {
  CrossingReason,
  MappingCrossing,
  MappingLine,
  MappingProps,
  MappingTable,
} from '@/components/imports/mapping-props';
import type { ImportPeriod, PlannedImport } from '@/lib/data/imports/import-plan';
import type { Viewer } from '@/lib/data/database/access';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf } from '@/lib/domain/tree/period';
import { unitChoices } from '@/lib/domain/sheet/in-unit-choice';
import type { Layout } from '@/lib/domain/sheet/layout';
import {
  mapLanes,
  type Decisions,
  type Mapped,
  type MappedCrossing,
  type MappedLine,
} from '@/lib/domain/sheet/mapping';
import type { Locale } from '@/lib/i18n/locales';
import { nameOf } from '@/lib/i18n/name-of';

/** What the mapping form shows of a file: each name once, though several tables may say it. */
export function mappingProps(
  { view, read, taken, writers, unitNames }: PlannedImport,
  indicators: readonly Indicator[],
  periods: readonly ImportPeriod[],
  viewer: Viewer,
  locale: Locale,
): MappingProps {
  const { decisions } = view;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const lines = new Map<string, MappingLine>();
  const crossings = new Map<string, MappingCrossing>();
  const tables: MappingTable[] = [];
  for (const { sheet, layout } of taken) {
    const mapped = mapLanes(layout, sheet, decisions, byCode, writers);
    tables.push(tableOf(layout, mapped, decisions));
    for (const line of mapped.lines)
      if (!lines.has(line.lane.key)) lines.set(line.lane.key, lineOf(line, decisions));
    for (const crossing of mapped.crossings)
      if (!crossings.has(crossing.lane.key))
        crossings.set(
          crossing.lane.key,
          crossingOf(crossing, mapped, decisions, (code) =>
            code === writers.own ? null : (unitNames.get(code) ?? code),
          ),
        );
  }
  const first = taken[0]?.layout;
  return {
    importId: view.id,
    own: { code: viewer.unit.code, name: nameOf(viewer.unit, locale) },
    sheets: read.map(({ sheet, layouts }) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      isTable: layouts.length > 0,
      isTaken: taken.some((one) => one.sheet === sheet),
    })),
    tables,
    direction: decisions.direction ?? '',
    head: decisions.head === undefined ? '' : String(decisions.head),
    found: first ? { direction: first.direction, head: first.head } : null,
    lines: [...lines.values()],
    crossings: [...crossings.values()],
    indicators: indicators.map((indicator) => ({
      code: indicator.code,
      name: nameOf(indicator, locale),
      units: unitChoices(indicator),
    })),
    periods: periods.map((period) => ({ code: period.code, label: labelOf(period, locale) })),
  };
}

function tableOf(
  { key, title, period }: Layout,
  mapped: Mapped,
  decisions: Decisions,
): MappingTable {
  return {
    key,
    name: title === '' ? key : `${key} · ${title.slice(0, 40)}`,
    period: decisions.periods[key] ?? '',
    said: period,
    isPeriodAsked:
      mapped.crossings.some(
        (crossing) => crossing.period === null && crossing.choice.state === 'taken',
      ) && mapped.lines.some(({ lane }) => lane.period === null),
    whose: mapped.named,
    owner: decisions.whose?.[key] ?? '',
  };
}

function lineOf(line: MappedLine, decisions: Decisions): MappingLine {
  const { lane, code, unit, unitFrom, choice } = line;
  const { key, label, sample, period, suggestions } = lane;
  const isOpen = decisions.lines[key] === undefined && choice.state !== 'left';
  const isTaken = choice.state === 'taken';
  const asks: MappingLine['asks'] = [];
  if (choice.state === 'asked') asks.push('column');
  if (code === null && suggestions.length > 0 && isOpen) asks.push('name');
  if (code !== null && isTaken && unit === null) asks.push('unit');
  return {
    key,
    label,
    sample,
    period,
    code: isTaken ? code : null,
    suggestions: code === null || isTaken ? suggestions : [code],
    unit: unit ?? '',
    said: lane.unit ?? lane.units[0]?.[0] ?? null,
    unitFrom,
    asks,
  };
}

function crossingOf(
  crossing: MappedCrossing,
  mapped: Mapped,
  decisions: Decisions,
  nameOfBelow: (unit: string) => string | null,
): MappingCrossing {
  const { lane, period, choice, owner } = crossing;
  const decided = decisions.crossings[lane.key] ?? '';
  return {
    key: lane.key,
    label: lane.label,
    owner: owner === null ? null : nameOfBelow(owner),
    sample: lane.sample,
    choice: decided,
    said: period,
    reason: decided === '' ? reasonOf(crossing, mapped) : null,
    isAsked: choice.state === 'asked',
  };
}

/** Why a row or column is left out as recognised, or asked for. */
function reasonOf({ choice, period }: MappedCrossing, { lines }: Mapped): CrossingReason | null {
  if (choice.state !== 'taken') return reasons[choice.reason ?? ''] ?? 'repeated';
  if (period !== null) return null;
  return lines.some(({ lane }) => lane.period !== null) ? 'named' : 'none';
}

const reasons: Record<string, CrossingReason> = {
  several: 'several',
  total: 'total',
  other: 'other',
  estimate: 'estimate',
  adjusted: 'adjusted',
  sum: 'sum',
  part: 'part',
  plan: 'plan',
  change: 'change',
  rank: 'change',
  average: 'average',
  month: 'shorter',
  quarter: 'shorter',
  half: 'shorter',
  start: 'shorter',
  term: 'shorter',
  code: 'aside',
  number: 'aside',
  note: 'aside',
};
