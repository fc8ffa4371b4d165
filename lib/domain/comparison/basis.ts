// On which basis a unit is compared that was merged or split in between: the figures are stated as each report had
// them, of the unit as it was then, and the text says so.
// 2021年6月，东城区总工会并入西城区总工会；上年数据为调整前口径，…，未按可比口径调整。
import { lastDayOf, type Period } from '../tree/period';
import type { NamedSuccession, Segment, SourceReport, SummaryInput } from './source';
import { inTime, nameOfBase, reportsOf } from './base';

/** The words without their full stop; null where nothing happened between the periods that are narrated together. */
export function sayBasis(input: SummaryInput): Segment[] | null {
  const { unit, scope, successions = [] } = input;
  const lastDay = lastDayOf(scope.period);
  const happened = successions
    .filter(({ on }) => on <= lastDay)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const { target, bases } = reportsOf(input);
  const compared =
    scope.kind === 'term'
      ? input.reports.filter(({ period }) => period.kind === 'year' && lastDayOf(period) <= lastDay)
      : bases;
  const before = compared
    .filter(({ period }) => lastDayOf(period) < (happened.at(-1)?.on ?? ''))
    .sort(inTime);
  const [first] = before;
  if (!first || (!target && before.length === compared.length)) return null;
  const since = happened.filter(({ on }) => on > lastDayOf(first.period));
  const clauses = eventsOf(since).flatMap((event) => sayEvent(unit.code, event));
  const words = `${clauses.join('；')}；${namesOf(before, scope.period)}数据为调整前口径，增减按各期实际口径计算，未按可比口径调整`;
  return [{ text: words }];
}

type Event = { isWhole: boolean; rows: NamedSuccession[] };

/** What one unit gave on a day is one event; so is what several closed into on it. */
function eventsOf(successions: readonly NamedSuccession[]): Event[] {
  const events: Event[] = [];
  for (const row of successions) {
    const ofGiver = successions.filter(({ unit, on }) => unit === row.unit && on === row.on);
    const isWhole = ofGiver.length === 1 && !row.goesOn;
    const open = events.find(
      (event) =>
        event.isWhole === isWhole &&
        event.rows.some(
          ({ unit, into, on }) =>
            on === row.on && (isWhole ? into === row.into : unit === row.unit),
        ),
    );
    if (open) open.rows.push(row);
    else events.push({ isWhole, rows: [row] });
  }
  return events;
}

function sayEvent(code: string, { isWhole, rows }: Event): string[] {
  const [first] = rows as [NamedSuccession];
  const when = `${first.on.slice(0, 4)}年${Number(first.on.slice(5, 7))}月，`;
  if (isWhole)
    return [`${when}${rows.map(({ unitName }) => unitName).join('、')}并入${first.intoName}`];
  if (first.unit === code)
    return [
      `${when}${first.unitName}${first.goesOn ? '分立出' : '分立为'}${rows.map(({ intoName }) => intoName).join('、')}`,
    ];
  return rows
    .filter(({ into }) => into === code)
    .map(({ unitName, intoName }) => `${when}${intoName}承接${unitName}划出的部分`);
}

/** 上年, 2015年, 2017年至2019年: whose figures are of the unit as it was. */
function namesOf(reports: readonly SourceReport[], narrated: Period): string {
  const years = reports.map(({ period }) => Number(period.from.slice(0, 4)));
  const isRun =
    narrated.kind === 'term' &&
    years.length > 1 &&
    years.every((year, place) => place === 0 || year === (years[place - 1] as number) + 1);
  return isRun
    ? `${years[0]}年至${years.at(-1)}年`
    : reports.map(({ period }) => nameOfBase(period, narrated)).join('、');
}
