// What a row or column calls itself: a name, perhaps numbered, indented or with 其中, perhaps with its unit, a
// footnote sign and its name in English.

/** A name without spaces, numbering ("1.", "（二）", "1-1", "其中：", "#"), footnote signs, the day it is of,
 *  English and case. */
export function cleanLabel(name: string): string {
  const text = undecorated(name).replace(/\s+/g, '').toUpperCase();
  return text.replace(leading, '').replace(/[:,;]+$/, '');
}

const leading = new RegExp(
  [
    String.raw`^(?:[#*·•●○◆■□▪►※\-—–]+|其中[:,、]?|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.:]+`,
    String.raw`|\d{1,2}(?:[-.]\d{1,2})+[.、)]?|\(?[ivx]{1,4}[.、)])+(?=[^\d.])`,
  ].join(''),
  'i',
);

/** A text in one width, without footnote signs, without 年末 and the like in brackets, and without an English
 *  name. */
function undecorated(text: string): string {
  const plain = text
    .replace(/[\u2460-\u24ff\u2776-\u2793¹²³⁰-₉*＊†‡※]+/gu, '')
    .replace(/[[［【〔]注?\d{1,2}[\]］】〕]/g, '')
    .replace(/[[［【〔]([^\]］】〕]*)[\]］】〕]/g, '($1)')
    .normalize('NFKC')
    .replace(
      /\((?:注\d*|年末|年底|期末|年末数|年底数|期末数|全年|本年|当年|12月31日|年末累计)\)/g,
      '',
    )
    .trim();
  // Two names of one thing: the Chinese one counts. A code before the name is none.
  return /[\u4e00-\u9fff]/.test(plain)
    ? plain.replace(
        /(?<=[\u4e00-\u9fff)）\s:])[\s(（#\-—]*[A-Za-z]{2}[A-Za-z\d\s,.;:'’"&()/%#\-–—]*$/,
        balanced,
      )
    : plain;
}

/** What is cut off is English alone: a code or a unit in letters stays. */
const balanced = (tail: string): string => (/^[\s(（\-—]*[A-Z]{2}\d{3}/.test(tail) ? tail : '');

/** A cleaned name without what stands in brackets at its end. */
export const withoutBrackets = (name: string): string =>
  cleanLabel(name).replace(/\([^()]*\)$/, '');

/** Whether a row adds others up. */
export const isTotalLabel = (label: string): boolean =>
  /^(合计|小计|总计|共计|TOTAL)[:：]?$/i.test(label.normalize('NFKC').replace(/\s+/g, ''));

/** Whether a text is a note below or above a table and no name of a row. */
export const isNoteLabel = (label: string): boolean =>
  noteForm.test(label.normalize('NFKC').trim());

const noteForm = new RegExp(
  [
    '^(?:(注|说明|备注|资料来源|数据来源|来源|计量单位|单位|填报单位|单位名称|制表|制表人|制表单位|填表人|审核人|负责人|单位负责人|统计负责人',
    String.raw`|联系电话|填报日期|报出日期|note|source)\s*\d*\s*([:：.]|$)|[a-z]\)\s|[*＊①-⑳]\s*(?:本表|数据`,
    String.raw`|\d{4}年))`,
  ].join(''),
  'i',
);

/** Whether a name says of itself that it is a part of what stands above. */
export const isPartLabel = (label: string): boolean =>
  /^[\s]*(?:#|其中|内[:：]|含[:：])/.test(label.normalize('NFKC'));

/** How far a name is indented; the sign # stands in the indentation. */
export const indentOf = (label: string): number => {
  const found = /^[\s\u3000]*[#＃]?[\s\u3000]*/.exec(label)![0];
  return Array.from(found).reduce(
    (width, sign) => width + (/[#＃]/.test(sign) ? 2 : sign === '\u3000' ? 2 : 1),
    0,
  );
};

/** Name and unit of "工会经费(万元)", "会员数，万人", "建会率/%", "会员数 万人"; the unit is null
 *  where none is said. */
export function takeUnit(label: string): { name: string; unit: string | null } {
  const text = undecorated(label);
  const name = label.normalize('NFKC').trim();
  const found =
    /^(.*?)\s*(?:\((?:(?:计量)?单位[:：])?([^()]*)\)|[,/、]\s*([^,/、()]+)|\s([^\s()]+))[:\s]*$/s.exec(
      text,
    );
  // 劳动竞赛 场次 is a name; behind a space only a scale is surely a unit.
  const spaced = /[千万亿%‰]/.test(found?.[4] ?? '') ? found![4] : undefined;
  const said = found?.[2] ?? found?.[3] ?? spaced ?? '';
  const unit = unitsIn(said)[0] ?? null;
  if (found && unit && found[1]) return { name: found[1], unit };
  const inside = /^(.*?)\((?:(?:计量)?单位[:：])?([^()]*)\)(.+)$/s.exec(text);
  const within = readUnitWord(inside?.[2] ?? '');
  return inside && within && inside[1]
    ? { name: `${inside[1]}${inside[3]}`, unit: within }
    : { name, unit: null };
}

/** Whether a text is a line that says the unit of a table, and no name with its unit. */
export const isUnitLine = (text: string): boolean =>
  /^[(（[【]?(?:计量|金额|数据|人数)?单位\s*[:：]/.test(text.trim());

/** The units that a whole table says in a line of its own: "单位：万人", "计量单位:人、万元"; none where
 *  it says nothing. */
export function tableUnits(cell: string): string[] {
  const found = /(?:(?:计量|金额|数据|人数)?单位|计量)\s*[:：]\s*(.+)$/s.exec(
    cell.normalize('NFKC').trim(),
  );
  return found ? unitsIn(found[1]!) : [];
}

/** The units that a note says the figures are in: "本表人数单位为万人", "金额以万元计". */
export function notedUnits(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return [
    ...plain.matchAll(
      /(?:单位(?:均|都)?(?:为|是|[:：])|以|按|均为)([十百千万亿]{0,2}[^\s,。;、()计为]{1,3})/g,
    ),
  ].flatMap(([, word]) => readUnitWord(word!) ?? readUnitWord(word!.slice(0, 2)) ?? []);
}

/** Whether a text names a scale of its counts, or of its money: 万人, 千元, (10 000 persons). */
export function scalesIn(text: string): { count: boolean; money: boolean } {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return {
    count:
      /[千万亿](?:人次|人|个|家|件|次|场|户|条|份|册|名|位|张|套|项)|[(（:：、,，][十百]?[千万亿](?:[)）、,，]|$)|^[十百]?[千万亿]$/.test(
        plain,
      ) || /1,?0,?000(?:persons|people|workers|units)|thousandpersons|millionpersons/i.test(plain),
    money: /[百千万亿]元|[(（:：、,，][十百]?[千万亿](?:[)）、,，]|$)|^[十百]?[千万亿]$/.test(
      plain,
    ),
  };
}

const unitsIn = (text: string): string[] =>
  text
    .normalize('NFKC')
    .split(/[、,，;；/\s()和及]+/)
    .flatMap((word) => readUnitWord(word) ?? []);

/** A text that is a unit and nothing else; null otherwise. */
export function readUnitWord(text: string): string | null {
  const word = text
    .normalize('NFKC')
    .replace(/[\s()]+/g, '')
    .replace(/^单位[:：]/, '');
  return unitForm.test(word) ? word : null;
}

// A scale and what is counted: 万人, 亿元, 百万元, 人次, %; at most four signs of counting.
const unitForm = new RegExp(
  [
    '^(?:[十百千万亿]{0,2}(?:元|人|人次|个|家|件|次|场|场次|项|户|条|份|册|名|位|届|期|篇|处|起|张|套|支|年|个月|户次|家次|件次',
    '|班次|对|站|所|座|岁|等|方面|级|辆|台|本|部|幅|轮|案次|种)|[千万亿]|百万|千万|%|‰|百分比|百分点)$',
  ].join(''),
);
