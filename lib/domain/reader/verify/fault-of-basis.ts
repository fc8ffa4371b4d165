// 2021年6月，东城区总工会并入西城区总工会；上年数据为调整前口径，增减按各期实际口径计算，未按可比口径调整:
// who gave what to whom, when, and whose figures are of the unit as it was. A comparison over such a day without these
// words is a lie, too.
import { isComparable, lastDayOf, parsePeriodCode } from '@/lib/domain/tree/period';
import type { NamedSuccession, SummaryInput } from '@/lib/domain/comparison/source';
import { codeOfBase } from '../facts';
import { readBase } from '../read-words';

const form = /^(.+)；(.+)数据为调整前口径，增减按各期实际口径计算，未按可比口径调整。?$/;
const clause =
  /^(\d{4})年(\d{1,2})月，(?:(?<gone>.+)并入(?<host>.+)|(?<left>.+)分立(?<goesOn>出|为)(?<out>.+)|(?<taker>.+)承接(?<giver>.+)划出的部分)$/;

/** Why a sentence on the basis of a comparison is not so, or null; undefined of other sentences. */
export function faultOfBasis(sentence: string, input: SummaryInput): string | null | undefined {
  const found = form.exec(sentence);
  if (!found) return undefined;
  const stated = (found[1] as string).split('；').map((words) => clause.exec(words));
  if (stated.includes(null)) return 'unread: what happened is not read';
  const days = daysBetween(input);
  const rows = (input.successions ?? []).filter(
    ({ on }) => days.some((day) => on > day) && on <= lastDayOf(input.scope.period),
  );
  const open = new Set(
    rows.filter(({ unit, into }) => unit === input.unit.code || into === input.unit.code),
  );
  for (const event of stated as RegExpExecArray[]) {
    const of = rows.filter(
      (row) =>
        row.on.slice(0, 7) === `${event[1]}-${(event[2] as string).padStart(2, '0')}` &&
        isOf(event, row, rows),
    );
    if (!isAll(event, of)) return `this did not happen: ${event[0]}`;
    for (const row of of) open.delete(row);
  }
  if (open.size > 0)
    return `unstated: ${[...open].map(({ unit, into, on }) => `${unit} ${into} ${on}`).join(', ')}`;
  return faultOfBases(found[2] as string, input);
}

/** Whether the periods that are set against each other lie on two sides of a merger or split, so that the text has to
 *  say so. */
export function needsBasis(input: SummaryInput): boolean {
  return affected(input).length > 0;
}

const isWhole = (
  { unit, on, goesOn }: NamedSuccession,
  rows: readonly NamedSuccession[],
): boolean =>
  !goesOn && rows.filter((other) => other.unit === unit && other.on === on).length === 1;

function isOf(
  { groups = {} }: RegExpExecArray,
  row: NamedSuccession,
  rows: readonly NamedSuccession[],
): boolean {
  const { gone, host, left, goesOn, taker, giver } = groups;
  if (gone)
    return isWhole(row, rows) && row.intoName === host && gone.split('、').includes(row.unitName);
  if (left) return !isWhole(row, rows) && row.unitName === left && row.goesOn === (goesOn === '出');
  return !isWhole(row, rows) && row.intoName === taker && row.unitName === giver;
}

function isAll({ groups = {} }: RegExpExecArray, rows: readonly NamedSuccession[]): boolean {
  const { gone, left, out } = groups;
  if (gone)
    return same(
      gone,
      rows.map(({ unitName }) => unitName),
    );
  return left
    ? same(
        out as string,
        rows.map(({ intoName }) => intoName),
      )
    : rows.length === 1;
}

const same = (list: string, names: readonly string[]): boolean =>
  list.split('、').sort().join() === [...names].sort().join();

/** The last days of the periods that something is compared with. */
function daysBetween(input: SummaryInput): string[] {
  return affected(input).map((code) => lastDayOf(parsePeriodCode(code) as { to: string }));
}

/** Codes of the periods before what happened last, that the narrated one, or a later year of it, is set against. */
function affected({ unit, scope, reports, successions = [] }: SummaryInput): string[] {
  const last = successions
    .filter(({ on }) => on <= lastDayOf(scope.period))
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const isNarrated = ({ code }: { code: string }) => code === scope.period.code;
  const others = reports.filter(
    (report) =>
      report.unit === unit.code &&
      !isNarrated(report.period) &&
      (scope.kind === 'term'
        ? report.period.kind === 'year' && report.period.to <= scope.period.to
        : report.period.to < scope.period.from && isComparable(report.period, scope.period)),
  );
  const before = others.filter(({ period }) => last !== undefined && lastDayOf(period) < last);
  const hasLater =
    reports.some(({ period }) => isNarrated(period)) || before.length < others.length;
  return hasLater ? before.map(({ period }) => period.code).sort() : [];
}

function faultOfBases(words: string, input: SummaryInput): string | null {
  const run = /^(\d{4})年至(\d{4})年$/.exec(words);
  const named = run
    ? Array.from({ length: Number(run[2]) - Number(run[1]) + 1 }, (_, place) =>
        String(Number(run[1]) + place),
      )
    : words
        .split('、')
        .map((name) => readBase(name))
        .map((base) => (base ? codeOfBase(base, input.scope.period) : ''));
  const true_ = affected(input);
  return named.sort().join() === true_.join()
    ? null
    : `of the unit as it was are ${true_.join(', ')}`;
}
