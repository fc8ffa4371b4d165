// Whether a figure is stated with its scope, and not with another's: what is narrowed before a figure
// (诉调对接中，) holds up to the end of its sentence, or to another; what stands in brackets (含咨询) is of
// the number before it alone.
import type { Indicator } from '@/lib/domain/catalogue/indicator';
import type { Fact } from '../facts';
import type { Source } from '../resolve';
import type { Statement } from '../statement';

/** Why the words narrow a figure falsely, or leave out that it is narrow; null where they do not. */
export function faultOfScope(
  { start, end }: Statement,
  { scope }: Fact,
  indicator: Indicator,
  { scopes, sentence }: Source,
): string | null {
  if (!sentence) return null;
  const [from, to] = [start - sentence.start, end - sentence.start];
  const before = sentence.text.slice(0, from).replace(/（[^（）]*）/g, '');
  const last = scopes
    .map((one) => ({ one, at: before.lastIndexOf(one) }))
    // 新增建会企业449家 counts them and narrows nothing.
    .filter(
      ({ one, at }) =>
        at >= 0 &&
        (one === scope || !/^(?:[达为由近约超\d]|$)/.test(before.slice(at + one.length))),
    )
    .sort((a, b) => b.at - a.at || b.one.length - a.one.length)[0]?.one;
  if (
    last !== undefined &&
    last !== scope &&
    !scope?.includes(last) &&
    !indicator.name.includes(last)
  )
    return `it is not of ${last}`;
  if (scope === null) return null;
  const after = /^[^，；。]*/.exec(sentence.text.slice(to))?.[0] ?? '';
  const around = `${sentence.text.slice(0, from)}${after}${indicator.name}`;
  const said = [...scope].filter((character) => around.includes(character)).length;
  return said >= scope.length * saidEnough ? null : `it is of ${scope} only`;
}

// 当年新组建的村（居）联合工会 may be said in other words:
// 新建村（居）联合工会48家，覆盖….
const saidEnough = 0.7;
