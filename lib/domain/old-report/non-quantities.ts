// Numerals of a report that measure nothing: dates, numbers of documents and telephones, ordinals, names and
// set phrases.
import { findNotFigures, type Span } from '../reader/not-figures';

const dash = '[-—–~～至到]';
const patterns: RegExp[] = [
  new RegExp(`\\d{4}年?${dash}+\\d{4}(?:年度?|$|[^\\d])`, 'g'),
  /(?<!\d)(?:19|20)\d{2}(?:年|财年|学年|级|届)/g,
  // 12351热线, 12348, 0516-85752568, 400电话
  /1\d{4}(?=职工|热线|服务|维权|法律|平台|“|”)|0\d{2,3}-\d{7,8}|1[3-9]\d{9}|\d{3,4}(?:电话|热线)/g,
  /[A-Za-z]\d+|\d+(?:\.\d+)?(?:[GgKk]|[A-Z](?:级|座|区)|版|\.0版)(?![\d])/g,
  /\d+(?:\.\d+)?[×xX*\/]\d+(?:小时|天)?|7[×xX*]24/g,
  /(?:人民|建设|解放|中山|和平|胜利|[东南西北]|[\u4e00-\u9fff]{1,4}(?:路|街|大道|巷|弄))\d+号/g,
  /\d+号(?:楼|院|门|线|地块|文件|馆|厅|车间|井|炉|机|令|通知|公告)|\d+(?:楼|层|室|单元|栋)/g,
  // 100周年, 12·4, 3·15
  /\d+周年|[一二三四五六七八九十百]+周年|\d{1,2}[·•.]\d{1,2}(?=[”"’]|国家|国际|宪法|全国|世界)/g,
  /(?:十四五|十三五|十二五|十五五|十一五)/g,
  // What belongs to the calendar.
  /[上下]半年|前[一二三]个?季度|第?[一二三四]季度|每[周月日天季]|[一两二三四五六七八九十]{1,2}年(?=规划|行动|计划|攻坚|任期|内|前|多来|期)/g,
  /(?:近|这|过去)?\d{1,2}年(?:多?来|间|以来)|近\d{1,2}年(?!.{0,2}(?:获|荣))|[今明去当本每]年|(?:今后|未来|接下来)[一二三四五两\d]{1,2}(?:年|个月)/g,
  /第\d+(?:届|次|批|期|轮|章|条|个|季|季度|阶段|号)|第[一二三四五六七八九十百]+(?:届|次|批|期|轮|章|条|个|季|季度|阶段|号)/g,
  // Names of plans and rules.
  /[一二两三四五六七八九十百千万]+个(?:意识|自信|维护|确保|坚持|必须|一批|百分之百|覆盖|全覆盖|不|有|统一|到位|结合|转变|提升|第一|最|故事|月前)/g,
  new RegExp(
    [
      '[一二两三四五六七八九十]+(?:大(?:攻坚|行动|工程|任务|战略|平台|体系|品牌|产业|领域|战役|目标|保障|机制|活动|主题|计划|板块|重点(?!工程)',
      '|特色|优势|会精神|报告|代|以来)|大(?=[、。，”；的精]))',
    ].join(''),
    'g',
  ),
  /[一二三四五六七八九十]+(?:项|条|个)(?:制度|机制|规定|禁令|纪律|职能|基本职责|要求|原则|建设|改革|举措)(?![^，。；]{0,3}\d)/g,
  new RegExp(
    [
      '(?:三农|两新|三新|三工|四德|双联|双服务|双创|双争|双百|双千|双万|双向|双方|双重|双随机|双休|双月|双拥|双周|双语|双选|双减|双碳|双提升',
      '|双报到|双先|双亮|双亮相|双覆盖|双促|双进|双职工|双控|双述双评|双通道|无双|三八|八一|七一|五四|六一|十一黄金周|四史|三会一课|三严三实|两学一做',
      '|两弹|一带一路|一岗双责|一网通办|一网通|一卡通|一窗|一件事|一次办|一对一|一帮一|一企一策|一人一|一家一|一户一|一点一|一事一议|一票否决|一把手',
      '|一揽子|一方|一手|一切|一如既往|一致|一般|一定|一直|一些|一段|一边|一旦|一贯|一代|一生|一面|一心|一家人|一座座|一个个|一批批|一项项|一件件',
      '|万分|万里|万物|万象|万里长征|百年|千年|百姓|千家万户|千头万绪|千万|百家争鸣|百花齐放|百强|百佳|百优|百万庄|百日|百业|百科|百货|百分之百|半边天',
      '|七彩|五彩|九牛|三江|五湖|四海|四面八方|五年规划|五险一金|六稳|六保|三支队伍|三支一扶|两代表一委员|两不愁|三保障|一老一小|一点通|三级联动|三级',
      '|二级|四级|五级|一级|三方|四方|多方|第三方|三产|二产|一产|三位一体|四位一体|五位一体|五级联动|三长制|四新|五比|五小|六比|六有|六好|八项',
      '|十项全能|三全育人|两个中心|三个中心)',
    ].join(''),
    'g',
  ),
  // Places.
  new RegExp(
    [
      '(?:九江|三明|六安|七台河|四平|双鸭山|五大连池|十堰|万州|百色|四川|三亚|双流|三门峡|三门|万宁|五指山|三河|千阳|万源|六盘水|双城|四会|九龙',
      '|八宿|五家渠|二连浩特|二道|一汽|三一|三峡|三沙|五常|五华|五河|六合|七里河|八步|九台|十里|百盛|万科|万达|万华|万向|万和|三元|三台|三原|三都',
      '|三穗|三水|双柏|双江|双牌|双辽|四子王)(?!个|名|家|元|人次|余|多)',
    ].join(''),
    'g',
  ),
  /[一二三四五六七八九]{2,}[〇零一二三四五六七八九]*(?=电器|厂|所|工厂|机床|医院|团|局|处|师)/g,
  // Firms in a list that are called by a number.
  /(?<=为|、|，|在)\d{3,4}(?=、)/g,
  /\d+(?:\.\d+)?(?=[A-Za-z]|°|℃)/g,
];

/** Where `text` holds numerals that measure nothing. */
export function findNonQuantities(text: string): Span[] {
  return [
    ...findNotFigures(text).filter(({ start, end }) => !isRateOrCount(text.slice(start, end))),
    ...patterns.flatMap((pattern) =>
      [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
        start: index,
        end: index + length,
      })),
    ),
    ...findSlogans(text),
  ];
}

/** The reader takes a quotation for a name; one that says “增长8.5%” or “覆盖1200家” counts. */
const isRateOrCount = (text: string): boolean =>
  /^[“"]/.test(text) && /\d(?:\.\d+)?(?:%|万|亿|元|人|件|家|场|户)/.test(text) && text.length > 8;

/** “42101”, “1+1+N”, “四个一”, 《…》: what is quoted and short is a name, unless it is the very
 *  thing that is counted. */
function findSlogans(text: string): Span[] {
  return [
    ...text.matchAll(
      /“[^“”]{1,30}”|‘[^‘’]{1,30}’|《[^《》]{1,60}》|【[^【】]{1,40}】|「[^「」]{1,30}」/g,
    ),
  ]
    .filter(({ 0: quoted }) => !/^“(?:双殊荣|[^”]*[一二三四五六七八九十\d]+件[^”]*)”$/.test(quoted))
    .filter(
      ({ 0: quoted }) => !/^“/.test(quoted) || !/\d(?:\.\d+)?(?:%|万|亿|个百分点)/.test(quoted),
    )
    .map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
}

const counting = new RegExp(
  [
    '(?:连续|先后|共计?|累计|总计|合计|达到?|计|仅|增至|增加到?|减少到?|新建|新增|新设|新成立|成立|组建|建成|建立|打造|创建|培育|选树|评选',
    '|评出|推荐|表彰|开展|举办|召开|组织|承办|编印|出版|制作|拍摄|推出|出台|制定|形成|办理|受理|调处|化解|查处|走访|慰问|救助|帮扶|资助|培训',
    '|签订|设立|配备|选聘|聘请|派出|提出|提交|获得|荣获|获|有|为|由|从|到|至|对|每年|每月|每季度?|每人|每户|各|等|的|全市|全县|全省|全区',
    String.raw`|覆盖|涉及|惠及|动员|吸引|吸纳|发展|发放|赠送|投入|筹集|完成|实施|分|间隔|前往|深入)[^，。；、\d]{0,6}$`,
  ].join(''),
);
const strong =
  /^(?:人|名|位|家|户|件|起|场|场次|期|份|次|届|人次|家次|册|张|支|篇|座|所|元|%|轮|宗|例|幅|首|部|台|套|批次|案次|对|辆)$/;
const abstract = new RegExp(
  [
    '^(?:方面|层面|环节|阶段|步骤|维度|关键|重点|目标|意识|自信|问题|特点|转变|突破|原则|体系|机制|中心|抓手|到位|结合|字|月|多月|年|工作日',
    '|一|不|统一|层次|角度|阵地|主题|专题|领域|关系|渠道|载体|战场|任务|矛盾|品牌|平台|系列|时期|过程|世纪|五年|季度|月内|档次|等级|片区|标准',
    '|规范|行动|工程|活动|计划)',
  ].join(''),
);

type Word = { words: string; unit: string; lead: string; rest: string; scale: string | undefined };

/** Whether a numeral in words is a count: 三名职工 and 连续两年 are, 五个方面 and 一家企业 are not. */
export function isCountedWord({ words, unit, lead, rest, scale }: Word): boolean {
  const isCounting = counting.test(lead.replace(/[“”]/g, ''));
  if (words === '双') return unit === '项';
  if (unit === '年') return false;
  if (words === '' || /[百千万]/.test(words) || scale)
    return !/^(?:大|强|行动|工程|计划|活动|[^，。；、]{0,6}(?:行动|工程|计划)(?![^，。；]{0,4}培训))/.test(
      rest,
    );
  // 三个方面15条: what is summed up with a number behind it is itself a count.
  if (/^(?:方面|层面)\d/.test(rest)) return true;
  if (words === '一')
    return /(?:每年|每月|每季度?|共|各)[^，。；、]{0,3}$/.test(lead) && /^[次场期份]/.test(unit);
  if (unit === '%' || unit === '倍' || unit === '番') return true;
  if (
    unit === '个' ||
    unit === '项' ||
    unit === '条' ||
    unit === '种' ||
    unit === '类' ||
    unit === '处'
  )
    return (
      (isCounting && !abstract.test(rest)) ||
      /^[^，。；、]{0,3}(?:大病|重大疾病)/.test(rest) ||
      (words.length > 1 && !abstract.test(rest))
    );
  if (unit === '个月' || unit === '天' || unit === '小时')
    return /(?:历时|为期|提前|连续|用时)[^，。；]{0,3}$/.test(lead);
  if (unit === '次')
    return /(?:先后|连续|共|累计|多达|召开|开展|组织|每年)[^，。；、]{0,6}$/.test(lead);
  if (unit === '批' || unit === '期' || unit === '轮' || unit === '届') return isCounting;
  return strong.test(unit) && !/^(?:一体|同|欢|双)/.test(rest);
}
