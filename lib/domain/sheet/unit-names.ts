// Whose figures a text says: the unit that imports, another one of the tree, or one that nobody here knows.
// Tables write units short (东台, 内蒙古, 恩施州) and the whole of a city as 全市, which is not what its own
// offices have (市直).

import { tableUnits } from './label';

/** A unit of the tree as a table may name it. */
export type NamedUnit = { code: string; name: string };

/** `own`: the unit that imports. `units`: all that may be named, the own one among them. */
export type Units = { own: string; units: readonly NamedUnit[] };

/** `unit`: one that is known. `whole`: everything of the area the table is about (全市). `part`: what is no
 *  unit's whole (市直). `other`: named, and not known here. */
export type Whose =
  { kind: 'unit'; code: string; name: string } | { kind: 'whole' | 'part' | 'other'; name: string };

/** Reads whose a label is; null where it names no unit. */
export type WhoseReader = {
  ofLabel: (label: string) => Whose | null;
  /** The unit that a title or a line over the table names. */
  ofTitle: (text: string) => Whose | null;
};

/** A reader for what stands in the tables that one unit imports. */
export function whoseReader({ own, units }: Units): WhoseReader {
  const known = units.map((unit) => ({ ...unit, ...shortOf(unit.name) }));
  const mine = known.find(({ code }) => code === own);
  const levelWord = mine?.suffix.replace(/^.*(?=[省市县区旗州盟]$)/, '') ?? '';
  const found = (name: string): Whose | null => {
    const said = shortOf(name);
    if (said.stem.length < 2) return null;
    const like = known.filter(
      ({ stem, full }) => full === said.full || stem === said.stem || isNationOf(full, said),
    );
    const exact = like.filter(({ full }) => full === said.full);
    const one =
      like.find(({ code }) => code === own) ??
      (exact.length === 1 ? exact[0] : like.length === 1 ? like[0] : undefined);
    if (one) return { kind: 'unit', code: one.code, name: one.name };
    return like.length > 1 ? { kind: 'other', name } : null;
  };
  return {
    ofLabel: (label) => {
      const name = bare(label);
      if (name === '') return null;
      if (/^全[国省市县区州盟旗]$|^全区$/.test(name)) {
        if (name === '全国') return found('中华全国') ?? { kind: 'other', name };
        return mine && name.endsWith(levelWord) && levelWord !== ''
          ? { kind: 'whole', name }
          : { kind: 'other', name };
      }
      if (/^(?:[省市县区州]直|[省市县区州]本级|[省市县区州]属|直属|本级|机关本部)/.test(name))
        return { kind: 'part', name };
      return found(name) ?? (looksLikeUnit(name) ? { kind: 'other', name } : null);
    },
    ofTitle: (text) => inTitle(text, known, found),
  };
}

type Short = { full: string; stem: string; suffix: string };

/** 盐城市总工会 → 盐城, 市; 恩施土家族苗族自治州 keeps its full form and is compared by its
 *  beginning. */
function shortOf(name: string): Short {
  const full = bare(name);
  const found =
    /^(.{2,}?)(特别行政区|(?:[一-龥]{1,3}族)?自治区|省|自治州|自治县|自治旗|地区|新区|市|州|盟|县|区|旗|林区)$/.exec(
      full,
    );
  return { full, stem: found?.[1] ?? full, suffix: found?.[2] ?? '' };
}

/** 恩施州 is 恩施土家族苗族自治州, 广西 is 广西壮族自治区. */
function isNationOf(full: string, { stem, suffix }: Short): boolean {
  if (!full.startsWith(stem)) return false;
  const rest = full.slice(stem.length);
  return (
    /^(?:[一-龥]{1,4}族)+自治(?:区|州|县|旗)$/.test(rest) ||
    (suffix === '' && /^(?:维吾尔)?自治区$/.test(rest))
  );
}

/** A name without spaces, 总工会, what stands in brackets, and footnote signs. */
function bare(text: string): string {
  return text
    .replace(/[\u2460-\u24ff\u2776-\u2793*＊]+/g, '')
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^()]*\)/g, '')
    .replace(/^(?:#|其中:?|\d{1,2}[.、])+/, '')
    .replace(/[:：]$/, '')
    .replace(/(?:总工会|工会委员会|工会联合会|工会)$/, '');
}

const looksLikeUnit = (name: string): boolean =>
  name.length <= 20 &&
  /(?:省|市|县|自治区|自治州|自治县|自治旗|新区|开发区|高新区|工业园区|地区|[^社小园校库辖]区|盟|旗|[^各]州|街道|镇|乡)$/.test(
    name,
  ) &&
  !/^(?:各|全|本|我|分|[一二三四五六七八九十\d]+个|乡镇|街道|县|市|区|城市|地区)/.test(name);

/** The unit that a title names: the lowest of those known, else one written like a unit before what the
 *  table is about. */
function inTitle(
  text: string,
  known: readonly (NamedUnit & Short)[],
  found: (name: string) => Whose | null,
): Whose | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const line =
    /^((?:填报|报送|编报|上报|统计)?)单位(名称)?(?:\(盖章\)|\(公章\))?[:：](.+?)(?:$|\((?:盖|公)章|单位负责人|填表人|负责人|填报|报送|\d{4}年)/.exec(
      plain,
    );
  if (line && tableUnits(plain).length === 0) {
    const said = line[3]!;
    const isUnit =
      line[1] !== '' || line[2] !== undefined || /工会$/.test(said) || looksLikeUnit(bare(said));
    return (
      found(said) ?? (isUnit && bare(said).length > 1 ? { kind: 'other', name: bare(said) } : null)
    );
  }
  const named = known
    .filter(
      ({ full, stem, suffix }) =>
        plain.includes(full) ||
        (suffix !== '' &&
          stem.length >= 2 &&
          new RegExp(`(?:^|[年度:\\d\\s])${stem}(?=总?工会|\\d{4}|[一二]〇|各|年|$)`).test(plain)),
    )
    .sort(
      (a, b) =>
        plain.lastIndexOf(b.stem) - plain.lastIndexOf(a.stem) || b.full.length - a.full.length,
    );
  const lowest = named[0];
  if (lowest) return { kind: 'unit', code: lowest.code, name: lowest.name };
  const other = titledUnit.exec(plain)?.[1];
  return other ? (found(other) ?? { kind: 'other', name: other }) : null;
}

const titledUnit = new RegExp(
  [
    String.raw`(?:^|年度?|[:\d表])((?!各|全|本|我|分|年|市县|县市|县区|城)(?:(?!年|各)[一-龥]){2,8}?(?:省|自治区|市|自治州|州|盟`,
    String.raw`|县|自治县|旗|[^社小园校库辖各分县市]区))(?=总工会|工会|(?:19|20)\d\d|各|分|基层|职工|$)`,
  ].join(''),
);
