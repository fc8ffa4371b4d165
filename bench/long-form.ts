// A form with more rows than any office has: the core indicators of the standard catalogue many times over, all copies
// in one section, with the checks that look at them. Checks, rates and parts of a whole are as frequent in it as in
// the real one.
import type { Catalogue, Indicator } from '@/lib/domain/catalogue/indicator';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';

/** The section in which the copies stand. */
export const longSection = standardCatalogue.sections[0]!.code;

/** The core of the standard catalogue and `copies` copies of it. */
export function longCatalogue(copies: number): Catalogue {
  const { sections, indicators, checks } = standardCatalogue;
  const core = indicators.filter((indicator) => indicator.core);
  const codes = new Set(core.map(({ code }) => code));
  const within = checks.filter(
    ({ left, right, marks = [] }) =>
      [...left, ...right].every(({ code }) => code === null || codes.has(code)) &&
      marks.every((code) => codes.has(code)),
  );
  const all = Array.from({ length: copies }, (_, copy) => {
    const names = new Map(
      core.map(({ code }, at) => [
        code,
        `Q${String.fromCharCode(65 + copy)}${String(at + 1).padStart(3, '0')}`,
      ]),
    );
    const nameOf = (code: string | null) => (code === null ? null : (names.get(code) ?? null));
    return {
      indicators: core.map((one): Indicator => ({
        ...one,
        code: nameOf(one.code)!,
        name: `${one.name}（${copy + 2}）`,
        nameEn: `${one.nameEn} (${copy + 2})`,
        section: longSection,
        partOf: nameOf(one.partOf),
        numerator: nameOf(one.numerator),
        denominator: nameOf(one.denominator),
        chain: null,
        aliases: [],
      })),
      checks: within.map((check) => ({
        ...check,
        code: `${check.code}-${copy}`,
        left: check.left.map((term) => ({ ...term, code: nameOf(term.code) })),
        right: check.right.map((term) => ({ ...term, code: nameOf(term.code) })),
        ...(check.marks && { marks: check.marks.map((code) => nameOf(code)!) }),
      })),
    };
  });
  const kept = core.map((one) => ({
    ...one,
    partOf: codes.has(one.partOf ?? '') ? one.partOf : null,
  }));
  return {
    sections,
    indicators: [...kept, ...all.flatMap((copy) => copy.indicators)],
    checks: [...within, ...all.flatMap((copy) => copy.checks)],
  };
}
