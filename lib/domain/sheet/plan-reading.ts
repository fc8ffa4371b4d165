// What importing figures that were accepted from old reports would do, before anything is written.
import type { Indicator } from '../catalogue/indicator';
import type { Decisions } from './mapping';
import { judge, settle, type ImportPlan, type ImportTarget, type Judged } from './plan-import';

/** A report among those that were brought: what it is called and which period it is of. */
export type BroughtReport = { name: string; period: string };

/** A quantity of a report that a person took for the figure of an indicator. `start` is where it stands in the text. */
export type AcceptedFigure = {
  report: number;
  start: number;
  text: string;
  quote: string;
  indicator: string;
  period: string;
};

/** What was decided about reports: an import of these has no tables. */
export type ReadingDecisions = Decisions & {
  reading: { reports: BroughtReport[]; accepted: AcceptedFigure[] };
};

export const isReading = (decisions: Decisions): decisions is ReadingDecisions =>
  'reading' in decisions;

/** Plans it. The place of a figure is its sentence, shown as a cell is of a table. */
export function planReading(
  { reports, accepted }: ReadingDecisions['reading'],
  unit: string,
  targets: ReadonlyMap<string, ImportTarget>,
  indicators: ReadonlyMap<string, Indicator>,
): ImportPlan {
  const judged = accepted.flatMap(({ report, text, quote, indicator: code, period }): Judged[] => {
    const indicator = indicators.get(code);
    if (!indicator) return [];
    const place = { unit, period, sheet: reports[report]?.name ?? '', address: quote, text };
    const { said, edit, ...verdict } = judge(
      { text: typedOf(text), line: saidByItself(indicator) },
      indicator,
      targets.get(period),
    );
    return [
      {
        cell: { ...place, label: indicator.name, code, asks: [], ...verdict },
        said,
        edit: edit && { ...place, indicator: code, ...edit },
      },
    ];
  });
  settle(judged);
  return {
    cells: judged.map(({ cell }) => cell),
    edits: judged.flatMap(({ edit }) => edit ?? []),
    held: [],
    unmatched: 0,
    skipped: 0,
  };
}

/** A printed number carries its own unit; a bare one is in the indicator's. */
const saidByItself = ({ unit, display }: Indicator) => ({
  unit: display.moneyUnit ?? unit,
  unitFrom: 'said' as const,
});

/** What a person would type for what was printed: (次) is no part of a measure word, and 突破 is 超. */
function typedOf(printed: string): string {
  const text = printed
    .replace(/\s/g, '')
    .replace(/[（(]([次家个起])[）)]/g, '$1')
    .replace(/,/g, '');
  const least = /^(?:不低于|不少于|至少)(.*)$/.exec(text);
  if (least) return `${least[1]}以上`;
  return text.replace(/^(?:不足|不到)/, '近').replace(/^(?:超过|超|逾|突破)/, '超');
}
