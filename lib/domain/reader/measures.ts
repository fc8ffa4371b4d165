// Measure words that count the same objects. Words that change what is counted (人 and 人次) never stand for each
// other.
const families: string[][] = [
  ['人', '名', '位', '个', ''],
  ['人次', '次'],
  ['个', '家', '户', '处', '所', '座', '支', '区', '县', '市', '大', '部门', '项'],
  ['家', '户', '个', '处', '所', '大'],
  ['户', '家', '个'],
  ['家次', '家'],
  ['件', '起', '个', '项', '宗', '例', '案次', '条', '件次'],
  ['项', '个', '件', '条', '等', '殊荣', '大'],
  ['条', '件', '个', '项'],
  ['场', '场次', '次', '期'],
  ['次', '轮', '场次', '批'],
  ['期', '班次', '个班次', '场', '次'],
  ['班次', '期', '个班次'],
  ['册', '本'],
  ['篇', '份'],
  ['名', '位', '第'],
];

/** Whether a number with this measure word may be of an indicator with that unit. */
export function isMeasureOf(word: string, unit: string): boolean {
  return (
    word === unit || families.some(([head, ...others]) => head === unit && others.includes(word))
  );
}
