// The numbers of an official Chinese text: 18.5万余人次, 近3500万元, 98%以上, 8个百分点, 两届,
// 千余名, 第二名, 1.8倍. What they promise is worked out in promise.ts; what is a date or a name in
// not-figures.ts.
import { multiply, type DecimalText } from '../figure/number';
import { findNotFigures, type Span } from './not-figures';
import { joined, readNumeral, roundStepOf, scaleOf, stepOf, toHalfWidth } from '../figure/numerals';

export type NumberQualifier = '' | '近' | '余' | '多' | '约' | '以上' | '以下' | '左右' | '超';

/** `value` is in pieces of `unit` (7.2万人 is 72000 人); `step` the worth of the last printed digit and `roundStep`
 *  that of the last one that is not 0, in the same pieces. `unit` is '' where no measure word follows. */
export type FoundNumber = {
  start: number;
  end: number;
  text: string;
  value: DecimalText;
  step: DecimalText;
  roundStep: DecimalText;
  unit: string;
  scale: '' | '万' | '亿';
  qualifier: NumberQualifier;
  form: 'digits' | 'words' | 'ordinal';
};

/** Every number of the text that may be a figure, in order. `names` may hold digits and are no figures. */
export function findNumbers(text: string, names: string[] = []): FoundNumber[] {
  const plainText = toHalfWidth(text);
  const taken = findNotFigures(plainText, names);
  const halves = [
    ...plainText.matchAll(/(?:近|超过|过)?一?半(?=[，。；、]|$|以上|左右|的)/g),
  ].flatMap(({ index, 0: half }) => (half.endsWith('一半') ? [halfAt(index, half)] : []));
  const found = [...plainText.matchAll(form)].flatMap((match) => {
    const number = readMatch(match, text);
    return number && !taken.some((span) => overlaps(span, coreOf(match))) ? [number] : [];
  });
  return [
    ...found.filter(
      (number, place) => place === 0 || number.start >= (found[place - 1] as FoundNumber).end,
    ),
    ...halves,
  ].sort((a, b) => a.start - b.start);
}

/** 一半: half of something, 50 %. */
function halfAt(start: number, text: string): FoundNumber {
  const qualifier = text.startsWith('近')
    ? '近'
    : text.startsWith('超') || text.startsWith('过')
      ? '超'
      : '';
  return {
    start,
    end: start + text.length,
    text,
    value: '50',
    step: '1',
    roundStep: '10',
    unit: '%',
    scale: '',
    qualifier,
    form: 'words',
  };
}

const measureWords = [
  '个百分点',
  '百分点',
  '人\\(次\\)',
  '人（次）',
  '家\\(次\\)',
  '家（次）',
  '件\\(次\\)',
  '件（次）',
  '个班次',
  '人次',
  '家次',
  '件次',
  '案次',
  '班次',
  '场次',
  '方面',
  '部门',
  '个月',
  '平方米',
  '公里',
  '小时',
  '课时',
  '人份',
  '多名',
  '人',
  '名',
  '位',
  '个',
  '家',
  '户',
  '件',
  '起',
  '项',
  '次',
  '场',
  '期',
  '届',
  '条',
  '处',
  '份',
  '张',
  '册',
  '本',
  '篇',
  '种',
  '元',
  '倍',
  '成',
  '%',
  '‰',
  '天',
  '年',
  '周',
  '支',
  '所',
  '座',
  '台',
  '套',
  '间',
  '吨',
  '区',
  '县',
  '市',
  '对',
  '批',
  '类',
  '轮',
  '例',
  '宗',
  '辆',
  '亩',
  '分',
  '大(?=群体|重点|示范)',
  '等(?=奖|次)',
  '番',
  '殊荣',
  '省',
].join('|');
const before = '大约|约|接近|将近|近|超过|超';
const scaleWords = '百万|千万|万|亿';
const form = new RegExp(
  `(?<before>${before})?(?<ordinal>第)?(?:(?<digits>\\d+(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)|(?<words>[〇零一二两双三四五六七八九十百千]+|(?=[百千]?[万亿]余?多?[名人家个元次]))) ?(?<more>余|多|几)?(?<scale>${scaleWords})?(?<more2>余|多)?(?<unit>${measureWords})?(?<after>以上|以下|左右)?(?<half>半)?`,
  'g',
);

function readMatch(match: RegExpMatchArray, original: string): FoundNumber | null {
  const part = match.groups as Record<string, string | undefined>;
  const printed = part.digits === undefined ? readNumeral(part.words ?? '') : joined(part.digits);
  const isWord = part.digits === undefined;
  if (printed === null || (isWord && !isCount(part, match))) return null;
  const factor = scaleOf(part.scale ?? '');
  const unit = (part.unit ?? '').replace(/[()（）]/g, '').replace('多名', '名');
  const worth = unit === '成' ? multiply(factor, '10') : factor;
  const start = match.index as number;
  return {
    start,
    end: start + match[0].length,
    text: original.slice(start, start + match[0].length),
    value: multiply(isWord && part.words === '' ? '1' : printed, worth),
    step: multiply(stepOf(printed), worth),
    roundStep: multiply(roundStepOf(printed), worth),
    unit: { 成: '%', 个百分点: '百分点', 殊荣: '项', 分: '份' }[unit] ?? unit,
    scale: part.scale?.endsWith('亿') ? '亿' : part.scale ? '万' : '',
    qualifier: qualifierOf(part),
    form: part.ordinal ? 'ordinal' : isWord ? 'words' : 'digits',
  };
}

// A numeral in words is a count only before a measure word; 一个 and 一次 mostly mean "a".
function isCount(
  { words, unit, scale, ordinal }: Record<string, string | undefined>,
  match: RegExpMatchArray,
): boolean {
  if (words === '' && !scale) return false;
  if (unit === undefined && scale === undefined) return false;
  if (words === '双') return unit === '殊荣';
  if (ordinal) return unit === '名' || unit === '位';
  const lead = (match.input as string).slice(0, match.index);
  // 五年回顾 and 三年行动 name a plan; 连续三年 counts.
  if (unit === '年')
    return (
      /(连续|用时|历时|为期|年限)[^，。；,;]{0,3}$/.test(lead) ||
      /^(任务|完成)/.test((match.input as string).slice(lead.length + match[0].length))
    );
  if (unit === '周' || unit === '期')
    return /(连续|历时|为期|举办|开展|开办|共)[^，。；,;]{0,3}$/.test(lead);
  return (
    words !== '一' ||
    unit === '成' ||
    /(每年|每月|连续|先后|共|达|为|仅|增加|减少|开展|举办)[^，。；]{0,3}$/.test(lead)
  );
}

function qualifierOf({
  before: first,
  more,
  more2,
  after,
}: Record<string, string | undefined>): NumberQualifier {
  if (more || more2) return (more ?? more2) === '余' ? '余' : '多';
  if (after) return after as NumberQualifier;
  if (first === undefined) return '';
  return first.endsWith('近') ? '近' : first.startsWith('超') ? '超' : '约';
}

function coreOf(match: RegExpMatchArray): Span {
  const part = match.groups as Record<string, string | undefined>;
  const start = (match.index as number) + (part.before?.length ?? 0);
  return {
    start,
    end: start + (part.ordinal?.length ?? 0) + (part.digits ?? part.words ?? '').length,
  };
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
