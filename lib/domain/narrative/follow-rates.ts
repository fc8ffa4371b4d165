// A rate follows what it is counted from: 4.3288万人取得职业资格证书，取证率80%; and where it is all of
// them there is nothing to count: 76个乡镇（街道）、开发区全部组建总工会.
import { compare } from '../figure/number';
import type { Segment } from '../comparison/source';
import type { Item, Remark } from './item';
import { sayChanges } from './phrases/change';
import { silence } from './voice';

/** The items with their rates stated behind the numerators, or in the one word 全部. */
export function followRates(items: Item[]): Item[] {
  const byCode = new Map(items.map((item) => [item.indicator.code, item]));
  const changed = new Map<string, Item | null>();
  for (const rate of items) {
    const { numerator, denominator } = rate.indicator;
    const part = byCode.get(numerator ?? '');
    const whole = byCode.get(denominator ?? '');
    if (!part || !canFollow(rate, part) || changed.has(part.indicator.code)) continue;
    if (whole && isAll(rate, part, whole) && !changed.has(whole.indicator.code)) {
      const { number } = whole;
      const figures = [...(number.figures ?? []), ...(part.number.figures ?? [])];
      changed.set(whole.indicator.code, { ...whole, changes: [], number: { ...number, figures } });
      changed.set(part.indicator.code, null);
      changed.set(rate.indicator.code, allOf(rate, whole));
      continue;
    }
    changed.set(part.indicator.code, { ...part, remarks: [...part.remarks, behind(rate)] });
    changed.set(rate.indicator.code, null);
  }
  return items.flatMap((item) => {
    const now = changed.get(item.indicator.code);
    return now === undefined ? [item] : now === null ? [] : [now];
  });
}

function canFollow(rate: Item, part: Item): boolean {
  return (
    rate.indicator.nature === 'ratio' &&
    rate.wording.rate !== null &&
    rate.figure.shown?.text === undefined &&
    [rate, part].every(({ from, number }) => !from && number.text !== '') &&
    rate.scope === part.scope &&
    (rate.frame.kind === 'any' || rate.frame.key === part.frame.key || rate.frame.mixes)
  );
}

/** Every one of them, exactly, and nothing moved that 全部 would hide. */
function isAll(rate: Item, part: Item, whole: Item): boolean {
  const isStill = ({ changes, remarks, from, scope }: Item) =>
    !from &&
    scope === null &&
    remarks.length === 0 &&
    changes.every(({ direction }) => direction === 0);
  return (
    rate.wording.full !== null &&
    [rate, part, whole].every(
      (item) => item.figure.qualifier === '' && item.number.text !== '' && isStill(item),
    ) &&
    whole.frame.key === part.frame.key &&
    compare(part.figure.value as string, whole.figure.value as string) === 0 &&
    compare(part.figure.value as string, 0) > 0 &&
    compare(rate.figure.value as string, 100) === 0 &&
    part.number.text === whole.number.text
  );
}

/** 全部 in the place of the rate, said in one clause with the whole. */
function allOf(rate: Item, { indicator, frame }: Item): Item {
  const frames = { [indicator.code]: rate.wording.full as string };
  return {
    ...rate,
    indicator: { ...rate.indicator, chain: indicator.chain },
    frame,
    number: { ...rate.number, text: '全部' },
    wording: { ...rate.wording, with: frames },
    changes: [],
  };
}

/** 取证率80%，比上年提高1.2个百分点 */
function behind(rate: Item): Remark {
  const [before = '', after = ''] = (rate.wording.rate as string).split('{}');
  const changes: Segment[] = sayChanges([rate], new Set(), silence).segments;
  const said: Segment[] = [
    { text: before },
    rate.number,
    ...(after ? [{ text: after }] : []),
    ...changes,
    ...rate.remarks.flatMap(({ segments }) => [{ text: '，' }, ...segments]),
  ];
  return { segments: said, closing: true };
}
