// In which unit of measure a line's numbers are: what its own texts say, else what is said around it, the
// nearest first. Where 万 stands anywhere and a line says nothing, nobody knows: that is asked, never assumed.
import type { Indicator } from '../catalogue/indicator';
import { factorOf } from './in-unit';
import type { Lane, Layout } from './layout';

/** `unit` null: nobody said it and it cannot be assumed. */
export type UnitChoice = {
  unit: string | null;
  unitFrom: 'decided' | 'said' | 'assumed' | 'unknown' | 'mismatch' | 'fraction';
};

/** The unit of a line's numbers, or in one crossing of it. `crossing`: the unit that the crossing says. */
export function chooseUnit(
  lane: Lane,
  indicator: Indicator | undefined,
  decided: string | null,
  { scales }: Pick<Layout, 'scales'>,
  crossing: string | null = null,
): UnitChoice {
  if (!indicator) return { unit: decided ?? lane.unit, unitFrom: 'unknown' };
  if (decided !== null && factorOf(decided, indicator) !== null)
    return { unit: decided, unitFrom: 'decided' };
  const open = scales.count || scales.money;
  if (lane.unit !== null && factorOf(lane.unit, indicator) === null)
    return { unit: null, unitFrom: 'mismatch' };
  if (indicator.unit === '%' && lane.isFraction && lane.unit !== '‰')
    return { unit: null, unitFrom: 'fraction' };
  for (const said of [lane.unit ? [lane.unit] : [], crossing ? [crossing] : [], ...lane.units]) {
    const found = pick(said, indicator, open);
    if (found)
      return {
        unit: found === 'several' ? null : found,
        unitFrom: found === 'several' ? 'unknown' : 'said',
      };
  }
  // Ten thousand times more or less is no small slip: of money nobody assumes the unit.
  if (indicator.display.moneyUnit)
    return {
      unit: null,
      unitFrom:
        lane.units.length > 0 &&
        lane.units.every((units) => units.every((unit) => factorOf(unit, indicator) === null))
          ? 'mismatch'
          : 'unknown',
    };
  const isOpen = indicator.unit !== '%' && scales.count;
  return isOpen
    ? { unit: null, unitFrom: 'unknown' }
    : { unit: indicator.unit, unitFrom: 'assumed' };
}

/** The one unit of several that counts what the indicator counts: by the same word, else by a word for the same. */
function pick(said: readonly string[], indicator: Indicator, isOpen: boolean): string | null {
  const fitting = [...new Set(said)].filter((unit) => factorOf(unit, indicator) !== null);
  const word = indicator.unit;
  const exact = fitting.filter((unit) => unit.replace(/^[十百千万亿]+(?=.)/, '') === word);
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : 'several';
  if (fitting.length > 1) return 'several';
  const [one] = fitting;
  if (one === undefined) return null;
  // 个 may count people, but 单位：个 over a table where 万人 stands too says nothing of them.
  const isOnly = said.length === 1 || factorOf(one, indicator) !== '1';
  return isOnly && (!isOpen || said.length === 1) ? one : null;
}

/** The units that a line of this indicator may be in, its base unit first. */
export function unitChoices({ unit, display }: Pick<Indicator, 'unit' | 'display'>): string[] {
  if (unit === '%') return ['%', '‰', '小数'];
  return display.moneyUnit
    ? ['元', '千元', '万元', '百万元', '亿元']
    : [unit, `千${unit}`, `万${unit}`, `亿${unit}`];
}
