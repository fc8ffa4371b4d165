// What could not be had: 劳动竞赛场次本年数据无法取得，未与上年对比. Told where the base has a number and this period answers that there
// is none to be had; a blank is no answer, and what is not applicable is no loss.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Comparison } from '@/lib/domain/comparison/compare';
import type { Sentence } from '../aggregate';
import { nameOfBase } from '@/lib/domain/comparison/base';
import { findFigure, findNumber } from '@/lib/domain/comparison/sourced';

const mostNames = 6;
const mostCharacters = 90;

/** The sentence of each section that has lost figures, by the section's code. A brief text leaves them to the notes. */
export function sayUnavailable({ input, target, bases }: Comparison): Map<string, Sentence> {
  const base = bases[0];
  const sentences = new Map<string, Sentence>();
  if (!target || !base || input.scope.kind === 'term' || input.style?.length === 'brief')
    return sentences;
  const lost = input.catalogue.indicators.filter(
    ({ code }) =>
      findFigure(target, code)?.figure.answer === 'not_available' && findNumber(base, code),
  );
  const period = `${input.scope.kind === 'part_year' ? '本期' : '本年'}数据无法取得，未与${nameOfBase(base.period, input.scope.period)}对比`;
  for (const section of new Set(lost.map((indicator) => indicator.section))) {
    const names = listed(lost.filter((indicator) => indicator.section === section));
    sentences.set(section, {
      id: 'unavailable',
      segments: [{ text: `${names}${period}` }],
      startsNew: true,
      time: '',
    });
  }
  return sentences;
}

function listed(indicators: readonly Indicator[]): string {
  const told: string[] = [];
  for (const { name } of indicators.slice(0, mostNames)) {
    if (told.length > 0 && [...told, name].join('、').length > mostCharacters) break;
    told.push(name);
  }
  return `${told.join('、')}${told.length < indicators.length ? '等' : ''}`;
}
