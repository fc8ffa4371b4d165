import type {
  MappingCrossing,
  MappingLine,
  MappingProps,
} from '@/components/imports/mapping-props';
import type { ImportPeriod, PlannedImport } from '@/lib/data/imports/plan';
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { labelOf } from '@/lib/domain/tree/period';
import { mapLanes, unitChoices, type MappedCrossing } from '@/lib/domain/sheet/mapping';
import type { Layout } from '@/lib/domain/sheet/recognise';
import type { Locale } from '@/lib/i18n/locales';
import { nameOf } from '@/lib/i18n/name-of';

/** What the mapping form shows of a file: each name once, though several sheets may say it. */
export function mappingProps(
  { view, read, taken }: PlannedImport,
  indicators: readonly Indicator[],
  periods: readonly ImportPeriod[],
  locale: Locale,
): MappingProps {
  const { decisions } = view;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const lines = new Map<string, MappingLine>();
  const crossings = new Map<string, MappingCrossing>();
  for (const { sheet, layout } of taken) {
    const mapped = mapLanes(layout, sheet.name, decisions, byCode);
    for (const { lane, code, unit, unitFrom } of mapped.lines) {
      const { key, label, sample, period, suggestions } = lane;
      if (!lines.has(key))
        lines.set(key, {
          key,
          label,
          sample,
          period,
          code,
          suggestions,
          unit: unit ?? '',
          said: lane.unit ?? layout.unit,
          unitFrom,
        });
    }
    for (const crossing of mapped.crossings) {
      const { key, label, sample } = crossing.lane;
      if (crossings.has(key)) continue;
      const said = crossing.lane.period ?? mapped.period;
      crossings.set(key, {
        key,
        label,
        sample,
        choice: decisions.crossings[key] ?? '',
        said,
        reason: reasonOf(crossing, said, layout, decisions.crossings[key]),
      });
    }
  }
  const first = taken[0]?.layout;
  return {
    importId: view.id,
    sheets: read.map(({ sheet, layout }) => ({
      name: sheet.name,
      isHidden: sheet.isHidden,
      isTable: layout !== null,
      isTaken: taken.some((one) => one.sheet === sheet),
      period: decisions.periods[sheet.name] ?? '',
      said: layout?.period ?? null,
    })),
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

/** Why a row or column is left out as recognised. */
function reasonOf(
  { lane, isSkipped }: MappedCrossing,
  said: string | null,
  { lines }: Layout,
  choice: string | undefined,
): MappingCrossing['reason'] {
  if (lane.isTotal) return 'total';
  if (lane.isChange) return 'change';
  if (lane.whose === 'other') return 'other';
  if (isSkipped && !choice) return 'repeated';
  if (said !== null) return null;
  return lines.some(({ period }) => period !== null) ? 'named' : 'none';
}
