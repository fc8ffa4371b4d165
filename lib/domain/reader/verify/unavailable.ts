// 劳动竞赛场次本年数据无法取得，未与上年对比: every matter that is named was answered so, and was there before.
import type { SummaryInput } from '@/lib/domain/comparison/source';
import type { Facts } from '../facts';
import { readBase } from '../read-words';

/** Why a sentence that says something cannot be had is not so, or null; undefined of other sentences. */
export function faultOfUnavailable(
  sentence: string,
  { input, at }: Facts,
): string | null | undefined {
  const found =
    /^(?:.*，)?([^，。]+?)(?:等)?(?:本年|本期)数据无法取得，未与([^，。]+)对比。?$/.exec(sentence);
  if (!found) return undefined;
  const base = readBase(found[2] as string);
  const named = namedIn(found[1] as string, input);
  if (!base || named.length === 0) return 'unread: nothing is named';
  const report = input.reports.find(({ period }) => period.code === input.scope.period.code);
  const wrong = named.find(
    (codes) =>
      !codes.some(
        (code) =>
          report?.figures.some(
            (figure) =>
              figure.indicator === code &&
              figure.measure === 'level' &&
              figure.answer === 'not_available',
          ) && at(code, base),
      ),
  );
  return wrong ? `${wrong[0]} was not answered so, or was not there before` : null;
}

/** The matters of a list, each with the codes that bear the name; empty where a word names none. */
function namedIn(list: string, { catalogue }: SummaryInput): string[][] {
  const names = [...new Set(catalogue.indicators.map(({ name }) => name))].sort(
    (a, b) => b.length - a.length,
  );
  const named: string[][] = [];
  for (let rest = list; rest !== '';) {
    const name = names.find(
      (one) => rest.startsWith(one) && (rest.length === one.length || rest[one.length] === '、'),
    );
    if (name === undefined) return [];
    named.push(
      catalogue.indicators.filter((indicator) => indicator.name === name).map(({ code }) => code),
    );
    rest = rest.slice(name.length + 1);
  }
  return named;
}
