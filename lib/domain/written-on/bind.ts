// What the numbers of an old report are of, and the number of the new period that takes the place of each.
import type { Indicator } from '../catalogue/indicator';
import { isTrueOf } from '../desk/as-written';
import { refOf } from '../desk/ref';
import type { Computed, SourceReport } from '../comparison/source';
import type { ReadFigure } from '../old-report/read-report';
import { lastDayOf, parsePeriodCode } from '../tree/period';
import { shiftCode, type Shift } from './shift-years';
import type { Numbers } from './say-anew';
import type { Reason, Told } from './told';

/** What a person took a number for when the report was brought. */
export type Accepted = { start: number; indicator: string; period: string };

export type Binding = {
  unit: string;
  shift: Shift;
  numbers: Numbers;
  indicators: ReadonlyMap<string, Indicator>;
  accepted: ReadonlyMap<number, Accepted>;
  /** The scopes of numbers that are not of all, by ref. */
  notes: ReadonlyMap<string, string>;
};

/** Binds the figures of one paragraph, in order: a change is of a level before it. `words` stand before and behind
 *  each. */
export function bindFigures(
  figures: readonly ReadFigure[],
  words: readonly { before: string; after: string }[],
  binding: Binding,
): Told[] {
  const levels = new Set<string>();
  return figures.map((figure, place) => {
    const from = /(?:由|从)(?:(\d{4})年|上年|去年|上一年)?(?:末|底)?的?$/.exec(
      words[place]!.before,
    );
    const isFrom =
      from !== null &&
      /^(?:提高|提升|增加|增长|上升|扩大|发展|增|升|下降|降低|减少|回落|降|减)/.test(
        words[place]!.after,
      );
    const told = bind(
      figure,
      isFrom ? Number(from[1] ?? baseYear(binding.shift.then)) : null,
      levels,
      binding,
    );
    if (told.ref !== null && told.indicator !== null && figure.role === 'level')
      levels.add(told.indicator);
    return told;
  });
}

function bind(
  figure: ReadFigure,
  from: number | null,
  levels: ReadonlySet<string>,
  binding: Binding,
): Told {
  const { text, role } = figure;
  const told = { text, role, indicator: figure.indicator, ref: null, base: null };
  if (figure.indicator === null && figure.candidates.length === 0)
    return { ...told, why: 'no-home' };
  if (role === 'level') {
    const period = levelPeriod(figure, from, binding);
    const indicator = period === null ? null : levelIndicator(figure, period, binding);
    const why = indicator === null ? null : reasonOf(figure, indicator, binding);
    if (period === null) return { ...told, why: 'time' };
    if (indicator === null)
      return { ...told, why: figure.indicator === null ? 'no-home' : 'unproved' };
    return { ...told, indicator, ...(why ? { why } : levelAt(period, indicator, binding)) };
  }
  const indicator = figure.indicator;
  if (indicator === null) return { ...told, why: 'no-home' };
  const why = reasonOf(figure, indicator, binding);
  return { ...told, ...(why ? { why } : changeOf(figure, indicator, levels, binding)) };
}

/** The old period that a level is of; null where it is of a time that no report is of. */
function levelPeriod(
  { period, start }: ReadFigure,
  from: number | null,
  { accepted, shift }: Binding,
): string | null {
  if (from !== null) return String(from);
  return accepted.get(start)?.period ?? periodOf(period, shift.then);
}

/** What a level is of: what a person took it for, or what was likely and stands in the old report as it is printed;
 *  null where neither vouches for it. What is less likely is taken where more than two digits agree. */
function levelIndicator(figure: ReadFigure, period: string, binding: Binding): string | null {
  const { text, value, indicator, candidates } = figure;
  const accepted = binding.accepted.get(figure.start);
  if (accepted) return accepted.indicator;
  const isTold = (code: string) => {
    const then = binding.numbers.get(refAt(binding, period, code));
    if (!then) return false;
    return then.texts.includes(text) || (then.quantity !== null && isTrueOf(then.quantity, text));
  };
  if (indicator !== null && isTold(indicator)) return indicator;
  const isTelling = value.replace(/\D|0+$/g, '').length > 2;
  return (isTelling && candidates.map((one) => one.indicator).find(isTold)) || null;
}

/** The scopes of the figures that are of less or more than usual, which an old text does not say. */
export const notesOf = (reports: readonly SourceReport[]): Map<string, string> =>
  new Map(
    reports.flatMap(({ unit, period, figures }) =>
      figures.flatMap(({ indicator, measure, scopeNote }): [string, string][] =>
        measure === 'level' && scopeNote !== null
          ? [
              [
                refOf({ figures: [{ unit, period: period.code, indicator, submission: 0 }] }),
                scopeNote,
              ],
            ]
          : [],
      ),
    ),
  );

const refAt = ({ unit }: Binding, period: string, indicator: string): string =>
  refOf({ figures: [{ unit, period, indicator, submission: 0 }] });

/** Why a number is none that a figure could take the place of. */
function reasonOf(
  { scope, role }: ReadFigure,
  code: string,
  { indicators }: Binding,
): Reason | null {
  const indicator = indicators.get(code);
  if (!indicator) return 'no-home';
  // A 市 in a county's text is as a rule the county-level city itself: what stands in its report is its own.
  const isOwn = scope === null || areas.includes(scope);
  if (!isOwn && !(scope === '其中' && indicator.partOf !== null)) return 'scope';
  return role === 'level' || computedKinds[role] !== undefined ? null : 'kind';
}

const areas = ['全市', '全省', '全国'];

type Found = Pick<Told, 'ref' | 'base' | 'why'>;

function levelAt(said: string, indicator: string, binding: Binding): Found {
  const period = shiftCode(said, binding.shift.years);
  const ref = refAt(binding, period, indicator);
  if (binding.shift.years !== 0 && binding.notes.has(ref))
    return { ref: null, base: null, why: 'scope' };
  return binding.numbers.has(ref)
    ? { ref, base: refAt(binding, shiftCode(period, -1), indicator), why: null }
    : { ref: null, base: null, why: 'missing' };
}

/** How a change is worked out, by what it is. */
const computedKinds: Partial<Record<ReadFigure['role'], Computed['kind']>> = {
  'change-rate': 'growth',
  'change-amount': 'change',
  points: 'rate-change',
};

function changeOf(
  { role, base }: ReadFigure,
  indicator: string,
  levels: ReadonlySet<string>,
  { unit, shift, numbers, indicators }: Binding,
): Found {
  const nothing = { ref: null, base: null };
  if (!levels.has(indicator)) return { ...nothing, why: 'unproved' };
  const isRate = indicators.get(indicator)?.unit === '%';
  if (isRate !== (role === 'points')) return { ...nothing, why: 'kind' };
  if (base !== null && base.year === null) return { ...nothing, why: 'base' };
  const year = base?.year ? Number(base.year) : baseYear(shift.then);
  const key = (period: string) => ({ unit, period, indicator, submission: 0 });
  const against = shiftCode(shift.then, year - lastYearOf(shift.then) + shift.years);
  const ref = refOf({
    figures: [key(shift.now), key(against)],
    computed: { kind: computedKinds[role] as Computed['kind'], formula: '' },
  });
  return numbers.has(ref) ? { ref, base: null, why: null } : { ...nothing, why: 'base' };
}

const lastYearOf = (code: string): number => Number(parsePeriodCode(code)?.to.slice(0, 4));
const baseYear = (then: string): number => lastYearOf(then) - 1;

/** The period of a figure; null where it is of another time than reports are of. A date within the period is its end.
 *  */
function periodOf(said: string | null, then: string): string | null {
  if (said === null || said === then) return then;
  const own = parsePeriodCode(then);
  if (/^\d{4}-\d{2}-\d{2}$/.test(said)) {
    if (own && said === lastDayOf(own)) return then;
    return said.endsWith('-12-31') ? said.slice(0, 4) : null;
  }
  return parsePeriodCode(said) ? said : null;
}
