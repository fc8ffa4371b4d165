// What a row or column calls itself: a name, perhaps numbered, indented or with 其中, and perhaps with its unit.

/** A name without spaces, numbering ("1.", "（二）", "其中：", "#") and case. */
export function cleanLabel(name: string): string {
  const text = name.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
  return text.replace(/^(?:#|其中[:,]?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]+)+(?=\D)/, '');
}

/** A cleaned name without what stands in brackets at its end. */
export const withoutBrackets = (name: string): string =>
  cleanLabel(name).replace(/\([^()]*\)$/, '');

/** Whether a row adds others up. */
export const isTotalLabel = (label: string): boolean =>
  /^(合计|小计|总计|共计|TOTAL)[:：]?$/i.test(label.normalize('NFKC').replace(/\s+/g, ''));

/** Whether a text is a note below or above a table and no name of a row. */
export const isNoteLabel = (label: string): boolean =>
  /^(注|说明|备注|资料来源|数据来源|来源|单位|填报单位|制表|填表人|审核人|填报日期)\s*\d*\s*([:：]|$)/.test(
    label.normalize('NFKC').trim(),
  );

/** Name and unit of "工会经费(万元)", "会员数，万人", "建会率/%"; the unit is null where none is said. */
export function takeUnit(label: string): { name: string; unit: string | null } {
  const text = label.normalize('NFKC').trim();
  const found = /^(.*?)\s*(?:\((?:(?:计量)?单位[:：])?([^()]*)\)|[,/、]\s*([^,/、()]+))$/s.exec(
    text,
  );
  const unit = readUnitWord(found?.[2] ?? found?.[3] ?? '');
  return found && unit && found[1] ? { name: found[1], unit } : { name: text, unit: null };
}

/** The unit a whole table says in a line of its own: "单位：万人", "计量单位:人、万元" says two and so none. */
export function tableUnit(cell: string): string | null {
  const found = /(?:计量)?单位\s*[:：]\s*([^\s()]+)\)?\s*$/.exec(cell.normalize('NFKC'));
  return found ? readUnitWord(found[1]!) : null;
}

/** A text that is a unit and nothing else; null otherwise. */
export function readUnitWord(text: string): string | null {
  const word = text.normalize('NFKC').replace(/\s+/g, '');
  return unitForm.test(word) ? word : null;
}

// A scale and what is counted: 万人, 亿元, 百万元, 人次, %; at most four signs of counting.
const unitForm =
  /^(?:[十百千万亿]{0,2}(?:元|人|人次|个|家|件|次|场|场次|项|户|条|份|册|名|位|届|期|篇|处|起|张|套|支|年|个月|户次|家次|件次|班次|对|站|所|座|岁|等|方面|级|辆|台|本|部|幅|轮|案次|种)|[万亿]|%|‰|百分比|百分点)$/;
