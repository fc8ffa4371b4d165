// The look of every chart: three colours distinguished by pattern, line and symbol as well, so that print in black and
// colour-blind eyes lose nothing.

export const ink = '#1B1F24';
export const line = '#D9DDE2';
export const line2 = '#8A929C';

const thisYear = '#0B5C8A';
const compared = '#C25700';
const other = '#6F7C87';

/** Directions, told apart by side, symbol and sign as well: neither says good or bad. */
export const rising = thisYear;
export const falling = compared;

export const labelSize = 13;
export const text = { fontFamily: 'inherit', fontSize: labelSize, color: ink };

/** Bars run from the oldest to the present: the last is this year, the one before it what it is compared with. */
export function barColour(index: number, count: number): string {
  if (index === count - 1) return thisYear;
  return index === count - 2 ? compared : other;
}

/** This year's bars are plain; those compared with are hatched, older ones dotted. */
export function barPattern(index: number, count: number): object {
  if (index === count - 1) return { symbol: 'none' };
  const white = { color: 'rgba(255,255,255,0.55)' };
  if (index === count - 2)
    return {
      ...white,
      symbol: 'rect',
      symbolSize: 1,
      dashArrayX: [1, 0],
      dashArrayY: [2, 5],
      rotation: -Math.PI / 4,
    };
  return {
    ...white,
    symbol: 'circle',
    symbolSize: 0.7,
    dashArrayX: [
      [7, 7],
      [0, 7, 7, 0],
    ],
    dashArrayY: [5, 0],
  };
}

export const lineColours = [thisYear, compared, other];
export const lineTypes = ['solid', 'dashed', 'dotted', [10, 3, 2, 3], [14, 5]];
export const lineSymbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];

const legendRow = 32;
const legendGap = 20;

/** A legend above the drawing and the height it takes: its names run on in rows. A single series needs none. */
export function legendOf(
  names: string[],
  width: number,
  symbolWidth: number,
): { legend: object | undefined; height: number } {
  if (names.length < 2) return { legend: undefined, height: 0 };
  let rows = 1;
  let used = 0;
  for (const name of names) {
    const needed = symbolWidth + 5 + widthOf(name) + legendGap;
    if (used > 0 && used + needed > width) {
      rows += 1;
      used = 0;
    }
    used += needed;
  }
  const legend = {
    top: 0,
    left: 0,
    right: 0,
    padding: [5, 0],
    itemWidth: symbolWidth,
    itemHeight: 12,
    itemGap: legendGap,
    selectedMode: false,
    textStyle: text,
  };
  return { legend, height: rows * legendRow + 8 };
}

/** Width of a text in px: a full-width character is as wide as the letters are high. */
export function widthOf(label: string): number {
  return [...label].reduce(
    (width, character) => width + (character > '\u2e7f' ? labelSize : labelSize * 0.6),
    0,
  );
}
