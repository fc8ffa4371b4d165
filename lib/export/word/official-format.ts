// The numbers of GB/T 9704—2012, the format of official documents, in the units that Word keeps: twips (1/20 pt) and
// half points.

const mm = (length: number): number => Math.round((length * 1440) / 25.4);

/** A4 with 天头 37, 地脚 35, 订口 28 and 切口 26 mm: a type area of 156 × 225 mm. */
export const page = {
  width: mm(210),
  height: mm(297),
  margin: {
    top: mm(37),
    bottom: mm(35),
    left: mm(28),
    right: mm(26),
    header: mm(20),
    footer: mm(25),
  },
};

/** A wide table lies across; its binding edge is above. */
export const widePage = {
  width: page.height,
  height: page.width,
  margin: {
    top: mm(28),
    bottom: mm(26),
    left: mm(35),
    right: mm(37),
    header: mm(15),
    footer: mm(16),
  },
};

export const textWidth = page.width - page.margin.left - page.margin.right;
export const wideTextWidth = widePage.width - widePage.margin.left - widePage.margin.right;

/** 22 lines a page: 29 pt would be a hair too much for 225 mm, so each line is exactly 28.95 pt. */
export const lineHeight = 579;

/** 28 characters of 16 pt are 158 mm, the type area has 156: every character stands a quarter of a point closer. */
export const characterSpacing = -5;
export const charactersPerLine = 28;

/** Half points: 2号, 3号, 4号, 5号, and 小5号 of tables, which the format leaves open. */
export const size = { two: 44, three: 32, four: 28, five: 21, smallFive: 18 };

/** Width of one body character with its spacing. */
export const em = (size.three / 2) * 20 + characterSpacing;

export type FontSet = 'official' | 'common';
export type Face = 'title' | 'body' | 'black' | 'kai' | 'song';

/** Fonts are named, never embedded: those of the format, or for machines without them those that Windows and WPS
 *  bring. */
const fonts: Record<FontSet, Record<Face, string>> = {
  official: {
    title: '方正小标宋简体',
    body: '仿宋_GB2312',
    black: '黑体',
    kai: '楷体_GB2312',
    song: '宋体',
  },
  common: { title: '宋体', body: '仿宋', black: '黑体', kai: '楷体', song: '宋体' },
};

export const fontSets = Object.keys(fonts) as FontSet[];

/** The four fonts a run of text needs: Chinese in the named face, digits and Latin letters in Times New Roman. */
export function fontOf(
  set: FontSet,
  face: Face,
): { ascii: string; hAnsi: string; cs: string; eastAsia: string; hint: 'eastAsia' } {
  const latin = face === 'song' ? '宋体' : 'Times New Roman';
  return {
    ascii: latin,
    hAnsi: latin,
    cs: 'Times New Roman',
    eastAsia: fonts[set][face],
    hint: 'eastAsia',
  };
}
