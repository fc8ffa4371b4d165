// What a file would bring into empty reports, figure by figure.
import { readFileSync } from 'node:fs';
import { matcherOf } from '@/lib/domain/sheet/matcher';
import { noDecisions, type Decisions } from '@/lib/domain/sheet/mapping';
import { planImport, type ImportPlan, type ImportTarget } from '@/lib/domain/sheet/plan-import';
import { recognise } from '@/lib/domain/sheet/recognise';
import { whoseReader } from '@/lib/domain/sheet/unit-names';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import world from '@/prisma/world/world.json';
import { readTableFile } from './read-table-file';
import type { SheetText } from './read-workbook';

const { indicators } = standardCatalogue;
const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
const match = matcherOf(indicators);
const empty: ImportTarget = {
  state: 'missing',
  chosen: new Set(byCode.keys()),
  figures: new Map(),
};
const periods = new Map(Array.from({ length: 90 }, (_, at) => [String(1950 + at), empty] as const));

/** The figures that sheets would write ("ZZ001 2021 1280", of another unit with its code before), and what
 *  they would ask. */
export function bringSheets(
  sheets: readonly SheetText[],
  own = '320925',
  decisions: Decisions = noDecisions,
) {
  const { units } = world;
  const below = new Set(units.filter(({ parent }) => parent === own).map(({ code }) => code));
  const recogniser = { match, whose: whoseReader({ own, units }) };
  const sources = sheets
    .filter(({ isHidden }) => !isHidden)
    .flatMap((sheet) =>
      recognise(sheet, recogniser, decisions).map((layout) => ({ sheet, layout })),
    );
  const targets = new Map(units.map(({ code }) => [code, periods]));
  const plan = planImport(sources, decisions, targets, byCode, { own, below });
  return { plan, sources, ...summaryOf(plan, own) };
}

export async function bringFile(name: string, own?: string, decisions?: Decisions) {
  const bytes = new Uint8Array(readFileSync(new URL(`./cases/${name}`, import.meta.url)));
  const sheets = await readTableFile(name, bytes);
  return { sheets, ...bringSheets(sheets, own, decisions) };
}

function summaryOf({ cells, edits }: ImportPlan, own: string) {
  const written = new Set(edits.map(({ sheet, address }) => `${sheet}!${address}`));
  const line = (cell: ImportPlan['cells'][number]) =>
    `${cell.unit === own ? '' : `${cell.unit} `}${cell.code} ${cell.period || '?'} ${cell.number ?? cell.text}`;
  return {
    figures: cells.filter((cell) => written.has(`${cell.sheet}!${cell.address}`)).map(line),
    asked: cells
      .filter(({ asks }) => asks.length > 0)
      .map(
        (cell) =>
          `${line(cell)} ${cell.asks.map(({ code }) => code.replace(/^import-/, '')).join(' ')}`,
      ),
    refused: cells
      .filter(({ kind }) => kind === 'invalid' || kind === 'conflict')
      .map((cell) => `${cell.address} ${cell.issue!.code}`),
  };
}
