// What a number of a report is: a level, a change, a share, a target …; what it is compared with; and of whom
// it is said.
import type { Quantity } from './quantity';

export const roles = [
  'level',
  'change-amount',
  'change-rate',
  'points',
  'share',
  'multiple',
  'rank',
  'target',
  'completion',
  'limit',
  'per-head',
  'yearly-average',
  'planned',
] as const;
export type Role = (typeof roles)[number];

/** `lead` are the words of the clause before the number, `after` those behind it; `previous` is the role
 *  of the number before in the same list (a、b和c), null where the number begins one. */
export type Setting = {
  lead: string;
  after: string;
  sentence: string;
  previous: Role | null;
  /** The sentence speaks of what is still to come. */
  isAhead: boolean;
  /** It stands under the heading of targets. */
  isGoal: boolean;
};

const up = '增长|增加|提高|提升|上升|上涨|扩大|增收|增幅|增速|递增|翻';
const down = '下降|减少|降低|回落|压减|压缩|缩减|下滑|减幅|降幅|减';
const isChange = new RegExp(
  `(?:${up}|${down})(?:率|幅度?)?(?:了|为|达|近|约|不低于|不少于|超过?)*$`,
);
const isResult = new RegExp(`(?:${up}|${down}|增|降|升|减|达)(?:到|至|为)[了近约]*$|达到?[近约]?$`);

export function roleOf(
  quantity: Quantity,
  { lead, after, sentence, previous, isAhead, isGoal }: Setting,
): Role {
  const { unit } = quantity;
  if (quantity.isOrdinal) return 'rank';
  if (unit === '百分点') return 'points';
  if (unit === '倍' || unit === '番') return 'multiple';
  if (
    /(?:年均|年平均|平均每年|每年平均|日均|月均|年平均增长率?|两年平均)[^，。；、]{0,14}$/.test(
      lead,
    )
  )
    return 'yearly-average';
  if (
    /(?:人均|户均|次均|均次|每人|每户|每家|每名|每件|平均每[^，。；]{1,4}|单人)[^，。；、\d]{0,10}$/.test(
      lead,
    ) &&
    !/(?:分别|各)$/.test(lead)
  )
    return 'per-head';
  if (previous !== null && lead === '') return previous;
  if (
    /控制在|不得?超过[^，。；]{0,4}$|限额/.test(lead) &&
    (quantity.qualifier === '以下' || /以内|之内|以下/.test(after.slice(0, 3)) || /控制/.test(lead))
  )
    return 'limit';
  if (unit === '%') return rateRole(lead, after, isAhead, sentence);
  if (unit !== '年' && isTarget(lead, after, sentence)) return 'target';
  const isOwnChange =
    isChange.test(lead) ||
    /(?:净增|净减)[^，。；、]{0,10}$/.test(lead) ||
    /[^，。；、]{2,}(?:新增|增收|减收|超过上年|多收)(?:了|近|约)*$/.test(lead) ||
    /(?:超过|高于|低于|多于|少于)(?:上年|去年)(?:同期)?$/.test(lead) ||
    /(?:比|较)[^，。；]{2,8}(?:增加|减少|新增|多|少)[^，。；、\d]{0,6}$/.test(lead) ||
    /(?:比|较)[^，。；]{2,10}(?:新增|多|少|新增|超过?|高出?|低)(?:了|近|约|出)*$/.test(lead);
  if (
    isOwnChange &&
    !isResult.test(lead) &&
    !/(?:学历|素质|能力|技能|等级)(?:提升|提高)$/.test(lead)
  )
    return 'change-amount';
  if (isAhead) return isGoal || /力争|目标|确保|达到/.test(lead) ? 'target' : 'planned';
  if (/(?:计划|拟|预计)[^，。；]{0,12}$/.test(lead)) return 'planned';
  return 'level';
}

function rateRole(lead: string, after: string, isAhead: boolean, sentence: string): Role {
  if (
    /(?:完成|实现|占)(?:了)?[^，。；]{0,14}(?:目标|任务|计划|指标)(?:任务|数|总数)?[^，。；\d]{0,4}$/.test(
      lead,
    ) ||
    /^的?(?:目标|年度任务|任务)/.test(after)
  )
    return 'completion';
  if (/完成率[^，。；\d]{0,4}$/.test(lead) && /目标|任务|计划/.test(lead)) return 'completion';
  if (/(?:占|比重|占比|比例)[^，。；\d]{0,24}$/.test(lead) && !/占领/.test(lead)) return 'share';
  if (
    /(?:上报|报送|填报|参与|覆盖|到位|落实|整改|纠正|完好|复工|返岗)率[^，。；\d]{0,4}$/.test(
      lead,
    ) &&
    /上报率|报送率|填报率/.test(lead)
  )
    return 'share';
  if (isChange.test(lead) && !isResult.test(lead)) return 'change-rate';
  if (/(?:同比|环比)[^，。；\d率]{0,6}$/.test(lead) && !/率/.test(lead)) return 'change-rate';
  if (isTarget(lead, after, sentence)) return 'target';
  return isAhead ? 'target' : 'level';
}

function isTarget(lead: string, after: string, sentence: string): boolean {
  return (
    /(?:目标(?:任务)?(?:为|是|数|值)?|力争|确保|目标任务|任务数|指标为|下达[^，。；]{0,12})[^，。；]{0,14}$/.test(
      lead,
    ) ||
    /^[^，。；]{0,4}(?:目标|的目标|任务目标)/.test(after) ||
    (/力争|确保/.test(sentence.slice(0, Math.max(sentence.indexOf(lead), 0))) &&
      /达到?|不低于|不少于/.test(lead))
  );
}

/** Whether a sentence speaks of what is still to come. */
export function isAhead(sentence: string, heading: string, year: number | null): boolean {
  if (/目标任务|工作计划|工作要点|工作安排|下一步|任务分解/.test(heading)) return true;
  const named = [...sentence.matchAll(/(?<!\d)(20\d{2})年/g)].map((match) => Number(match[1]));
  if (year !== null && /^[^，]{0,4}(?:到|至)?20\d{2}年/.test(sentence) && (named[0] ?? 0) > year)
    return /将|要|力争|确保|计划|实现|达到|继续|新/.test(sentence);
  return /^(?:下一步|下一阶段|明年|今后|下半年|未来|接下来|新的一年)[^。]{0,12}(?:将|要|力争|计划|，)|(?:，|^)(?:将|力争)(?:再|在|于|新|全|使)/.test(
    sentence,
  );
}

export type Base = { text: string; year: string | null };

const bases = new RegExp(
  [
    String.raw`(?:比|较|与|跟|和|同|由|从|是)(?<named>(?:(?:19|20)\d{2}年(?:同期|[末底初])?(?:\d{1,2}月[末底]?)?`,
    '|上一?年(?:同期|[末底])?|去年(?:同期|[末底])?|前年(?:同期)?|年初|上届(?:期)?末?|上一届|上月|上季度',
    '|“?十[一二三四五]五”?(?:末|初期|时期)?|[一二三五]年前|上期))|(?<same>同比)|(?<chain>环比)',
  ].join(''),
  'g',
);

/** What a change is measured against, as it stands nearest before the number. `year` is the year of the report. */
export function baseOf(words: string, year: number | null): Base | null {
  const match = [...words.matchAll(bases)].at(-1);
  if (!match) return null;
  const { named, same } = match.groups as Record<string, string | undefined>;
  const text = named ?? (same ? '上年同期' : '上期');
  const stated = /(?:19|20)\d{2}/.exec(text)?.[0];
  if (stated) return { text, year: stated };
  if (year === null) return { text, year: null };
  const back = /^(?:上一?年|去年|同比|年初)/.test(text)
    ? 1
    : /^前年/.test(text)
      ? 2
      : (spans[/^[一二三五]年前/.exec(text)?.[0] ?? ''] ?? 0);
  return { text, year: back > 0 ? String(year - back) : null };
}

const spans: Record<string, number> = { 一年前: 1, 二年前: 2, 三年前: 3, 五年前: 5 };

/** Of whom: the office itself (本级), a part (其中), a place below that the clause names, or an area wider
 *  than the unit's. */
export function scopeOf(lead: string, sentenceLead: string, unit: string | null): string | null {
  if (/本级|市直|县直|省直|机关本身/.test(lead)) return '本级';
  const place =
    /(?:^|[，。；：、]|其中)((?!全|各|我|本)[\u4e00-\u9fff]{1,4}(?:区|县|旗|经开区|高新区|开发区)(?!级|域|内|直))(?:总工会)?[^，。；、的]{0,14}$/.exec(
      lead,
    );
  if (place && !/乡镇|街道|园区$/.test(place[1] as string)) return place[1] as string;
  const wider = /(全国|全省|全市)(?!总工会|劳动模范|“|五一|工人先锋号|模范)[^，；。]{0,16}$/.exec(
    lead,
  )?.[1];
  if (wider && unit !== null && width[wider as keyof typeof width] > levelOf(unit)) return wider;
  if (/其中[^；。]{0,40}$/.test(sentenceLead.slice(-60))) return '其中';
  return /本级/.test(sentenceLead.slice(-24)) ? '本级' : null;
}

const width = { 全市: 2, 全省: 3, 全国: 4 };

/** 320925 is a county, 320900 a city, 320000 a province. */
const levelOf = (unit: string): number =>
  /^\d{2}0000/.test(unit) ? 3 : /^\d{4}00/.test(unit) ? 2 : 1;
