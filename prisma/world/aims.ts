// Made-up targets, control lines and notes of some reports of the demo world, so that the sentences about them show.
// They are 演示数据 and say so; nothing is set beside a report that was published and approved.
import type { Figure } from '@/lib/domain/figure/figure';
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import aims from './aims.json';
import { toFigure } from './made-up';

type GivenNote = { section: string; kind: 'measures' | 'highlights'; text: string };

/** The scene with what aims.json sets for it. */
export function withAims<S extends { unit: string; period: string; figures: Figure[] }>(
  scene: S,
  { indicators }: Catalogue,
): S & { workNotes: GivenNote[] } {
  const key = `${scene.unit} ${scene.period}`;
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const set = (values: Record<string, Record<string, string>>, measure: 'target' | 'limit') =>
    Object.entries(values[key] ?? {}).map(([code, value]): Figure => ({
      ...toFigure(byCode.get(code) as Indicator, value),
      measure,
      note: aims.note,
    }));
  const notes =
    (aims.workNotes as Record<string, Record<string, Partial<Record<GivenNote['kind'], string>>>>)[
      key
    ] ?? {};
  return {
    ...scene,
    figures: [
      ...scene.figures,
      ...set(aims.targets as Record<string, Record<string, string>>, 'target'),
      ...set(aims.limits, 'limit'),
    ],
    workNotes: Object.entries(notes).flatMap(([section, texts]) =>
      Object.entries(texts).map(([kind, text]) => ({
        section,
        kind: kind as GivenNote['kind'],
        text,
      })),
    ),
  };
}
