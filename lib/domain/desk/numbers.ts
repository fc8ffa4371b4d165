// Every number that a manuscript of a summary may point at: those of its text, of its table, and every figure behind
// it.
import type { Figure, FigureKey } from '../figure/figure';
import type { Indicator } from '../catalogue/indicator';
import { keyOf } from '../comparison/sourced';
import { absolute, change, compare, growth } from '../figure/number';
import { labelOf } from '../tree/period';
import { printFigure } from '../figure/print';
import type { Computed, Segment, SummaryInput } from '../comparison/source';
import type { Summary } from '../summary/summary';
import { printsAs, type Quantity } from './printed-form';
import type { Candidate } from '../reader/find-unlinked';
import { isNumber, sourceOf, type Source } from './manuscript';
import { refOf } from './ref';

/** `texts` are the printed forms of today, the usual one first; no `quantity` where the exact value allows no other
 *  form. `rises`: whether a difference is one upwards; null where it is no difference. */
export type DeskNumber = {
  ref: string;
  name: string;
  nameEn: string;
  period: string;
  texts: string[];
  quantity: Quantity | null;
  rises: boolean | null;
  source: Source;
};

/** The numbers of today, in the order of the catalogue within each report; the text's own forms come first. */
export function numbersOf(
  input: SummaryInput,
  summary: Pick<Summary, 'paragraphs' | 'table'>,
): DeskNumber[] {
  const known = figuresOf(input);
  const numbers = new Map<string, DeskNumber>();
  for (const segment of segmentsOf(summary)) {
    const ref = refOf(segment);
    const before = numbers.get(ref);
    if (before) before.texts = [...new Set([...before.texts, segment.text])];
    else numbers.set(ref, numberOf(ref, segment, known));
  }
  for (const [ref, { key, figure, indicator }] of known) {
    if (numbers.has(ref)) continue;
    numbers.set(
      ref,
      numberOf(ref, { text: printFigure(figure, indicator), figures: [key] }, known),
    );
  }
  return [...numbers.values()];
}

/** What a number typed by hand may be. */
export function candidatesOf(input: SummaryInput): Candidate[] {
  return [...figuresOf(input).values()].map(({ key, figure, indicator }) => ({
    key,
    figure: { value: figure.value, qualifier: figure.qualifier },
    indicator,
  }));
}

/** Names in the text that may hold digits: the unit's, and those of the periods. */
export function namesIn({ unit, reports }: Pick<SummaryInput, 'unit' | 'reports'>): string[] {
  return [unit.name, ...new Set(reports.map(({ period }) => labelOf(period, 'zh-CN')))];
}

type Known = Map<string, { key: FigureKey; figure: Figure; indicator: Indicator; period: string }>;

function figuresOf({ reports, next, peers, catalogue }: SummaryInput): Known {
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]));
  const known: Known = new Map();
  for (const report of [...reports, ...(next ? [next] : []), ...(peers?.reports ?? [])]) {
    for (const figure of report.figures) {
      const indicator = indicators.get(figure.indicator);
      if (!indicator || figure.value === null) continue;
      const key = keyOf(report, figure);
      known.set(refOf({ figures: [key] }), {
        key,
        figure,
        indicator,
        period: labelOf(report.period, 'zh-CN'),
      });
    }
  }
  return known;
}

/** Of the text, then the table's changes without their signs: a sentence tells the direction by its verb. */
function segmentsOf({ paragraphs, table }: Pick<Summary, 'paragraphs' | 'table'>): Segment[] {
  const changes = table.rows
    .flatMap(({ change: amount, changePercent }) => [amount, changePercent])
    .flatMap((segment) => segment ?? []);
  const unsigned = changes.map((segment) => ({
    ...segment,
    text: segment.text.replace(/^[+−]/, ''),
  }));
  return [...paragraphs.flatMap(({ segments }) => segments), ...unsigned].filter(isNumber);
}

function numberOf(ref: string, segment: Segment, known: Known): DeskNumber {
  const first = known.get(refOf({ figures: segment.figures?.slice(0, 1) }));
  return {
    ref,
    name: first?.indicator.name ?? '',
    nameEn: first?.indicator.nameEn ?? '',
    period: first?.period ?? '',
    texts: [segment.text],
    quantity: quantityOf(segment, known),
    rises: risesOf(segment, known),
    source: sourceOf(segment),
  };
}

/** The exact value behind a printed number; null where it is not known, or would not print as it does. */
function quantityOf({ text, figures = [], computed }: Segment, known: Known): Quantity | null {
  const behind = figures.map((key) => known.get(refOf({ figures: [key] })));
  const [current, base] = behind;
  if (
    !current ||
    behind.some((one) => !one || one.figure.qualifier !== '' || one.figure.shown?.text)
  )
    return null;
  if (!computed && behind.length > 1) return null;
  const quantity = computed
    ? computedQuantity(computed, current, base, behind.length)
    : figureQuantity(current.figure, current.indicator);
  // The generator's own form is the proof that value and text belong together.
  return quantity && printsAs(quantity, text) ? quantity : null;
}

const differences: Computed['kind'][] = ['growth', 'change', 'rate-change'];

function risesOf({ figures = [], computed }: Segment, known: Known): boolean | null {
  const [now, then] = figures.map((key) => known.get(refOf({ figures: [key] }))?.figure.value);
  return computed && differences.includes(computed.kind) && figures.length === 2 && now && then
    ? compare(now, then) > 0
    : null;
}

function figureQuantity({ value, shown, measure }: Figure, indicator: Indicator): Quantity {
  const isRate = indicator.unit === '%' || measure === 'growth' || measure === 'average_growth';
  const unit = shown?.unit ?? indicator.unit;
  return {
    value: absolute(value as string),
    unit,
    kind: isRate ? 'percent' : 'amount',
    isMoney: indicator.display.moneyUnit !== null,
  };
}

type Behind = { figure: Figure; indicator: Indicator };

function computedQuantity(
  { kind }: Computed,
  current: Behind,
  base: Behind | undefined,
  count: number,
): Quantity | null {
  if (count !== 2 || !base || current.indicator.code !== base.indicator.code) return null;
  const [now, then] = [current.figure.value as string, base.figure.value as string];
  const { unit, display } = current.indicator;
  const isMoney = display.moneyUnit !== null;
  if (kind === 'growth') {
    const percent = growth(now, then);
    return percent === null
      ? null
      : { value: absolute(percent), unit: '%', kind: 'percent', isMoney: false };
  }
  if (kind !== 'change' && kind !== 'rate-change') return null;
  const amount = absolute(change(now, then));
  return {
    value: amount,
    unit: current.figure.shown?.unit ?? unit,
    kind: kind === 'rate-change' ? 'points' : 'amount',
    isMoney,
  };
}
