// npm run coverage:reading [-- FOLDER]: how well old reports are read. Measured on the marked texts beside
// the reader and, where a folder with inventories is given (or GONGBAO_DOCUMENTS), on its documents. Fails
// under the least shares below.
import { join } from 'node:path';
import { makeReportReader, type ReadFigure } from '@/lib/domain/old-report/read-report';
import { standardCatalogue } from '@/prisma/catalogue/standard-catalogue';
import {
  readInventories,
  readMarkedTexts,
  type TrueQuantity,
  type TrueText,
} from './reading-truth';

const least = { f1: 0.97, indicator: 0.85, assigned: 0.9, role: 0.9 };

type Counts = Record<
  | 'found'
  | 'right'
  | 'stated'
  | 'homes'
  | 'named'
  | 'assigned'
  | 'assignedRight'
  | 'homeless'
  | 'homelessRight'
  | 'roles'
  | 'rolesRight',
  number
>;

const read = makeReportReader(standardCatalogue);
const folder =
  process.argv.slice(2).find((one) => !one.startsWith('-')) ?? process.env.GONGBAO_DOCUMENTS;
const isLong = process.argv.includes('--faults');
const texts = join(import.meta.dirname, '../lib/domain/old-report/texts');
const sets: [string, TrueText[]][] = [
  ...(folder ? [[folder, readInventories(folder)] as [string, TrueText[]]] : []),
  ['own texts', readMarkedTexts(texts)],
  ['later texts', readMarkedTexts(join(texts, 'later'))],
];
const bands = new Map<number, { all: number; right: number }>();
for (const [name, texts] of sets) {
  const results = texts.map((text) => measure(text));
  for (const [place, one] of results.entries())
    console.log(line((texts[place] as TrueText).name, one));
  const all = results.reduce(
    (sum, one) =>
      Object.fromEntries(
        Object.entries(sum).map(([key, count]) => [key, count + one[key as keyof Counts]]),
      ) as Counts,
  );
  console.log(line(`all of ${name}`, all));
  const { f1, indicator, assigned, role } = shares(all);
  if (
    f1 < least.f1 ||
    indicator < least.indicator ||
    assigned < least.assigned ||
    role < least.role
  )
    process.exitCode = 1;
}
console.log('confidence said: right of how many');
for (const [band, { all, right }] of [...bands].sort(([a], [b]) => a - b))
  console.log(`  ${band.toFixed(1)}: ${percent(right / all)} of ${all}`);

function measure({ name, text, period, quantities }: TrueText): Counts {
  const figures = read(text, period);
  const counts: Counts = {
    found: figures.length,
    right: 0,
    stated: quantities.length,
    homes: 0,
    named: 0,
    assigned: 0,
    assignedRight: 0,
    homeless: 0,
    homelessRight: 0,
    roles: 0,
    rolesRight: 0,
  };
  const matched = matchFound(name, text, quantities, figures, counts);
  for (const figure of figures) {
    const quantity = matched.get(figure);
    if (!quantity) {
      fault(name, text, figure.start, 'no quantity', figure.text);
      if (figure.indicator !== null) counts.assigned += 1;
      continue;
    }
    count(counts, figure, quantity);
    judgeNaming(name, text, figure, quantity);
  }
  counts.homes = quantities.filter(({ indicators }) => indicators.length > 0).length;
  return counts;
}

/** What was found of the true quantities, each of which counts once. */
function matchFound(
  name: string,
  text: string,
  quantities: readonly TrueQuantity[],
  figures: readonly ReadFigure[],
  counts: Counts,
): Map<ReadFigure, TrueQuantity> {
  const matched = new Map<ReadFigure, TrueQuantity>();
  for (const quantity of quantities) {
    const figure = figures.find(
      (one) => one.start < quantity.end && quantity.start < one.end && !matched.has(one),
    );
    if (figure) matched.set(figure, quantity);
    if (
      figure !== undefined &&
      Number(figure.value) === quantity.value &&
      isUnit(figure.unit, quantity.unit)
    )
      counts.right += 1;
    else {
      const read = figure ? `${figure.value} ${figure.unit}` : 'not found';
      fault(name, text, quantity.start, `${quantity.value} ${quantity.unit}`, read);
    }
  }
  return matched;
}

/** Notes a wrong name or role, and how far the first candidate's confidence was right. */
function judgeNaming(
  name: string,
  text: string,
  { start, indicator, role, confidence, candidates }: ReadFigure,
  quantity: TrueQuantity,
): void {
  const isNamed =
    indicator === null ? quantity.indicators.length === 0 : quantity.indicators.includes(indicator);
  if (!isNamed) {
    const read = `${nameOf(indicator ?? undefined)} ${confidence}`;
    fault(name, text, start, nameOf(quantity.indicators[0]), read);
  }
  if (quantity.role !== null && quantity.role !== role)
    fault(name, text, start, quantity.role, role);
  const [first] = candidates;
  if (!first) return;
  const band = Math.min(Math.floor(confidence * 10), 9) / 10;
  const { all, right } = bands.get(band) ?? { all: 0, right: 0 };
  const isRight = quantity.indicators.includes(first.indicator);
  bands.set(band, { all: all + 1, right: right + (isRight ? 1 : 0) });
}

function count(counts: Counts, figure: ReadFigure, quantity: TrueQuantity): void {
  const isRight = figure.indicator !== null && quantity.indicators.includes(figure.indicator);
  if (quantity.indicators.length > 0 && isRight) counts.named += 1;
  if (figure.indicator !== null) counts.assigned += 1;
  if (isRight) counts.assignedRight += 1;
  if (quantity.indicators.length === 0) {
    counts.homeless += 1;
    if (figure.indicator === null) counts.homelessRight += 1;
  }
  if (quantity.role !== null) {
    counts.roles += 1;
    if (quantity.role === figure.role) counts.rolesRight += 1;
  }
}

function shares(counts: Counts) {
  const [precision, recall] = [counts.right / counts.found, counts.right / counts.stated];
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    indicator: counts.named / Math.max(counts.homes, 1),
    assigned: counts.assignedRight / Math.max(counts.assigned, 1),
    homeless: counts.homelessRight / Math.max(counts.homeless, 1),
    role: counts.rolesRight / Math.max(counts.roles, 1),
  };
}

function line(name: string, counts: Counts): string {
  const { precision, recall, f1, indicator, assigned, homeless, role } = shares(counts);
  const none = counts.homeless > 0 ? `${percent(homeless)} of ${counts.homeless}` : '–';
  return [
    `${name}: ${counts.stated} numbers, precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)};`,
    `indicator ${percent(indicator)} of ${counts.homes}, of those assigned ${percent(assigned)}, no home ${none};`,
    `role ${percent(role)}`,
  ].join(' ');
}

function fault(name: string, text: string, at: number, right: string, said: string): void {
  if (!isLong) return;
  const part = (from: number, to: number) => text.slice(Math.max(0, from), to).replace(/\s/g, '');
  console.log(
    `  ${name.slice(0, 6)} …${part(at - 22, at)}‹${part(at, at + 12)}›: ${right}; read: ${said}`,
  );
}

function nameOf(code: string | undefined): string {
  return standardCatalogue.indicators.find((one) => one.code === code)?.name ?? 'no home';
}

function percent(share: number): string {
  return share.toFixed(3);
}

/** Words for one count of the same thing. */
function isUnit(one: string, other: string): boolean {
  const alike = [
    ['人', '名', '位'],
    ['件', '起', '件次'],
    ['家', '个', '户'],
    ['名', '名次', '位', '位次'],
  ];
  return one === other || alike.some((words) => words.includes(one) && words.includes(other));
}
