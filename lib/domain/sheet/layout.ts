// What a recognised table of a foreign sheet is: lines that name indicators, and crossings that name years or units.
import type { Area } from './find-tables';
import type { Role } from './column-role';
import type { Whose } from './unit-names';

/** A row or a column of a table. `key` is what it calls itself, with its number where several say the
 *  same: what a person decided for it holds wherever the same name stands. */
export type Lane = {
  at: number;
  key: string;
  label: string;
  /** The code it means, and what it may mean; of lines alone. */
  code: string | null;
  suggestions: string[];
  /** The unit that its own texts say; and those said around it, the nearest first. */
  unit: string | null;
  units: string[][];
  period: string | null;
  /** Years before that of the table: 上年 1. */
  before: number;
  role: Role;
  /** Whose figures it holds, where the table names units. */
  whose: Whose | null;
  isTotal: boolean;
  /** Whether all its figures lie between 0 and 1: of a rate it is not sure what they are. */
  isFraction: boolean;
  /** A figure of it, to know it by. */
  sample: string;
};

/** `direction`: where the indicators stand. `lines` are theirs, `crossings` the periods or units that
 *  cross them. `head`: the rows before the first figure. `scales`: whether 万 or the like stands anywhere
 *  in the table, of counts and of money. */
export type Layout = {
  key: string;
  title: string;
  area: Area;
  direction: 'rows' | 'columns';
  head: number;
  lines: Lane[];
  crossings: Lane[];
  period: string | null;
  whose: Whose | null;
  scales: { count: boolean; money: boolean };
};

/** What a person says against what was recognised: where the indicators stand, how many rows are head. */
export type Hints = { direction?: 'rows' | 'columns'; head?: number };

/** A lane before it has its key. */
export type Bare = Omit<Lane, 'key'>;

export const bareLane = {
  code: null,
  suggestions: [],
  unit: null,
  units: [],
  period: null,
  before: 0,
  role: 'figure',
  whose: null,
  isTotal: false,
  isFraction: false,
} satisfies Partial<Lane>;

/** Lanes with the names that they are remembered by. */
export function keyed(lanes: readonly Bare[]): Lane[] {
  const times = new Map<string, number>();
  return lanes.map((lane) => {
    const name = lane.label.normalize('NFKC').replace(/\s+/g, '');
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    return { ...lane, key: time === 1 ? name : `${name}#${time}` };
  });
}
