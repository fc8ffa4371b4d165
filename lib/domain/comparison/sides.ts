// Heads of the changes, and columns beside them the changes that a comparison table has only where a row fills them:
// 年均增长, 目标, 完成%, 控制线.
import { parsePeriodCode } from '../tree/period';
import type { ComparisonRow, ComparisonTable } from './comparison-table';

const sides = ['average', 'target', 'completion', 'limit'] as const;
export type Side = (typeof sides)[number];

/** Those that only the few indicators with a target or a control line fill. */
export const goalSides: readonly Side[] = ['target', 'completion', 'limit'];

/** Whether changes go from the base of a term to its last year. */
export const isOfTerm = ({ columns }: Pick<ComparisonTable, 'columns'>): boolean =>
  columns.some(({ period, role }) => role === 'year' || parsePeriodCode(period)?.kind === 'term');

/** 增减量 and 增减% in Chinese, as files and the command line head them. */
export const changeHeads = (table: Pick<ComparisonTable, 'columns'>): [string, string] =>
  isOfTerm(table) ? ['末年比基年', '末年比基年%'] : ['增减量', '增减%'];

/** The head of such a column in Chinese; 年均增长 says the years it covers, the base not among them. */
export function sideHead({ average }: Pick<ComparisonTable, 'average'>, side: Side): string {
  return {
    average: `${average?.from}—${average?.to}年年均增长%`,
    target: '目标',
    completion: '完成%',
    limit: '控制线',
  }[side];
}

/** The ones that this table has, in their order. */
export function sidesOf({ rows }: Pick<ComparisonTable, 'rows'>): Side[] {
  return sides.filter((side) => rows.some((row) => sideOf(row, side)));
}

/** A row's number in such a column. */
export function sideOf(
  { average, aims }: ComparisonRow,
  side: Side,
): ComparisonRow['average'] | null {
  return side === 'average' ? average : aims?.[side];
}

/** The unit its number prints without. */
export const sideUnit = ({ unit }: Pick<ComparisonRow, 'unit'>, side: Side): string =>
  side === 'average' || side === 'completion' ? '%' : unit;
