// How the units of a comparison are called: 全市 and 各县区 below a city, 全省 and 各市 below a province.
import type { SummaryUnit } from './source';

/** `whole` is all of them together, `part` the noun that is counted (9个县区), `each` every one of them, `among`
 *  those whose places are stated, `from` opens what is stated unit by unit. */
export type UnitWords = { whole: string; part: string; each: string; among: string; from: string };

/** The words for units of these levels below `above`. Where some have not reported, nobody is the first of all. */
export function wordsFor(
  above: SummaryUnit,
  units: readonly SummaryUnit[],
  isComplete: boolean,
): UnitWords {
  const words = wordsOf(above, units);
  return isComplete
    ? words
    : { ...words, among: `已报${words.part}`, from: `从已报${words.part}看，` };
}

function wordsOf(above: SummaryUnit, units: readonly SummaryUnit[]): UnitWords {
  const levels = new Set(units.map(({ level }) => level));
  const level = levels.size === 1 ? [...levels][0] : undefined;
  const whole = wholeOf(above);
  if (level === 'county')
    return { whole, part: '县区', each: '各县区', among: '各县区', from: '分县区看，' };
  if (level === 'city') return { whole, part: '市', each: '各市', among: '各市', from: '分市看，' };
  if (level === 'province')
    return {
      whole,
      part: '省级工会',
      each: '各省（区、市）',
      among: '各省（区、市）',
      from: '分省份看，',
    };
  return { whole, part: '下级单位', each: '各单位', among: '各单位', from: '分单位看，' };
}

/** 东台市 for 东台市总工会. */
export function shortName(name: string): string {
  return name.length > 3 ? name.replace(/总工会$/, '') : name;
}

/** A、B、C */
export function listNames(names: readonly string[]): string {
  return names.join('、');
}

function wholeOf({ level, name }: SummaryUnit): string {
  if (level === 'nation') return '全国';
  const place = shortName(name);
  if (level === 'province')
    return place.endsWith('自治区') ? '全区' : place.endsWith('市') ? '全市' : '全省';
  if (level === 'city') return place.endsWith('州') && !place.endsWith('市') ? '全州' : '全市';
  return place.endsWith('区') ? '全区' : place.endsWith('市') ? '全市' : '全县';
}
