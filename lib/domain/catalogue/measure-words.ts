// Measure words (量词) vary for one object: an official text says 300名 or 300位 of an indicator counted in 人.
// A word that changes what is counted (人 and 人次, 件 and 件次) is never taken for another.

/** The word to print for what was typed; null when it does not count the indicator's objects. */
export function findMeasureWord(typed: string, unit: string): string | null {
  const word = Object.hasOwn(brackets, typed) ? brackets[typed]! : typed;
  return word === unit || others[unit]?.includes(word) ? word : null;
}

/** Other words for the same objects, by the indicator's unit. */
const others: Record<string, string[]> = {
  人: ['名', '位', '个'],
  名: ['人', '位', '个'],
  个: ['家', '户', '处'],
  家: ['个', '户'],
  户: ['家', '个'],
  件: ['起', '个'],
  起: ['件'],
  项: ['个', '件'],
  处: ['个'],
  条: ['个', '件'],
  场: ['场次', '次'],
  场次: ['场', '次'],
  次: ['场', '场次', '轮'],
  班次: ['期', '个班次'],
  期: ['班次', '个班次'],
  册: ['本'],
  篇: ['份'],
};

const brackets: Readonly<Record<string, string>> = {
  '人(次)': '人次',
  '家(次)': '家次',
  '件(次)': '件',
};
