// A number of an old report as it is printed: 18.5万余人次, 近3500万元, 98%以上, 逾3000名, 不足10家,
// 三千二百余户, 居第2位.
import { joined, scaleOf } from '../figure/numerals';
import { multiply, sum, type DecimalText } from '../figure/number';
import { measureWord, nounUnit, unitOf, unitOfLead } from './printed-units';
import { findNonQuantities, isCountedWord } from './non-quantities';

export type Qualifier = '' | '余' | '多' | '近' | '约' | '超' | '以上' | '以下' | '不足' | '左右';

/** `value` is in pieces of `unit`: 7.2万人 is 72000 人, 1.2亿元 is 120000000 元. `start` and `end` count
 *  characters of the clean text. */
export type Quantity = {
  start: number;
  end: number;
  value: DecimalText;
  unit: string;
  qualifier: Qualifier;
  isOrdinal: boolean;
};

const before =
  '不低于|不少于|不超过|不高于|不多于|大约|将近|接近|临近|超过|突破|不足|不到|少于|至少|约|近|超|逾|过(?=\\d|[一二三四五六七八九]?[百千万]|半)|上(?=[百千万])';
const digits = '\\d+(?:\\.\\d+)?';
const words = '[〇零一二两双三四五六七八九十百千]+(?:万[一二三四五六七八九十百千]*)?';
const scale = '[十百千]?[万亿]|[百千](?=[余多]?(?:名|人|家|个|户|件|场|元|份))';
const after = '及以上|以上|及以下|以下|以内|之内|左右|上下';
const form = new RegExp(
  `(?<before>${before})?(?<ordinal>第)?(?:(?<digits>${digits})|(?<words>${words}|(?=万[余多]?(?:元|名|人|家|个|户|件|场|份|条|册))))` +
    `(?<more>[余多几])?(?<scale>${scale})?(?<more2>[余多])?` +
    `(?:(?<unit>${measureWord})(?<more3>[余多](?![元]))?)?(?<after>${after})?(?<half>半)?`,
  'g',
);
const halves = new RegExp(
  [
    '(?<before>近|超过|超|过|约)?(?<!上|下|前|后|第|有|各|多|大)(?:一半|半数)(?<after>以上|左右)?',
    '|(?<more>[一二三四五六七八九])分之(?<part>[一二三四五六七八九十])(?<after2>以上|左右)?',
  ].join(''),
  'g',
);

type Parts = Record<
  | 'before'
  | 'ordinal'
  | 'digits'
  | 'words'
  | 'more'
  | 'scale'
  | 'more2'
  | 'more3'
  | 'unit'
  | 'after'
  | 'half',
  string | undefined
>;

/** Every quantity of the clean text, in order. */
export function findQuantities(text: string): Quantity[] {
  const taken = findNonQuantities(text);
  const found: Quantity[] = [];
  for (const match of text.matchAll(form)) {
    const parts = match.groups as Parts;
    const core = match.index + (parts.before?.length ?? 0);
    const end = core + (parts.ordinal?.length ?? 0) + (parts.digits ?? parts.words ?? '').length;
    if (taken.some((span) => span.start < Math.max(end, core + 1) && core < span.end)) continue;
    const quantity = readMatch(text, match, parts);
    if (quantity) found.push(quantity);
  }
  const special = [...findHalves(text), ...findPhrases(text)];
  const isFree = ({ start, end }: Quantity) =>
    !special.some((other) => start < other.end && other.start < end);
  return [...found.filter(isFree), ...special].sort((a, b) => a.start - b.start);
}

function readMatch(text: string, match: RegExpExecArray, parts: Parts): Quantity | null {
  const start = match.index;
  let end = start + match[0].length;
  const rest = text.slice(end);
  let unit = parts.unit ? unitOf(parts.unit) : null;
  const isWord = parts.digits === undefined;
  const lead = text.slice(Math.max(0, start - 24), start);
  if (unit === null && parts.ordinal === undefined)
    unit = parts.after ? null : (nounUnit(rest) ?? bareUnit(parts, lead, rest));
  if (parts.ordinal !== undefined) {
    if (!isRank(lead, unit, rest)) return null;
  } else if (unit === null) return null;
  else if (
    isWord &&
    !isCountedWord({ words: parts.words ?? '', unit, lead, rest, scale: parts.scale })
  )
    return null;
  else if (!isWord && !isMeasured(unit, parts, lead, rest)) return null;
  const value = valueOf(parts, isWord);
  if (value === null) return null;
  if ((unit === '个' || unit === '个次') && /^[和、]\d+(?:\.\d+)?个百分点/.test(rest))
    unit = '百分点';
  if (unit === '个' && isWord && /^(?:方面|层面)/.test(rest)) [unit, end] = ['方面', end + 2];
  if (!parts.unit && unit !== null && /^[方部]/.test(unit)) end += unit.length;
  return {
    start,
    end,
    value: parts.unit === '成' ? multiply(value, '10') : value,
    unit: unit ?? '位',
    qualifier: qualifierOf(parts),
    isOrdinal: parts.ordinal !== undefined,
  };
}

/** The unit of a number that stands alone, which only one in 万 or 亿 does. */
const bareUnit = ({ scale: large, digits: figures }: Parts, lead: string, rest: string) =>
  large && figures !== undefined && /^(?:[，。；！、）\n]|$)/.test(rest) ? unitOfLead(lead) : null;

/** A number in digits counts unless its unit is that of a date, an age, a size or a span of years. */
function isMeasured(unit: string, parts: Parts, lead: string, rest: string): boolean {
  if (
    unit === '日' ||
    unit === '点' ||
    (unit === '岁' && !/平均年龄为?$/.test(lead)) ||
    unit === '字' ||
    unit === '步'
  )
    return false;
  if (unit === '届') return !/第$/.test(lead);
  if (unit === '分') return /(?:自评|得|扣|减|加|计|平均|总分|满分|评为)[近约]?$/.test(lead);
  if (unit === '天' || unit === '小时')
    return !(parts.digits === '24' || parts.digits === '365' || parts.digits === '8');
  if (
    unit === '人' &&
    parts.after &&
    /^(?:的)?[^，。；、]{0,8}(?:企业|单位|用人单位|工会)/.test(rest)
  )
    return !/(?:^|[，。；、的对在为]|职工|员工|人数|规模)$/.test(lead.replace(/[约近超]$/, ''));
  if (unit === '个月')
    return /(?:历时|为期|提前|用时|持续|不到|仅用|长达|连续)[^，。；]{0,4}$/.test(lead);
  return true;
}

function isRank(lead: string, unit: string | null, rest: string): boolean {
  if (unit !== null && unit !== '位' && unit !== '名') return false;
  if (
    unit === null &&
    /^[一二三四五六七八九十\d]*(?:届|次|批|期|轮|章|条|书记|线|产业|方|时间|责任|个|季度|十|阶段|部分|党支部|党委)/.test(
      rest,
    )
  )
    return false;
  return unit === null
    ? /(?:居|列|排名|位次|名次|排|获|总分|成绩|位于|名列)[^，。；、]{0,8}$/.test(lead) &&
        /^(?:[，。；、）”]|$|的)/.test(rest)
    : true;
}

function valueOf(parts: Parts, isWord: boolean): DecimalText | null {
  const factor = scaleOf(parts.scale ?? '');
  if (!isWord) return multiply(joined(parts.digits as string), factor);
  if (parts.words === '' || parts.words === undefined) return factor;
  const value = readWords(parts.words);
  return value === null ? null : multiply(value, factor);
}

const places: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const numerals = '〇一二三四五六七八九';

/** 三万五千 → 35000, 十八 → 18, 两 → 2; a last digit behind 百 or 千 alone (三百二) means tens or
 *  hundreds. */
export function readWords(text: string): DecimalText | null {
  const [upper, lower] = text.includes('万') ? text.split('万') : ['', text];
  const parts = [upper ? below(upper as string) : 0, lower ? below(lower as string) : 0];
  if (parts.some((part) => part === null)) return null;
  return sum([multiply(String(parts[0]), '10000'), String(parts[1])]);
}

function below(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of text.replace(/零/g, '〇').replace(/[两双]/g, '二')) {
    const place = places[character];
    if (place !== undefined) {
      total += (pending ?? 1) * place;
      pending = null;
    } else {
      const digit = numerals.indexOf(character);
      if (digit < 0 || (pending !== null && pending !== 0)) return null;
      pending = digit;
    }
  }
  return total + (pending ?? 0);
}

const leading: [RegExp, Qualifier][] = [
  [/^(?:不足|不到|少于)$/, '不足'],
  [/^(?:不低于|不少于|至少|上)$/, '以上'],
  [/^(?:不超过|不高于|不多于)$/, '以下'],
  [/近$/, '近'],
  [/^(?:超过|超|逾|过|突破)$/, '超'],
  [/约$/, '约'],
];

function qualifierOf(parts: Parts): Qualifier {
  const more = parts.more ?? parts.more2 ?? parts.more3;
  if (more) return more === '余' ? '余' : '多';
  if (parts.after)
    return /以上/.test(parts.after) ? '以上' : /左右|上下/.test(parts.after) ? '左右' : '以下';
  const first = parts.before;
  return first === undefined ? '' : (leading.find(([word]) => word.test(first))?.[1] ?? '');
}

/** 近一半, 三分之二: shares in words. */
function findHalves(text: string): Quantity[] {
  return [...text.matchAll(halves)].map((match) => {
    const {
      before: first,
      after: last,
      after2,
      more,
      part,
    } = match.groups as Record<string, string | undefined>;
    const share = more && part ? (Number(readWords(part)) / Number(readWords(more))) * 100 : 50;
    return {
      start: match.index,
      end: match.index + match[0].length,
      value: String(Math.round(share * 100) / 100),
      unit: '%',
      qualifier: first
        ? (leading.find(([word]) => word.test(first))?.[1] ?? '')
        : (last ?? after2) === '以上'
          ? '以上'
          : (last ?? after2)
            ? '左右'
            : '',
      isOrdinal: false,
    };
  });
}

// Spans of years that are counted, and counts that stand inside of a phrase.
const phrases: [RegExp, string][] = [
  [
    /(?<=连续)(?:荣获|获得?|举办|开展|被评为|实施|保持)?(?<count>\d+|[一二两三四五六七八九十]+)年(?!的?(?:行动|规划))/g,
    '年',
  ],
  [
    /(?<!今后|未来|接下来)(?<count>[一二两三四五六七八九十]|\d)年(?=任务|时间完成)|(?<=年任务)(?<count2>[一二两三四五六七八九十]|\d)年(?=完成|内完成)/g,
    '年',
  ],
  [/(?<=历时|为期|用时)(?<count>\d+|[一二两三四五六七八九十]+)年(?!来)/g, '年'],
  [
    /(?<=(?:选树|评选|推出|评出|命名)[^，。；、]{0,3})(?<count>十)大(?=[^，。；、]{0,6}(?:工程|人物|成果|项目|案例|品牌))/g,
    '项',
  ],
  [/(?<=以外的|完成|实现)(?<count>[七八九]|\d)大(?=群体)/g, '个'],
  [
    /(?<=安排|在|覆盖|深入)(?<count>[二两三四五六七八九十\d]+)[区市](?=[二两三四五六七八九十\d]+[县市区])/g,
    '个',
  ],
  [/(?<=合同)(?<count>\d+)分(?!之)/g, '份'],
  [
    /(?<=[二两三四五六七八九十\d][区市])(?<count>[二两三四五六七八九十\d]+)[县市区](?![^，。；、]*[局委])/g,
    '个',
  ],
];

function findPhrases(text: string): Quantity[] {
  return phrases.flatMap(([pattern, unit]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const { count, count2 } = match.groups as Record<string, string | undefined>;
      const printed = (count ?? count2) as string;
      const value = /\d/.test(printed) ? printed : readWords(printed);
      if (value === null) return [];
      const start = match.index + match[0].indexOf(printed);
      const end = match.index + match[0].length;
      return [{ start, end, value, unit, qualifier: '' as const, isOrdinal: false }];
    }),
  );
}
