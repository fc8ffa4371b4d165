import 'server-only';
import { checksFor } from '@/lib/domain/checks/checks';
import { memberIndicator, type HintRow } from '@/lib/domain/checks/figure-hints';
import { findOddities, oddityIssue } from '@/lib/domain/checks/plausible';
import type { Issue } from '@/lib/domain/access/errors';
import type { Catalogue } from '@/lib/domain/catalogue/indicator';
import {
  placeOf,
  type ImportCell,
  type ImportPlan,
  type ImportTarget,
  type ImportTargets,
} from '@/lib/domain/sheet/plan-import';
import { parsePeriodCode, previousOf, type Period } from '@/lib/domain/tree/period';
import { withinScope, type Viewer } from '../database/access';
import { groupBy } from '../database/group-by';
import type { Transaction } from '../database/transaction';
import { readPeers, type PeerFigures } from '../figures/peer-figures';

/** Values in base units by period, then by indicator. */
type Years = Map<string, Map<string, string>>;

/** What is odd about the figures that a plan would write, by their places, as the form would say it of typed ones. */
export async function listOddities(
  client: Transaction,
  viewer: Viewer,
  { cells }: Pick<ImportPlan, 'cells'>,
  targets: ImportTargets,
  catalogue: Catalogue,
): Promise<Map<string, Issue[]>> {
  const written = cells.filter(({ kind }) => kind === 'new' || kind === 'changed');
  const odd = new Map<string, Issue[]>();
  for (const [code, ofUnit] of groupBy(written, ({ unit }) => unit)) {
    const unit = await client.unit.findUniqueOrThrow({ where: { code } });
    const years = await readYears(client, viewer, unit.id, targets.get(code) ?? new Map());
    for (const { period, code: indicator, number } of ofUnit)
      if (number !== null) yearOf(years, period).set(indicator, number);
    const reports = [...groupBy(ofUnit, ({ period }) => period)].flatMap(([period, ofReport]) => {
      const parsed = parsePeriodCode(period);
      return parsed ? [{ period: parsed, written: ofReport }] : [];
    });
    const peers = await readPeers(
      unit,
      reports.map(({ period }) => period),
    );
    const checks = checksFor(catalogue.checks, unit);
    for (const { period, written: ofReport } of reports)
      for (const [place, issues] of oddOf(
        { years, period, peers: peers.get(period.code) ?? new Map(), checks },
        ofReport,
        catalogue,
      ))
        odd.set(place, issues);
  }
  return odd;
}

type Around = {
  years: Years;
  period: Period;
  peers: PeerFigures;
  checks: Catalogue['checks'];
};

function oddOf(
  { years, period, peers, checks }: Around,
  written: readonly ImportCell[],
  { indicators }: Catalogue,
): [string, Issue[]][] {
  const current = years.get(period.code) ?? new Map<string, string>();
  const previous = years.get(previousOf(period).code) ?? null;
  const others = [...years].filter(
    ([code]) => code !== period.code && parsePeriodCode(code)?.kind === period.kind,
  );
  const next = nextOf(period, others);
  const rows = indicators.map((indicator): HintRow => ({
    indicator,
    value: current.get(indicator.code) ?? null,
    last: previous?.get(indicator.code) ?? next?.get(indicator.code) ?? null,
    history: others.flatMap(([, values]) => values.get(indicator.code) ?? []),
    peers: peers.get(indicator.code) ?? null,
  }));
  const members = current.get(memberIndicator) ?? previous?.get(memberIndicator) ?? null;
  const cells = new Map(written.map((cell) => [cell.code, cell]));
  const odd = findOddities({ rows, checks, previous, members }, new Set(cells.keys()));
  return rows.flatMap((row): [string, Issue[]][] => {
    const found = odd.get(row.indicator.code);
    const cell = cells.get(row.indicator.code);
    return found && cell ? [[placeOf(cell), found.map((oddity) => oddityIssue(oddity, row))]] : [];
  });
}

/** The year after, which history that is brought in late is held against. */
const nextOf = (
  { code }: Period,
  others: readonly [string, Map<string, string>][],
): Map<string, string> | undefined =>
  others.find(([other]) => {
    const parsed = parsePeriodCode(other);
    return parsed !== null && previousOf(parsed).code === code;
  })?.[1];

/** What a unit has in each of its periods: what was handed in, and over it what stands in its drafts. What
 *  units below have in their drafts is theirs. */
async function readYears(
  client: Transaction,
  viewer: Viewer,
  unitId: string,
  drafts: ReadonlyMap<string, ImportTarget>,
): Promise<Years> {
  const years: Years = new Map();
  const handedIn = await client.speakingSubmission.findMany({
    where: {
      standing: { not: 'draft' },
      report: { unit: { AND: [{ id: unitId }, withinScope(viewer)] } },
    },
    select: { id: true, report: { select: { period: { select: { code: true } } } } },
  });
  const periods = new Map(handedIn.map((row) => [row.id, row.report.period.code]));
  const figures = await client.figure.findMany({
    where: { submissionId: { in: [...periods.keys()] }, measure: 'level', answer: 'number' },
    select: { submissionId: true, indicatorCode: true, value: true },
  });
  for (const { submissionId, indicatorCode, value } of figures)
    yearOf(years, periods.get(submissionId)!).set(indicatorCode, value!.toFixed());
  for (const [period, { isBelow, figures: standing }] of drafts)
    if (!isBelow)
      for (const [code, { value }] of standing)
        if (value !== null) yearOf(years, period).set(code, value);
  return years;
}

function yearOf(years: Years, period: string): Map<string, string> {
  const year = years.get(period) ?? new Map<string, string>();
  years.set(period, year);
  return year;
}
