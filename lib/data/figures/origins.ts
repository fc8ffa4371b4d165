import 'server-only';
import type { FigureKey, Measure } from '@/lib/domain/figure/figure';
import { keyText, type Origin } from '@/lib/domain/figure/origin';
import { labelOf } from '@/lib/domain/tree/period';
import { printFigure } from '@/lib/domain/figure/print';
import { readsDrafts, type Viewer } from '../database/access';
import { findCatalogue } from '../catalogue/catalogue';
import { db } from '../database/client';
import { figureOf } from './figure-row';
import { originsOf } from './queries';

/** Who entered, signed and approved each of these figures, as far as the viewer may read them; in the order of the keys. */
export async function findOrigins(viewer: Viewer, keys: FigureKey[]): Promise<Origin[]> {
  if (viewer.roles.length === 0 || keys.length === 0) return [];
  const { indicators } = await findCatalogue();
  const wanted = [
    ...new Map(keys.map((key) => [[key.unit, key.period, key.submission].join(' '), key])).values(),
  ];
  const rows = await originsOf.read(db, viewer, wanted);
  const origins = new Map<string, Origin>();
  for (const {
    unit,
    unitName,
    lineage,
    period,
    periodKind,
    fromMonth,
    toMonth,
    submission,
    isSigned,
    madeUp,
    enteredBy,
    enteredOn,
    signedBy,
    signedOn,
    approvedBy,
    approvedOn,
    ...figure
  } of rows) {
    const indicator = indicators.find(({ code }) => code === figure.indicator);
    if (!indicator || (!isSigned && !readsDrafts(viewer, lineage))) continue;
    const key = keyOf(unit, period, submission, figure);
    const label = labelOf(
      { code: period, kind: periodKind, from: fromMonth, to: toMonth },
      'zh-CN',
    );
    origins.set(keyText(key), {
      key,
      indicator: indicator.name,
      unit: unitName,
      period: label,
      text: printFigure(figureOf(figure), indicator),
      enteredBy,
      enteredOn,
      signedBy,
      signedOn,
      approvedBy,
      approvedOn,
      madeUp,
    });
  }
  return [...new Set(keys.map(keyText))].flatMap((key) => origins.get(key) ?? []);
}

function keyOf(
  unit: string,
  period: string,
  submission: number,
  { indicator, measure }: { indicator: string; measure: Measure },
): FigureKey {
  return { unit, period, indicator, submission, ...(measure === 'level' ? {} : { measure }) };
}
