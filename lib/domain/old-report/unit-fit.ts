// Which measure words count the unit of an indicator: 名 counts 人, 起 counts 件, 人次 hardly 人.

const families: [string[], string[], number][] = [
  [['人', '名', '位', '个', '对'], ['人', '名'], 0.9],
  [['人', '名', '位'], ['人次'], 0.6],
  [['人次', '次', '场次'], ['人', '人次'], 0.7],
  [['个', '家', '户', '所', '座', '处', '站', '支', '组', '班'], ['个', '家'], 0.9],
  [['户', '家', '户次'], ['户'], 0.9],
  [['家', '家次', '户', '户次', '个'], ['家次'], 0.8],
  [['场', '场次', '次', '期', '项', '届', '课次'], ['场', '场次'], 0.9],
  [['次', '批次', '批', '轮', '场次', '场'], ['次'], 0.8],
  [['期', '班次', '次', '场', '场次', '届'], ['期', '班次'], 0.8],
  [['件', '起', '案次', '宗', '例', '件次', '个', '人次', '次'], ['件', '起', '案次'], 0.8],
  [['项', '个', '件', '条', '场', '场次', '种'], ['项'], 0.8],
  [['条', '件', '个', '项', '处'], ['条'], 0.9],
  [['处', '个', '条', '项', '起', '件'], ['处'], 0.9],
  [['份', '个'], ['份'], 0.9],
  [['册', '本'], ['册'], 0.9],
  [['篇', '份', '个'], ['篇'], 0.9],
  [['个', '项', '条', '件'], ['个'], 0.8],
  [['枚', '名', '人', '个', '位'], ['人'], 0.8],
  [['家', '个', '项', '篇'], ['家'], 0.7],
];

/** How well a measure word fits the unit of an indicator; 0 where it counts something else. */
export function unitFit(word: string, unit: string): number {
  if (word === unit) return 1;
  // A rate of change may be of anything that is counted.
  if (word === '*') return 0.9;
  return Math.max(
    0,
    ...families.map(([words, units, fit]) =>
      words.includes(word) && units.includes(unit) ? fit : 0,
    ),
  );
}
