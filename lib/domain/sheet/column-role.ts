// What a column (or a row that crosses the indicators) calls itself besides its year: the year's figure, or a plan, a
// month, a growth, a code. Only figures of the year are taken; what could be one and is not sure is asked.
import { findPeriod, readPeriod } from './read-period';
import { isTotalLabel, takeUnit } from './label';

/** `figure` may be the year's; `whole` and `done` say that they are. `estimate`, `adjusted`, `sum`
 *  (cumulative) may be taken by a person; all others hold something else. */
export const roles = [
  'figure',
  'whole',
  'done',
  'estimate',
  'adjusted',
  'sum',
  'part',
  'plan',
  'change',
  'average',
  'month',
  'quarter',
  'half',
  'start',
  'rank',
  'code',
  'number',
  'note',
  'term',
] as const;
export type Role = (typeof roles)[number];

/** Roles that hold the figure of a year, or may. */
export const isFigureRole = (role: Role): boolean => roles.indexOf(role) <= roles.indexOf('sum');

const words: readonly [Role, RegExp][] = [
  ['code', /^(?:指标)?(?:代码|编码|代号|编号)$|^code$/i],
  ['number', /^(?:序号|行次|行号|栏次|顺序号|序|编号|no\.?|№)$/i],
  [
    'note',
    /^(?:备注|说明|注|数据来源|资料来源|填报说明|口径|责任人|责任部门|填表人|联系电话|电话)$/,
  ],
  ['rank', /位次|排名|名次|排序|第几/],
  [
    'change',
    new RegExp(
      [
        '增长|增幅|增减|增速|增量|净增|增加|减少|升降|变化|差额|(?:比|较|与).{0,8}(?:上年|去年|上期|同期|年)|同比|同期(?:增|比)|环比|±',
        String.raw`|\+-|[+＋]/?[-－]|发展速度|(?:上年|去年)\s*[=＝]\s*100|指数`,
      ].join(''),
    ),
  ],
  [
    'change',
    /占比|比重|构成|所占|占.{0,8}(?:%|百分)|完成率|完成%|完成进度|达成率|进度|完成情况\(%\)|百分比|为.{0,4}的%/,
  ],
  ['plan', /计划|目标|任务|预算|预期|指标数|应完成|规划|控制数|定额|考核数/],
  ['average', /平均|年均|月均|人均|均值/],
  [
    'month',
    new RegExp(
      [
        String.raw`^(?:19|20)\d\d[-./年]?(?:0?[1-9]|1[01])月?$|(?:^|[^\d])(?:1[0-2]`,
        String.raw`|0?[1-9])\s*月(?!.*12月)|^[一二三四五六七八九十]{1,2}月份?$|本月|当月|上月|月度|\bjan|\bfeb|\bmar\b`,
      ].join(''),
      'i',
    ),
  ],
  ['quarter', /季度|季末|[一二三四1-4]季|Q[1-4]/i],
  ['half', /上半年|下半年|半年/],
  ['start', /年初|期初|上年结转|上年转入|基期|基数/],
  ['adjusted', /调整|修订|修正|可比口径|同口径|新口径|旧口径|原口径|更正|核减|核增/],
  ['estimate', /快报|预计|初步|预报|估计|预测|估算|预估|初报|推算|暂定/],
  ['done', /实绩|实际|完成数|完成值|完成量|实有|实完成|执行数|决算|完成情况$/],
  ['sum', /累计|同期/],
  ['term', /时期|期间|[“"]?[一二三四五六七八九十]{1,2}五[”"]?|规划期/],
  [
    'part',
    /其中|^#|^(?:男|女)(?:性|职工|会员)?$|市直|县直|区直|省直|市本级|县本级|区本级|省本级|本级|直属|机关本部/,
  ],
  [
    'whole',
    new RegExp(
      [
        '^(?:全年|年末|年底|期末|年报|合计|总计|总数|总量|总人数|共计|全部|小计|数量|数值|数据|本年|本期|今年|当年|本年度|本年数|本年实际|年末数',
        '|期末数|全年数|年报数|统计数|上报数|填报数|计数|人数|个数|total|value)$',
      ].join(''),
      'i',
    ),
  ],
];

/** What a text of a head says besides its year; null where it says nothing. */
export function roleOf(text: string): Role | null {
  const { name, unit } = takeUnit(text);
  const said = (unit === '%' || unit === '‰' ? text : name).normalize('NFKC').replace(/\s+/g, '');
  if (said === '') return null;
  const rest = withoutYear(said);
  if (/^(?:1-12月|一至十二月|12月末|12月31日)(?:累计)?$/.test(rest)) return 'whole';
  for (const [role, form] of words) if (form.test(rest) || form.test(said)) return role;
  return isTotalLabel(rest) ? 'whole' : null;
}

/** The role of a lane from all texts of its head. A name that holds such a word (新增会员, 平均工资) is no
 *  head: pass only what names no indicator. */
export function roleOfHead(texts: readonly string[]): Role {
  const found = texts.flatMap((text) => roleOf(text) ?? []);
  // 2021年 over 其中：女: whatever narrows decides; 全年 under 计划 is a plan still.
  return found.sort((a, b) => roles.indexOf(b) - roles.indexOf(a))[0] ?? 'figure';
}

/** The year that a head is of; null where what it says is a change against that year. */
export function periodOfHead(texts: readonly string[]): string | null {
  for (const text of texts) {
    const exact = readPeriod(text);
    if (exact) return exact;
  }
  for (const text of texts) {
    const role = roleOf(text);
    if (role === 'change' || role === 'rank' || role === 'start') continue;
    const found = text.length <= 30 ? findPeriod(text) : null;
    if (found) return found;
  }
  return null;
}

/** How many years a head lies before the year of its table: 上年 1, 前年 2; 0 for 本年 or nothing said. */
export function yearsBefore(texts: readonly string[]): number {
  const said = texts.join(' ').normalize('NFKC');
  if (/前年/.test(said)) return 2;
  return /上年|去年|上期|上一年/.test(said) ? 1 : 0;
}

function withoutYear(text: string): string {
  return text
    .replace(/^\(?(?:(?:19|20)\d\d|[〇零○一二三四五六七八九]{4})(?:年度|年末|年底|年|度)?\)?/, '')
    .replace(/^[(（](.*)[)）]$/, '$1');
}
