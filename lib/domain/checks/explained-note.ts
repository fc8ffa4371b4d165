// What was written to explain a check or a total entered by hand, as it travels with the numbers it is about.
import type { Catalogue, Indicator } from '../catalogue/indicator';

/** `indicators`: codes of what the explanation is about. `text` in the words of `by`. `sum`: what the units below
 *  came to, printed, where a total entered by hand is not that. `isPublic`: the office lets the words go out
 *  (对外说明); `ofChange`: they say why a figure moved. */
export type Explained = {
  indicators: string[];
  text: string;
  by: string;
  sum?: string;
  isPublic?: boolean;
  ofChange?: boolean;
};

const mostNames = 3;

/** The indicators of an explanation in words: 劳动竞赛场次、参赛职工人次等4项. `nameOf` says each in
 *  the language of the page. */
export function namesOfExplained(
  codes: readonly string[],
  indicators: readonly Indicator[],
  nameOf: (indicator: Indicator) => string,
): { names: string[]; more: number } {
  const known = codes
    .flatMap((code) => indicators.find((indicator) => indicator.code === code) ?? [])
    .map(nameOf);
  return { names: known.slice(0, mostNames), more: Math.max(0, known.length - mostNames) };
}

/** The explanations as one note under a table:
 *  填报说明：集中宣讲场次——…（陈晓燕）；工会会员总数（下级汇总数为9800人）——…（周磊）. Null
 *  where there are none. */
export function explainedNote(
  explained: readonly Explained[],
  { indicators }: Pick<Catalogue, 'indicators'>,
): string | null {
  const parts = explained.map(({ indicators: codes, text, by, sum }) => {
    const { names, more } = namesOfExplained(codes, indicators, ({ name }) => name);
    const beside = sum === undefined ? '' : `（下级汇总数为${sum}）`;
    return `${names.join('、')}${more > 0 ? `等${names.length + more}项` : ''}${beside}——${text.replace(/[。；;.\s]+$/, '')}（${by}）`;
  });
  return parts.length > 0 ? `填报说明：${parts.join('；')}。` : null;
}
