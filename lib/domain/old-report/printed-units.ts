// What is counted in reports: measure words and what each is written as, and nouns that stand behind a bare number.

/** Written in several ways, counted as one. */
const written: Record<string, string> = {
  '人（次）': '人次',
  '人/次': '人次',
  '人·次': '人次',
  '家（次）': '家次',
  '家/次': '家次',
  '户（次）': '户次',
  '件（次）': '件次',
  '场（次）': '场次',
  '期（次）': '期',
  '家（个）': '家',
  '个（家）': '个',
  '件（起）': '件',
  '起（件）': '起',
  '名（次）': '人次',
  个班次: '班次',
  个百分点: '百分点',
  人份: '份',
  元钱: '元',
  块: '元',
  成: '%',
  殊荣: '项',
};

export const unitOf = (word: string): string => written[word] ?? word;

const escape = (word: string): string => word.replace(/[（）/·%‰]/g, '\\$&');

/** Longer words first. */
const words = [
  '个百分点 百分点 人（次） 人/次 人·次 名（次） 家（次） 家/次 户（次） 件（次） 场（次） 期（次） 家（个） 个（家） 件（起） 起（件） 个班次',
  '平方公里 平方米 立方米 千瓦时 人次 家次 户次 个次 件次 案次 班次 场次 台次 批次 车次 课次 点次 项次 例次 人份 个月 小时 课时 学时 公里',
  '公斤 吨标准煤 人 名 位 个 家 户 件 起 项 次 场 期 届 条 处 份 张 册 本 篇 种 元 倍 % ‰ 成 天 日 支 所 座 台 套 间 吨 米 对',
  '批 类 轮 例 宗 辆 亩 只 棵 株 幅 首 部 集 门 箱 袋 瓶 盒 枚 面 块 笔 床 顶 副 桌 站 卷 封 字 班 组 队 节 堂 步 番 殊荣 岁',
  '点 个人次 分',
]
  .join(' ')
  .split(' ')
  .sort((one, other) => other.length - one.length);

// 个 before another measure word is that word: 22个班次, 3个月, 2个百分点 stand above. 门 and 部 of 部门
// measure nothing.
const guards: Record<string, string> = {
  人: '(?!均|才|工|社|民币|力|事|文|口|物|大)',
  部: '(?!门|级|分|署|位|属)',
  日: '(?!常)',
  点: '(?!\\d)',
  组: '(?!织|建|成)',
  队: '(?!伍)',
  面: '(?!向|对|临|广)',
  处: '(?!理|置|于|级)',
  本: '(?!级|市|县|区|地|年|月|科|专|单位|企业|行业)',
  项: '(?!目)',
  节: '(?!日|约|能)',
  步: '(?!走|入)',
  站: '(?!点)',
  对: '(?!口|接|标|应|全|市|困|各|职|企|一)',
  支: '(?!持|付|部|出|援)',
  台: '(?!账|阶|湾)',
  位: '(?!居|列|于)',
  所: '(?!有|属|在|需)',
  期: '(?!间|末|内)',
  班: '(?!组|子)',
  种: '(?!植|文)',
  起: '(?!来|到|步)',
  字: '(?!号)',
  类: '(?!别|似)',
  套: '(?!餐)',
  只: '(?!有|要|占|为)',
  米: '(?!面)',
  块: '(?!钱)',
  集: '(?!中|体|团|聚)',
  首: '(?!次|批|位|届|个)',
  成: '(?![立员功效果为本绩都长就熟交])',
  天: '(?!津|水|然)',
  分: '(?!别|之|钟|公司|局|会|支|行|管|类|析|发|配|布|享|为|级|批|期|组|工|段|年|赴|厂|校|院|部|店|中心|站)',
};

export const measureWord = words.map((word) => `${escape(word)}${guards[word] ?? ''}`).join('|');

/** 31.7万职工群众, 8部门, 5方面, 3市: the noun is what is counted. */
const nouns: [RegExp, string][] = [
  [
    /^(?:多|余)?(?:职工|会员|工会会员|群众|劳动者|农民工|干部|工人|人员|师生|党员|女职工|市民|网民|人民|产业工人|快递员|货车司机|学员|代表|劳模|志愿者|困难职工|用户|粉丝|青年)/,
    '人',
  ],
  [/^(?:企业|单位|基层工会|工会组织|非公企业|民营企业|小微企业)/, '家'],
  [/^方面/, '方面'],
  [/^部门/, '部门'],
  [/^(?:县|区|市|省|乡镇|镇|街道|乡|村|社区|园区|地市)(?![委级总级直属场域])/, '个'],
];

/** The unit of a number behind which a noun stands instead of a measure word, or null. */
export function nounUnit(after: string): string | null {
  return nouns.find(([pattern]) => pattern.test(after))?.[1] ?? null;
}

/** What a number in 万 or 亿 counts that stands alone at the end of its clause (会员总数达84.7万): the noun
 *  that leads to it. */
export function unitOfLead(lead: string): string | null {
  const clause = /[^，。；：\n]*$/.exec(lead)?.[0] ?? '';
  if (!/(?:达到?了?|到了?|为|至|突破|超过?|近|约|有|总数|人数|总量)$/.test(clause)) return null;
  return subjects.find(([pattern]) => pattern.test(clause))?.[1] ?? null;
}

const subjects: [RegExp, string][] = [
  [/人次/, '人次'],
  [/资金|经费|金额|款/, '元'],
  [/会员|职工|人数|农民工|劳动者|骑手|队伍/, '人'],
  [/企业|单位/, '家'],
  [/工会|组织|站点|驿站/, '个'],
];
