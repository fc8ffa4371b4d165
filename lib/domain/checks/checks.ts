// Check relations (审核关系): Σ factor × value of the left side against the right. What is missing is skipped,
// unless the check says that it counts as 0; only present-if asks for presence. The same evaluation runs in the
// browser while typing and on the server when sending.
import type { Check, MissingPolicy, Term } from '../catalogue/indicator';
import { change, compare, multiply, ratio, round, plain, sum } from '../figure/number';
import type { UnitLevel } from '../tree/unit';

/** Values in base units by indicator code; what is no number is left out. */
export type Values = ReadonlyMap<string, string>;

/** A term with the value it had; a constant has no code and its factor as value. */
export type TermValue = Term & { value: string | null };

/** A check that fails. `left`, `right` are the values compared, in base units ("" for present-if); `right` of a
 *  ratio-of is the rate worked out. `cells` are this report's indicators to look at. */
export type CheckResult = {
  check: Check;
  left: string;
  right: string;
  cells: string[];
  terms: { left: TermValue[]; right: TermValue[] };
};

/** The checks that fail, in the order given. `previous` is null without a report before. */
export function evaluateChecks(
  checks: Check[],
  current: Values,
  previous: Values | null,
): CheckResult[] {
  return checks.flatMap((check) => evaluate(check, current, previous) ?? []);
}

/** The checks that a unit of this level and lineage ("/320000/320900/") answers to: the standard ones and those made by
 *  itself or a unit above it. */
export function checksFor(checks: Check[], unit: { level: UnitLevel; lineage: string }): Check[] {
  return checks.filter(
    ({ levels, owner }) =>
      (!levels?.length || levels.includes(unit.level)) &&
      (!owner || unit.lineage.includes(`/${owner}/`)),
  );
}

/** Whether a check asks why a figure moved against the same one of the period before. */
export const isOfChange = ({ left, right }: Check): boolean =>
  left.length === 1 && right.some(({ code, period }) => period === -1 && code === left[0]?.code);

/** Indicators whose figures of this period a check looks at, each once. */
export function indicatorsOf({ left, right }: Check): string[] {
  return [
    ...new Set(
      [...left, ...right].flatMap(({ code, period }) =>
        code !== null && period === 0 ? [code] : [],
      ),
    ),
  ];
}

/** Whether an explanation says something: at least six characters, and more than that all is well (核实无误). */
export function isRealExplanation(text: string): boolean {
  const words = text.normalize('NFKC').replace(/[\s\p{P}\p{S}\p{C}]/gu, '');
  const said = words.replace(emptyPhrases, '');
  return (
    Array.from(words).length >= shortestExplanation &&
    Array.from(said).length > 1 &&
    new Set(words).size > 2
  );
}

/** Fewest characters of an explanation, punctuation not counted. */
export const shortestExplanation = 6;

const emptyPhrases =
  /经|已|均|都|再次|认真|本单位|我单位|我会|数据|数字|数值|填报|情况|以上|该|此|指标|核实|核对|核查|复核|检查|确认|审核|查实|无误|无错误|没有错误|没错误|没错|没有问题|没问题|无问题|正确|准确|属实|真实|正常|一致|完全|确实|如实|实际|为准|见|详见|参见|参照|按照|按|根据|依据|上级|有关|相关|文件|规定|通知|要求|精神|的|与|和|错误|问题|没有|不存在|就是这样|符合|相符|特此|说明|如此|同上|见上|checked|verified|correct|confirmed|data|figures|okay|ok|is|are|the|and|all/giu;

function evaluate(check: Check, current: Values, previous: Values | null): CheckResult | null {
  const look = (term: Term): TermValue => ({ ...term, value: valueOf(term, current, previous) });
  const terms = { left: check.left.map(look), right: check.right.map(look) };
  if (check.op === 'present-if') return evaluatePresence(check, terms);
  const left = sideOf(terms.left, check.missing?.left ?? 'any');
  const right =
    check.op === 'ratio-of'
      ? rateOf(terms.right)
      : sideOf(terms.right, check.missing?.right ?? 'any');
  if (left === null || right === null || holds(check, left, right)) return null;
  const printed = check.op === 'ratio-of' ? plain(round(right, 4)) : right;
  return {
    check,
    left,
    right: printed,
    cells: cellsOf(check, [...terms.left, ...terms.right]),
    terms,
  };
}

function evaluatePresence(check: Check, terms: CheckResult['terms']): CheckResult | null {
  const isAsked = terms.right.every(({ value }) => value !== null && compare(value, 0) > 0);
  const missing = terms.left.filter(({ value }) => value === null);
  return isAsked && missing.length > 0
    ? { check, left: '', right: '', cells: cellsOf(check, missing), terms }
    : null;
}

function holds({ op, tolerance }: Check, left: string, right: string): boolean {
  const over = change(left, right);
  const isAtMost = compare(over, tolerance) <= 0;
  const isAtLeast = compare(over, -tolerance) >= 0;
  if (op === '<=') return isAtMost;
  return op === '>=' ? isAtLeast : isAtMost && isAtLeast;
}

function valueOf(
  { code, factor, period }: Term,
  current: Values,
  previous: Values | null,
): string | null {
  if (code === null) return plain(factor);
  return (period === 0 ? current : previous)?.get(code) ?? null;
}

/** Σ factor × value; null where what is missing leaves the check out. */
function sideOf(terms: TermValue[], policy: MissingPolicy): string | null {
  const asked = terms.filter(({ code }) => code !== null);
  const missing = asked.filter(({ value }) => value === null).length;
  if (missing > 0 && (policy === 'any' || (policy === 'all' && missing === asked.length)))
    return null;
  return sum(
    terms.flatMap(({ code, factor, value }) =>
      value === null ? [] : code === null ? [value] : [multiply(value, factor)],
    ),
  );
}

function rateOf([numerator, denominator]: TermValue[]): string | null {
  if (!numerator?.value || !denominator?.value) return null;
  return ratio(numerator.value, denominator.value);
}

function cellsOf({ marks }: Check, terms: TermValue[]): string[] {
  if (marks?.length) return marks;
  return [
    ...new Set(terms.flatMap(({ code, period }) => (code !== null && period === 0 ? [code] : []))),
  ];
}
