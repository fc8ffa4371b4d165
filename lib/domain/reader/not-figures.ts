// Numerals that are no figures: dates and spans, document numbers, the numbering of headings and of points, ordinals,
// and names (of awards, programmes, plans, units) that hold digits.

export type Span = { start: number; end: number };

/** Where `text` holds numerals that are no figures. `names` are further names, of units for instance. */
export function findNotFigures(text: string, names: string[] = []): Span[] {
  return [
    ...patterns.flatMap((pattern) => spansOf(text, pattern)),
    ...quoted(text),
    ...names.filter(Boolean).flatMap((name) => spansOfName(text, name)),
  ];
}

const numeral = '[一二三四五六七八九十]';
const dash = '[-—–~～至到]';

const patterns: RegExp[] = [
  // 2012年至2015年6月, 2012—2017年, 1—4月, 2021年底, 5月3日, 2021-05-03, 9:30
  new RegExp(
    `\\d{4}年?(?:\\d{1,2}月)?(?:底|末)?${dash}+\\d{4}年(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底|末|上旬|中旬|下旬)?`,
    'g',
  ),
  new RegExp(`(?:\\d{4}年)?\\d{1,2}月?${dash}\\d{1,2}月份?(?:底|末)?`, 'g'),
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|份)?(?:底|末|初|上旬|中旬|下旬)?/g,
  /(?<!\d)(?:1[89]|2[01])\d{2}年(?:度|底|末|初)?/g,
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/g,
  /\d{1,2}:\d{2}(?!\d)/g,
  /[〇零一二三四五六七八九]{4}年/g,
  new RegExp(
    `(?:过去的?|这|近)?[一两二三四五六七八九十]{1,3}年(?:来|间|以来|工作回顾|共)|(?:过去的|上|前|后)[一两二三四五六七八九十]{1,2}年|[上下]半年|第?[一二三四]季度|前[一二三]季度`,
    'g',
  ),
  // 国统制〔2019〕107号
  /[〔\[（(]\d{4}[〕\])）]\d+号|第?\d+号(?:文|令|公告)?/g,
  // 一、 （一） 1. (1) at the start of a line; 一是, 二是; 第一，
  new RegExp(
    `(?<=^|\\n)[\\s　#]*(?:${numeral}+、|[（(](?:${numeral}+|\\d+)[)）]|\\d{1,2}[.．、](?!\\d))`,
    'g',
  ),
  new RegExp(`${numeral}是(?=[^否])|其${numeral}[，,、]|第${numeral}+[，,](?=)`, 'g'),
  // The 18th games and the 20th congress are names; 第二名 is a rank and stays.
  new RegExp(`第(?:${numeral}+|\\d+)(?:届|次|批|期|轮|章|条|书记|线|产业|方|时间|责任人?)`, 'g'),
  /[一二三]等[奖功]|(?<!选树|推出|评出|打造)十大|十(?:佳|四五|三五|二五|五五)|[“”"]?五一[“”"]?(?:劳动|国际|节|前夕|期间|表彰)|三八|八大群体|两癌|两节|两会|两新|五小|党的[一二]?十[一二三四五六七八九]?大|[一二]?十[一二三四五六七八九]?届|[一二三四五六七八九]中全会|二十大|进一步|一线|一系列|一体化?|一流|一定|一道|一律|一致|一起|一直|一同|一方面|另一|统一|唯一|万众|千方百计|百花|三公|四川|九江|三门峡|三亚|百色|十堰|一批|一支|一把手|一站式|一对一|一户一策|千万|[一二三]维码|双维护|[一二三四]级(?!\d)|一大批/g,
  // 1+1+N, 5.1, 365天天
  /\d+(?:\+\d+)+(?:\+[A-Z])?|\d+\+[A-Z]/g,
];

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

function spansOfName(text: string, name: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
    spans.push({ start: at, end: at + name.length });
  return spans;
}

/** What stands in “” or 《》 is a name, unless it counts or measures something (“增长8%”,
 *  “十件实事”). */
function quoted(text: string): Span[] {
  return spansOf(text, /[“"《][^“”"《》]{1,40}[”"》]/g).filter(
    ({ start, end }) =>
      !/\d(?:\.\d+)?(?:%|个百分点|万|亿|元|人|件|家|场)|[一二三四五六七八九十]件|双殊荣/.test(
        text.slice(start, end),
      ) || text[start] === '《',
  );
}
