// 要点: what a leader reads before signing, on one page of at most 600 characters: honours, targets, the strongest
// rises, falls, lines that were crossed, reasons in the words of those who gave them, and what is missing. Every
// number is linked.
import type { Comparison } from '../comparison/compare';
import type { Difference } from '../comparison/difference';
import { sayBasis } from '../comparison/basis';
import type { Paragraph, Segment } from '../comparison/source';
import { compare as compareNumbers } from '../figure/number';
import { findFigure, findNumber } from '../comparison/sourced';
import type { Content } from './content';
import { isNotable, strengthOf } from './importance';
import { lengthOf } from './draft';
import type { Item } from './item';
import { paragraphOf } from './paragraph';
import { sayChanges } from './phrases/change';
import { sayGoals } from './phrases/goals';
import { sayHeads } from './phrases/head';
import { sayWithin } from './phrases/limit';
import { isSaidAhead } from './phrases/scope';
import { mostFigures } from './runs';
import { silence } from './voice';

/** A page of 仿宋 三号 holds 22 lines of 28 characters. */
export const mostInKeyPoints = 600;

/** How many characters each point may take; together they fill the page. */
const room = {
  honours: 80,
  goals: 110,
  rises: 100,
  falls: 100,
  lines: 50,
  reasons: 60,
  missing: 20,
};
type Point = keyof typeof room;

/** The points there is something to say of, each a paragraph. */
export function keyPointsOf(comparison: Comparison, content: Content): Paragraph[] {
  // What is of another time or of a part of the whole would be taken for it.
  const items = content.items.filter((item) => item.frame.kind !== 'own' && !isSaidAhead(item));
  const movers = moversOf(comparison, items);
  const rises = movers.filter(({ isGood }) => isGood);
  const falls = movers.filter(({ isGood }) => !isGood);
  const points: [Point, string, Segment[][]][] = [
    ['honours', '荣誉', sayHonours(honoursOf(items))],
    ['goals', '目标', [sayGoals(comparison)]],
    ['rises', '进展', rises.filter(({ difference }) => isNotable(difference)).map(sayMover)],
    ['falls', '关注', falls.map(sayMover)],
    ['lines', '控制线', linesOf(comparison, items)],
    ['reasons', '原因', reasonsOf(comparison, [...falls, ...rises])],
    ['missing', '缺口', [missingOf(comparison)]],
  ];
  const basis = sayBasis(comparison.input);
  const said = points.flatMap(([point, label, clauses]) => {
    const chosen = fitting(
      clauses.filter((clause) => clause.length > 0),
      room[point] - label.length - 2,
    );
    if (chosen.length === 0) return [];
    const segments = [{ text: `${label}：` }, ...chosen];
    return [pointOf(point, segments)];
  });
  return said.length > 0 && basis ? [...said, pointOf('basis', basis)] : said;
}

const pointOf = (name: string, segments: Segment[]): Paragraph =>
  paragraphOf([{ id: `points.${name}`, segments, startsNew: true, time: '' }]);

/** As many clauses as there is room for; the first is cut out only where it is too long by itself. */
function fitting(clauses: Segment[][], most: number): Segment[] {
  const said: Segment[] = [];
  let length = 0;
  for (const clause of clauses) {
    const more = lengthOf(clause) + (said.length > 0 ? 1 : 0);
    if (length + more > most) continue;
    said.push(...(said.length > 0 ? [{ text: '；' }] : []), ...clause);
    length += more;
  }
  return said;
}

type Mover = { item: Item; difference: Difference; isGood: boolean };

/** What moved to the better or the worse, the strongest first; a fall of what every unit reports goes before the
 *  others. */
function moversOf(comparison: Comparison, items: readonly Item[]): Mover[] {
  const movers = items.flatMap((item): Mover[] => {
    const row = comparison.rowOf(item.indicator.code);
    const difference = row?.bases[0]?.difference ?? row?.moved?.difference;
    const { direction: better, honour } = item.indicator;
    if (!difference || difference.direction === 0 || better === 'neutral' || honour) return [];
    const isMoved = item.from !== null || (item.changes[0]?.direction ?? 0) !== 0;
    if (!isMoved || item.changes[0]?.word === '基本持平') return [];
    return [{ item, difference, isGood: (better === 'up') === difference.direction > 0 }];
  });
  return movers.toSorted(
    (a, b) =>
      Number(b.item.indicator.core) - Number(a.item.indicator.core) ||
      strengthOf(b.difference) - strengthOf(a.difference),
  );
}

const sayMover = ({ item }: Mover): Segment[] =>
  sayItem({ ...item, changes: item.changes.slice(0, 1) });

/** One item by itself, without what is said beside its change. */
function sayItem(item: Item): Segment[] {
  const named = new Set<string>();
  const heads = sayHeads(
    [item],
    { position: 'first', sharedVerb: null, scopes: 'each', named },
    silence,
  );
  return [...heads.segments, ...sayChanges([item], named, silence).segments];
}

/** As many as there is room for, with what they share said once. */
function sayHonours(honours: Item[]): Segment[][] {
  for (let count = Math.min(honours.length, mostFigures); count > 0; count -= 1) {
    const { segments } = sayHeads(
      honours.slice(0, count),
      { position: 'first', sharedVerb: null, scopes: 'each', named: new Set() },
      silence,
    );
    if (lengthOf(segments) <= room.honours - 3) return [segments];
  }
  return [];
}

/** Honours that were won, those that every unit reports first, then the highest. */
function honoursOf(items: readonly Item[]): Item[] {
  const order = ['national', 'province', 'city', 'county'];
  const rank = ({ indicator: { level } }: Item) =>
    level === null ? order.length : order.indexOf(level);
  return items
    .filter((item) => {
      const { indicator, figure, wording } = item;
      return (
        indicator.honour &&
        figure.value !== null &&
        compareNumbers(figure.value, 0) > 0 &&
        /荣获|获评|获第|^获/.test(wording.text ?? wording.clause)
      );
    })
    .toSorted((a, b) => Number(b.indicator.core) - Number(a.indicator.core) || rank(a) - rank(b))
    .map((item) => ({ ...item, changes: [] }));
}

/** Lines that were crossed, of those that a report holds. */
function linesOf({ target: report }: Comparison, items: readonly Item[]): Segment[][] {
  return items.flatMap((item) => {
    const line = findNumber(report, item.indicator.code, 'limit');
    if (!line || item.number.text === '' || item.figure.measure !== 'level') return [];
    const said = sayWithin('控制线', item, line);
    if (!said[0]?.text.startsWith('超出')) return [];
    return [[...sayItem({ ...item, changes: [], from: null }), { text: '，' }, ...said]];
  });
}

/** Why it moved, in the words of those who explained it; they and their numbers are theirs. */
function reasonsOf({ input: { explained = [] } }: Comparison, movers: Mover[]): Segment[][] {
  return movers.flatMap(({ item: { indicator, wording } }) =>
    explained
      .filter(({ indicators, ofChange }) => ofChange && indicators[0] === indicator.code)
      .slice(0, 1)
      .map(({ text, by }) => [
        { text: `${wording.noun}——` },
        { text: text.replace(/[。；;.\s]+$/, ''), by },
      ]),
  );
}

/** What could not be had this time, counted. */
function missingOf({ input, target }: Comparison): Segment[] {
  if (!target) return [];
  const lost = input.catalogue.indicators.filter(
    ({ code }) => findFigure(target, code)?.figure.answer === 'not_available',
  );
  if (lost.length === 0) return [];
  const figures = lost.flatMap(({ code }) => findFigure(target, code)?.keys ?? []);
  const text = `${lost.length}项`;
  const formula = `报为无法取得的指标，共${text}`;
  return [{ text, figures, computed: { kind: 'count', formula } }, { text: '指标数据无法取得' }];
}
