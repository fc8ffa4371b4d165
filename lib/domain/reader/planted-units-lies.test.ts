// What a text about units side by side could say falsely is planted and must be found, with its links and without.
import { describe, expect, test } from 'vitest';
import type { Paragraph } from '../comparison/source';
import type { Summary } from '../summary/summary';
import { summariseUnits } from '../units-summary/summarise-units';
import { situations } from '../units-summary/test-units-situations';
import { verifyUnits } from './verify/verify-units';

const lies: [string, keyof typeof situations, RegExp, string][] = [
  [
    'a rank off by one',
    'ten-counties',
    /西山县、南坪县、白石县、云台县并列第二位/,
    '西山县、南坪县、白石县、云台县并列第三位',
  ],
  ['a tie hidden', 'ties-in-ranks', /东河县、西山县并列首位，均为60场次/, '东河县居首位，为60场次'],
  [
    'one of those that are equal left out',
    'ties-in-ranks',
    /南坪县、北原县、青湖县并列第三位/,
    '南坪县、北原县并列第三位',
  ],
  [
    'a tie where there is none',
    'ten-counties',
    /竹坞县居首位，为5人/,
    '竹坞县、西山县并列首位，均为5人',
  ],
  [
    'a wrong unit in front',
    'ten-counties',
    /劳动竞赛场次南坪县、竹坞县/,
    '劳动竞赛场次东河县、竹坞县',
  ],
  [
    'the front in another order',
    'ten-counties',
    /南坪县、竹坞县、柳溪县列前三位/,
    '竹坞县、南坪县、柳溪县列前三位',
  ],
  ['more in front than are named', 'ten-counties', /柳溪县列前三位/, '柳溪县列前四位'],
  ['the numbers exchanged', 'ten-counties', /68场次、67场次和64场次/, '67场次、68场次和64场次'],
  ['a number too few', 'ten-counties', /68场次、67场次和64场次/, '68场次和67场次'],
  ['a changed number', 'ten-counties', /居首位，为5人/, '居首位，为6人'],
  ['a share of the wrong whole', 'two-missing', /合计占已报总数的40\.4%/, '合计占全市的40.4%'],
  ['a share of fewer', 'ten-counties', /合计占全市的34\.1%/, '占全市的11.7%'],
  ['a changed share', 'ties-in-ranks', /合计占全市的61\.9%/, '合计占全市的62.9%'],
  ['均 when one is not', 'ties-in-ranks', /10个县区均为2人/, '10个县区均为3人'],
  ['均 of all that differ', 'ten-counties', /竹坞县居首位，为5人[^。]*/, '10个县区均为4人'],
  ['fewer than there are', 'ties-in-ranks', /10个县区均为2人/, '9个县区均为2人'],
  [
    'all have reported, though two have not',
    'two-missing',
    /10个县区中，8个已报送2021年数据，北原县、望岭县未报/,
    '10个县区均已报送2021年数据',
  ],
  ['too many have reported', 'two-missing', /8个已报送/, '9个已报送'],
  ['another unit has not reported', 'two-missing', /北原县、望岭县未报/, '北原县、东河县未报'],
  [
    'a first place among all, though not all have reported',
    'two-missing',
    /从已报县区看，/,
    '分县区看，',
  ],
  [
    'a first place, though some have no number',
    'figures-missing',
    /劳动竞赛场次在有数的县区中，/,
    '劳动竞赛场次',
  ],
  [
    'a unit in the total that is not',
    'figures-missing',
    /不含西山县、青湖县/,
    '不含西山县、南坪县',
  ],
  ['a total', 'ten-counties', /583场次/, '593场次'],
  [
    'the average of rates stated as the rate of all',
    'ten-counties',
    /集体协商建制率为84\.9%/,
    '集体协商建制率为83.9%',
  ],
  ['a change stated the wrong way', 'ten-counties', /分别比上年增长5\.0%/, '分别比上年下降5.0%'],
  ['a change of other units', 'some-years-new', /比上年同口径上升11\.2%/, '比上年上升11.2%'],
  ['the highest rate', 'ten-counties', /竹坞县最高，为96%/, '南坪县最高，为90%'],
  ['the lowest rate', 'ten-counties', /北原县最低，为64\.1%/, '望岭县最低，为76.3%'],
  ['a distance', 'ten-counties', /相差31\.9个百分点/, '相差30.9个百分点'],
  ['how many lie above', 'ten-counties', /6个县区高于/, '7个县区高于'],
  [
    '最多 of who has not most',
    'ten-counties',
    /竹坞县、南坪县、东河县较多/,
    '竹坞县、南坪县、柳溪县较多',
  ],
  ['how many have both years', 'two-missing', /都报了数的8个/, '都报了数的9个'],
  ['how often one is first', 'ten-counties', /竹坞县居首位最多，有6项/, '竹坞县居首位最多，有7项'],
  ['who comes next', 'ten-counties', /南坪县次之，有2项/, '西山县次之，有2项'],
  ['an approximate total stated as exact', 'approximate', /115000人次以上/, '115000人次'],
  ['an approximate number stated as exact', 'approximate', /900余条/, '900条'],
  ['another matter', 'ten-counties', /送温暖筹集资金南坪县/, '工会会员总数南坪县'],
  [
    'a number from nowhere',
    'ten-counties',
    /，不含市总工会本级；/,
    '，不含市总工会本级。全年培训职工12345人次；',
  ],
];

describe('a planted lie is found', () => {
  test.each(lies)('%s', (_, name, true_, false_) => {
    const input = situations[name] as NonNullable<(typeof situations)[string]>;
    const { paragraphs } = summariseUnits(input) as Summary;
    const planted = plant(paragraphs, true_, false_);
    const { lies: found, unread } = verifyUnits(planted, input);
    expect(found.length + unread.length).toBeGreaterThan(0);
  });
});

/** The text with its first match replaced, in the paragraph where it stands; the figures of the segments stay. */
function plant(paragraphs: Paragraph[], true_: RegExp, false_: string): Paragraph[] {
  const textOf = ({ segments }: Paragraph) => segments.map(({ text }) => text).join('');
  const where = paragraphs.findIndex(
    (paragraph) => paragraph.kind === 'body' && true_.test(textOf(paragraph)),
  );
  expect([true_, where >= 0]).toEqual([true_, true]);
  return paragraphs.map((paragraph, place) =>
    place === where
      ? planted(paragraph, true_.exec(textOf(paragraph)) as RegExpExecArray, false_)
      : paragraph,
  );
}

function planted(
  paragraph: Paragraph,
  { index, 0: { length } }: RegExpExecArray,
  words: string,
): Paragraph {
  let at = 0;
  const segments = paragraph.segments.map((segment) => {
    const [start, end] = [at, at + segment.text.length];
    at = end;
    const [from, to] = [Math.max(start, index), Math.min(end, index + length)];
    if (from >= to) return segment;
    const part = words.slice(from - index, to === index + length ? undefined : to - index);
    return {
      ...segment,
      text: `${segment.text.slice(0, from - start)}${part}${segment.text.slice(to - start)}`,
    };
  });
  return { ...paragraph, segments };
}
