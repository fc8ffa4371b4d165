// The reports of the demo world, as data: which unit, which period, how far it got, with which figures.
import type { Figure } from '@/lib/domain/figure/figure';
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import { periodCode, type PeriodKind } from '@/lib/domain/tree/period';
import { withAims } from './aims';
import { documentReports } from './document-reports';
import { earlierValues, madeUpFigures, toFigure } from './made-up';
import world from './world.json';

export type Stage =
  'not-started' | 'filling' | 'awaiting-signature' | 'submitted' | 'returned' | 'approved';
export type Scene = {
  unit: string;
  period: string;
  stage: Stage;
  madeUp: boolean;
  source: string | null;
  note: string | null;
  figures: Figure[];
  explanations: { check: string; text: string; isPublic: boolean }[];
  workNotes: { section: string; kind: 'measures' | 'highlights'; text: string }[];
};

/** Every report of the world. Published figures stand unaltered; what is made up says so. */
export function scenes(catalogue: Catalogue): Scene[] {
  return bareScenes(catalogue).map((scene) => withAims(scene, catalogue));
}

type BareScene = Omit<Scene, 'workNotes'>;

function bareScenes(catalogue: Catalogue): BareScene[] {
  const published = documentReports().map(({ unit, period, source, note, figures }): BareScene => {
    const isOpen = isOpenReport(unit, period.code);
    return {
      unit,
      period: period.code,
      stage: isOpen ? 'filling' : 'approved',
      madeUp: false,
      source,
      note: isOpen ? world.openReport.note : note,
      explanations: explanationsOf(unit, period.code),
      figures: isOpen ? completed(figures, catalogue) : figures,
    };
  });
  return [...published, ...madeUpScenes(catalogue), huainanBefore(catalogue.indicators)];
}

/** Codes of the world's periods, in its order. */
export function worldPeriods() {
  return world.periods.map(({ kind, from, to, open }) => ({
    code: periodCode(kind as PeriodKind, from, to),
    kind: kind as PeriodKind,
    from,
    to,
    open: open === true,
  }));
}

type MadeUp = {
  unit: string;
  size: number;
  years: Partial<Record<string, string>>;
  moves?: Partial<Record<string, Partial<Record<string, number>>>> | undefined;
};

const explanationsOf = (unit: string, period: string): Scene['explanations'] =>
  world.explained
    .filter((one) => one.unit === unit && one.period === period)
    .map(({ check, text, isPublic }) => ({ check, text, isPublic }));

function madeUpScenes({ indicators }: Catalogue): BareScene[] {
  const made: readonly MadeUp[] = world.madeUp;
  return made.flatMap(({ unit, size, years, moves }) =>
    Object.entries(years).map(([period, stage]) => {
      const explained = world.explained.filter((one) => one.unit === unit && one.period === period);
      const course = { size, moves: moves?.[period] };
      const figures = madeUpFigures(indicators, unit, Number(period), course).map((figure) =>
        raised(figure, explained),
      );
      const rest = unit === world.openReport.unit ? notApplicable(figures, indicators) : [];
      return {
        ...madeUp(unit, period, stage as Stage),
        figures: stage === 'not-started' ? [] : partly(unit, period, [...figures, ...rest]),
        explanations: explanationsOf(unit, period),
      };
    }),
  );
}

/** A rise that a verify check asks about, so that the reviewer of the tour finds an explanation to read. */
function raised(figure: Figure, explained: typeof world.explained): Figure {
  const factor = explained.find(({ indicator }) => indicator === figure.indicator)?.factor;
  return factor && factor !== 1 && figure.value
    ? { ...figure, value: String(Math.round((Number(figure.value) * factor) / 100) * 100) }
    : figure;
}

/** What the unit put on its form for the open report, but did not have in the years before. */
function notApplicable(figures: Figure[], indicators: Indicator[]): Figure[] {
  const published =
    documentReports().find((report) => isOpenReport(report.unit, report.period.code))?.figures ??
    [];
  const answered = new Set(figures.map(({ indicator }) => indicator));
  return published
    .filter(({ indicator }) => !answered.has(indicator))
    .map(({ indicator }) => {
      const entry = indicators.find(({ code }) => code === indicator) as Indicator;
      return {
        ...toFigure(entry, '0'),
        answer: 'not_applicable',
        value: null,
        shown: null,
        note: '当年没有这一项（演示数据）',
      };
    });
}

function huainanBefore(indicators: Indicator[]): BareScene {
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const figures = earlierValues('340400', 2021).map(([code, value]) =>
    toFigure(byCode.get(code) as Indicator, value),
  );
  return { ...madeUp('340400', '2021', 'approved'), figures };
}

function madeUp(unit: string, period: string, stage: Stage): Omit<BareScene, 'figures'> {
  return { unit, period, stage, madeUp: true, source: null, note: '演示数据', explanations: [] };
}

function partly(unit: string, period: string, figures: Figure[]): Figure[] {
  const sections: string[] | undefined =
    period === '2021' ? (world.partlyFilled as Record<string, string[]>)[unit] : undefined;
  return sections
    ? figures.filter(({ indicator }) => sections.includes(indicator.slice(0, 2)))
    : figures;
}

function isOpenReport(unit: string, period: string): boolean {
  return unit === world.openReport.unit && period === world.openReport.period;
}

/** The open report holds the published figures unaltered. What the publication does not print is made up and says so,
 *  except in the sections left for the reader of the tour to type. */
function completed(figures: Figure[], { indicators }: Catalogue): Figure[] {
  const { unit, period, size, moves, leaveBlank, figureNote } = world.openReport;
  const printed = new Set(figures.map(({ indicator }) => indicator));
  const given = figures.flatMap(({ indicator, measure, value }): [string, string][] =>
    measure === 'level' && value !== null ? [[indicator, value]] : [],
  );
  const isLeft = ({ indicator }: Figure): boolean =>
    !printed.has(indicator) && !leaveBlank.includes(indicator.slice(0, 2));
  const rest = madeUpFigures(indicators, unit, Number(period), { size, moves, given })
    .filter(isLeft)
    .map((figure): Figure => ({ ...figure, note: figureNote }));
  return [...figures, ...rest];
}
