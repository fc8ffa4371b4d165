// Charts as pictures for files: the SVG that the page shows, drawn to PNG.
import sharp from 'sharp';
import { drawChart } from '@/lib/chart/draw-chart';
import type { Chart } from '@/lib/domain/summary/summary';
import { describeChart } from '@/lib/domain/summary/words';

export type Picture = {
  png: Uint8Array;
  /** In px of 1/96 inch. */ width: number;
  height: number;
  description: string;
};

// The width that charts are drawn for; on 156 mm their letters are those of the table.
const drawnWidth = 600;
// Hatched bars cost by the dot: at twice the size of the screen (195 dots an inch on paper) they take a third of what
// thrice would.
const dotsPerInch = 144;
const fonts =
  'Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, SimSun, WenQuanYi Micro Hei, PingFang SC, sans-serif';

/** The chart as a picture, or null on a machine without a Chinese font, where its letters would be boxes. */
export async function drawPicture(chart: Chart, id: string): Promise<Picture | null> {
  if (!(await hasChineseFont())) return null;
  const description = describeChart(chart);
  const svg = drawChart({ chart, id, width: drawnWidth, description }).replaceAll(
    'font-family="inherit"',
    `font-family="${fonts}"`,
  );
  const { data, info } = await sharp(Buffer.from(svg), { density: dotsPerInch })
    .flatten({ background: '#ffffff' })
    .png({ compressionLevel: 6 })
    .toBuffer({ resolveWithObject: true });
  return {
    png: new Uint8Array(data),
    width: drawnWidth,
    height: Math.round((drawnWidth * info.height) / info.width),
    description,
  };
}

let known: Promise<boolean> | undefined;

/** Whether this machine draws Chinese: the character 一 is a single stroke, a missing letter is a box as high as the
 *  line. */
export function hasChineseFont(): Promise<boolean> {
  known ??= drawnHeight('一').then((height) => height > 0 && height < 40);
  return known;
}

async function drawnHeight(character: string): Promise<number> {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160"><rect width="160" height="160" ' +
    `fill="#fff"/><text x="20" y="120" font-size="100" font-family="${fonts}">${character}</text></svg>`;
  const { data, info } = await sharp(Buffer.from(svg))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: info.height }, (_, row) =>
    data.subarray(row * info.width, (row + 1) * info.width).some((dot) => dot < 128),
  );
  return rows.filter(Boolean).length;
}
