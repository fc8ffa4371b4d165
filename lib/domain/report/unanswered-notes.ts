// Notes on what was answered without a number: 报为无法取得的：2021年劳动竞赛场次. So that nobody takes
// it for a blank.
import type { Answer, Figure } from '../figure/figure';
import type { Catalogue } from '../catalogue/indicator';

const answerWords: Partial<Record<Answer, string>> = {
  not_available: '无法取得',
  not_applicable: '不适用',
};
const mostNames = 8;

/** One note for each such answer that was given. `reports` under the words that say whose or of when they are. */
export function unansweredNotes(
  reports: readonly { of: string; figures: readonly Figure[] }[],
  { indicators }: Pick<Catalogue, 'indicators'>,
): string[] {
  return Object.entries(answerWords).flatMap(([answer, words]) => {
    const parts = reports.flatMap(({ of, figures }) => {
      const codes = new Set(
        figures
          .filter((figure) => figure.measure === 'level' && figure.answer === answer)
          .map(({ indicator }) => indicator),
      );
      const names =
        codes.size === 0
          ? []
          : indicators.filter(({ code }) => codes.has(code)).map(({ name }) => name);
      return names.length === 0
        ? []
        : [
            `${of}${names.slice(0, mostNames).join('、')}${names.length > mostNames ? `等${names.length}项` : ''}`,
          ];
    });
    return parts.length === 0 ? [] : [`报为${words}的：${parts.join('；')}。`];
  });
}
