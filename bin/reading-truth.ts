// What a reading is measured on: texts with the quantities they hold and the indicator of each.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import documents from '@/prisma/world/documents.json';

/** One printed quantity; `indicators` are those it may rightly be said to be (none: no home). `role` where
 *  the truth has it. */
export type TrueQuantity = {
  start: number;
  end: number;
  value: number;
  unit: string;
  indicators: string[];
  role: string | null;
};

export type TrueText = {
  name: string;
  text: string;
  period: string | undefined;
  quantities: TrueQuantity[];
};

type Inventory = {
  seed: string;
  coverPeriod: { from: number; to: number };
  figures: {
    id: string;
    quote: string;
    printed: string;
    value: number;
    unit: string;
    indicator: string;
    comparison: { pattern: string; role: string } | null;
    nature: string;
  }[];
};

/** The texts of a folder that holds x.txt with inventories figures-*.json. */
export function readInventories(folder: string): TrueText[] {
  return readdirSync(folder)
    .filter((name) => /^figures-.*\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Inventory)
    .filter(({ seed }) => existsSync(join(folder, seed)))
    .map((inventory) => {
      const text = readFileSync(join(folder, inventory.seed), 'utf8');
      return {
        name: inventory.seed,
        text,
        period: periodOf(inventory.coverPeriod),
        quantities: locate(text, inventory),
      };
    });
}

const periodOf = ({ from, to }: { from: number; to: number }): string =>
  from === to ? String(to) : `${from}..${to}`;

function locate(text: string, { figures }: Inventory): TrueQuantity[] {
  const places = [...text].flatMap((character, place) => (/\s/.test(character) ? [] : [place]));
  const bare = text.replace(/\s/g, '');
  const found = new Map<number, TrueQuantity>();
  for (const figure of figures) {
    const quote = figure.quote.replace(/\s/g, '');
    const printed = figure.printed.replace(/\s/g, '');
    const from = bare.indexOf(quote);
    let at = bare.indexOf(printed, Math.max(from, 0));
    const codes = codesOf(figure.id, figure.indicator);
    const isSame = (one: TrueQuantity | undefined) =>
      one !== undefined && !sharesNumeral(quote, printed);
    while (isSame(found.get(places[at] as number))) at = bare.indexOf(printed, at + 1);
    if (from < 0 || at < 0) throw new Error(`${figure.id} is not in its text: ${figure.quote}`);
    const start = places[at] as number;
    const known = found.get(start);
    if (known) known.indicators.push(...codes);
    else
      found.set(start, {
        start,
        end: (places[at + printed.length - 1] as number) + 1,
        value: figure.value,
        unit: figure.unit,
        indicators: codes,
        role: roleOf(figure),
      });
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

/** 各50名, 均达100%: one numeral for two figures. */
const sharesNumeral = (quote: string, printed: string): boolean =>
  quote.split(printed).length === 2;

function roleOf({ nature, comparison, printed }: Inventory['figures'][number]): string | null {
  if (nature !== 'change')
    return comparison?.pattern === 'rank' && printed.startsWith('第') ? 'rank' : 'level';
  if (comparison?.pattern === 'annual-average-growth') return 'yearly-average';
  return printed.includes('%') ? 'change-rate' : 'change-amount';
}

const byId = new Map(
  documents.reports.flatMap(({ figures, changes }) =>
    [...figures, ...changes].flatMap(({ ids, indicator }) =>
      ids.map((id) => [id, indicator] as const),
    ),
  ),
);

function codesOf(id: string, name: string): string[] {
  const known = byId.get(id) ?? standardCatalogue.indicators.find((one) => one.name === name)?.code;
  return known ? [known] : [];
}

/** The texts of a folder whose quantities are marked in place: {1.3万余人次 SX008}, {三家=3家 - target}. Their
 *  first line is the period; - is no home, a|b either. */
export function readMarkedTexts(folder: string): TrueText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readMarked(name, readFileSync(join(folder, name), 'utf8')));
}

function readMarked(name: string, content: string): TrueText {
  const [period = '', ...lines] = content.split('\n');
  const marked = lines.join('\n');
  const quantities: TrueQuantity[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(/\{([^{} ]+) ([^{} ]+)(?: ([a-z-]+))?\}/g)) {
    const [shown, codes, role] = [match[1] as string, match[2] as string, match[3] ?? 'level'];
    const [printed = '', said = printed] = shown.split('=');
    text += marked.slice(from, match.index);
    const start = text.length;
    text += printed;
    from = match.index + match[0].length;
    quantities.push({
      start,
      end: text.length,
      ...measured(name, said),
      indicators: codes === '-' ? [] : codes.split('|'),
      role,
    });
  }
  return { name, text: text + marked.slice(from), period: period.trim() || undefined, quantities };
}

function measured(name: string, said: string): { value: number; unit: string } {
  const match =
    /^(?:近|约|超过|超|逾|不足)?(\d+(?:\.\d+)?)[余多]?(万|亿)?[余多]?个?(百分点|[^\d余多]*?)[余多]?(?:以上|左右|以内|以下)?$/.exec(
      said.replace(/^第/, ''),
    );
  if (!match) throw new Error(`${name}: what is ${said}?`);
  const factor = match[2] === '亿' ? 1e8 : match[2] === '万' ? 1e4 : 1;
  const unit = match[3] === '' ? '个' : (match[3] as string);
  return { value: Number((Number(match[1]) * factor).toPrecision(12)), unit };
}
