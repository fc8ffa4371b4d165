// 净增 and 新增 as they were reported, in a list: 全年净增工会组织403家、会员3.07万人.
import { compare } from '@/lib/domain/figure/number';
import type { Segment } from '@/lib/domain/comparison/source';
import type { ReportedItem } from '../item';
import type { Sentence } from '../draft';

const mostFigures = 6;

/** Sentences for what was reported as new, gross and net apart. */
export function sayReported(items: ReportedItem[]): Sentence[] {
  return kinds.flatMap(({ measure, more, less }) => {
    const of = items.filter(({ figure }) => figure.measure === measure);
    const fewer = of.filter(({ figure }) => figure.value?.startsWith('-'));
    return [
      ...sayList(
        of.filter((item) => !fewer.includes(item)),
        more,
      ),
      ...sayList(fewer, less),
    ];
  });
}

const kinds = [
  { measure: 'net_increase', more: '净增', less: '净减少' },
  { measure: 'gross_new', more: '新增', less: '减少' },
] as const;

function sayList(items: ReportedItem[], verb: string): Sentence[] {
  if (items.length === 0) return [];
  const lists = Array.from({ length: Math.ceil(items.length / mostFigures) }, (_, n) =>
    items.slice(n * mostFigures, (n + 1) * mostFigures),
  );
  return lists.map((list) => {
    const parts = list.filter((item) => isPart(item, list));
    const wholes = list.filter((item) => !parts.includes(item));
    const first = list[0] as ReportedItem;
    const segments: Segment[] = [{ text: `${first.frame.prefix}${verb}` }, ...join(wholes)];
    if (parts.length > 0) segments.push({ text: '，其中' }, ...join(parts));
    return {
      id: `${first.figure.measure}.${first.indicator.code}`,
      segments,
      startsNew: true,
      time: '',
    };
  });
}

// Only 新增 has parts: members lost elsewhere can make a part's net increase the larger one. 其中 follows its
// whole.
function isPart(item: ReportedItem, list: ReportedItem[]): boolean {
  const whole = list.find(({ indicator }) => indicator.code === item.indicator.partOf);
  if (item.figure.measure !== 'gross_new' || !whole) return false;
  const isLast =
    list.filter(({ indicator }) => indicator.partOf !== whole.indicator.code).at(-1) === whole;
  return isLast && compare(item.figure.value as string, whole.figure.value as string) <= 0;
}

function join(items: ReportedItem[]): Segment[] {
  return items.flatMap(({ wording, number }, place) => [
    { text: `${place > 0 ? '、' : ''}${wording.item}` },
    number,
  ]);
}
