// The checks of an entry page over what stands in its cells: the same evaluation as on the server.
import type { ObservableMap } from '@/components/ui/observable';
import {
  evaluateChecks,
  indicatorsOf,
  isRealExplanation,
  type CheckResult,
} from '@/lib/domain/checks/checks';
import { checkValues, isOutOfDate, type CheckValues } from '@/lib/domain/checks/explanation';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { standingOf, type Standing } from '@/lib/domain/report/readiness';
import { isAtRest, valueOf, type Cell } from '../cells/entry-cell';
import type { CheckInput, WrittenExplanation } from './check-setup';
import { CheckIndex } from './check-index';
import { PageHints } from './page-hints';

/** A check that fails. `home` is the cell at which it is shown in full: where it came up. `written`: its explanation,
 *  also one that is out of date. */
export type Verdict = {
  result: CheckResult;
  standing: Standing;
  home: string;
  written: WrittenExplanation | null;
};

/** What is said at a figure. `isStale`: one of the figures is being changed, so that it may no longer be true. */
export type CellVerdicts = {
  verdicts: readonly Verdict[];
  hint: StatisticalHint | null;
  isStale: boolean;
};

const order: Standing[] = ['failing', 'unexplained', 'hint', 'explained', 'waived'];

export class PageChecks {
  private current: Map<string, string>;
  /** Null where there is no report for the period before. */
  private previous: Map<string, string> | null;
  private index: CheckIndex;
  private verdicts = new Map<string, Verdict>();
  private hints: PageHints;
  /** Figures that are being changed. */
  readonly unsettled = new Set<string>();

  /** `before`: the checks of the page as it was; what is shown stays where it is shown, for somebody may be explaining
   *  it. */
  constructor(
    private cells: Pick<ObservableMap<Cell>, 'get'>,
    private input: CheckInput,
    before?: PageChecks,
  ) {
    const { rows, elsewhere, checks, hasPrevious } = input;
    this.index = new CheckIndex(checks);
    this.hints = new PageHints(cells, input);
    this.current = valuesOf(elsewhere.map(({ indicator, figure }) => [indicator.code, figure]));
    this.previous = hasPrevious
      ? valuesOf(
          [...rows, ...elsewhere].map(({ indicator, previous }) => [indicator.code, previous]),
        )
      : null;
    for (const { indicator } of rows) {
      const cell = cells.get(indicator.code)!;
      this.take(cell);
      this.put(indicator.code, settledValue(cell));
    }
    for (const { code } of checks) {
      const verdict = before?.verdicts.get(code);
      if (verdict) this.verdicts.set(code, verdict);
    }
  }

  /** The figures that are looked at or shown here. */
  codes = (): string[] => [
    ...new Set([
      ...this.index.figures(),
      ...this.input.rows.map(({ indicator }) => indicator.code),
    ]),
  ];

  /** Takes in what a cell says now; answers whether that is another number than before. */
  take(cell: Cell): boolean {
    const { code } = cell.row.indicator;
    const isUnsettled = ['editing', 'invalid', 'failed', 'conflict'].includes(cell.state);
    if (isUnsettled) this.unsettled.add(code);
    else this.unsettled.delete(code);
    return cell.state !== 'editing' && this.put(code, settledValue(cell));
  }

  /** The same for a figure of another section; false where nothing here looks at it. */
  takeElsewhere(code: string, value: string | null): boolean {
    return !this.cells.get(code) && this.index.lookingAt(code).length > 0 && this.put(code, value);
  }

  /** What was explained of a check, or that nothing is any more; answers the figures it looks at. */
  explain(code: string, written: WrittenExplanation | null): string[] {
    const check = checkIn(this.input, code);
    const others = this.input.explanations.filter((one) => one.check !== code);
    this.input = { ...this.input, explanations: written ? [...others, written] : others };
    return check ? indicatorsOf(check) : [];
  }

  /** The figures that a check looks at; null while one of them is not as the server holds it. */
  settledValues(code: string): CheckValues | null {
    const check = checkIn(this.input, code);
    const isSettled =
      check && indicatorsOf(check).every((of) => isAtRest(this.cells.get(of) ?? { state: 'idle' }));
    return isSettled ? checkValues(check, this.current, this.previous) : null;
  }

  /** What is written of a check that is shown on this page, "" for nothing; undefined where it is not shown. */
  writtenOf(code: string): string | undefined {
    const verdict = this.verdicts.get(code);
    return verdict && (verdict.written?.text ?? '');
  }

  /** Runs the checks that look at these figures; answers the figures at which something else is said now. `isNews`:
   *  they were just put in, so that a check that fails is shown at the last of them. */
  run(codes: readonly string[], isNews: boolean): Set<string> {
    const changed = new Set<string>();
    for (const check of new Set(codes.flatMap(this.index.lookingAt))) {
      const before = this.verdicts.get(check.code);
      const [result] = evaluateChecks([check], this.current, this.previous);
      const here = this.cellsOf(result);
      for (const code of [...this.cellsOf(before?.result), ...here]) changed.add(code);
      if (!result || here.length === 0) this.verdicts.delete(check.code);
      else {
        const stays = before && here.includes(before.home) ? before.home : undefined;
        const came = isNews ? codes.findLast((code) => here.includes(code)) : undefined;
        this.verdicts.set(check.code, this.judge(result, came ?? stays ?? here[0]!));
      }
    }
    const spokenFor = new Set(
      [...this.verdicts.values()].flatMap(({ result }) => this.cellsOf(result)),
    );
    for (const code of this.hints.look(codes, this.current, (one) => spokenFor.has(one)))
      changed.add(code);
    return changed;
  }

  /** What is said at a figure. */
  at(code: string): CellVerdicts {
    const verdicts = this.index
      .shownAt(code)
      .flatMap((check) => this.verdicts.get(check.code) ?? [])
      .filter(({ result }) => this.cellsOf(result).includes(code))
      .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
    const isStale = verdicts.some(({ result }) =>
      indicatorsOf(result.check).some((of) => this.unsettled.has(of)),
    );
    return { verdicts, hint: this.hints.at(code), isStale };
  }

  /** The cells at which something is shown of a check that looks at one of these figures. */
  cellsAround(codes: Iterable<string>): Set<string> {
    const checks = [...codes].flatMap(this.index.lookingAt);
    return new Set(checks.flatMap(({ code }) => this.cellsOf(this.verdicts.get(code)?.result)));
  }

  /** How many checks fail, and whether one of their figures is being changed. */
  count(): { counts: Record<Standing, number>; isStale: boolean } {
    const counts = { failing: 0, unexplained: 0, explained: 0, waived: 0, hint: 0 };
    for (const { standing } of this.verdicts.values()) counts[standing] += 1;
    return { counts, isStale: this.cellsAround(this.unsettled).size > 0 };
  }

  private put(code: string, value: string | null): boolean {
    if ((this.current.get(code) ?? null) === value) return false;
    if (value === null) this.current.delete(code);
    else this.current.set(code, value);
    return true;
  }

  private judge(result: CheckResult, home: string): Verdict {
    const { check } = result;
    const written = this.input.explanations.find((one) => one.check === check.code) ?? null;
    const isExplained =
      written !== null &&
      isRealExplanation(written.text) &&
      !isOutOfDate(check, written.values, this.current, this.previous);
    const standing = standingOf(check, new Set(this.input.waived), isExplained);
    return { result, standing, home, written };
  }

  /** The cells of this page at which a failing check shows. */
  private cellsOf(result: CheckResult | undefined): string[] {
    if (!result) return [];
    const here = result.cells.filter((code) => this.cells.get(code));
    return here.length > 0
      ? here
      : indicatorsOf(result.check).filter((code) => this.cells.get(code));
  }
}

function valuesOf(
  figures: readonly (readonly [string, { value: string | null } | null])[],
): Map<string, string> {
  return new Map(
    figures.flatMap(([code, figure]) => (figure?.value == null ? [] : [[code, figure.value]])),
  );
}

const checkIn = ({ checks }: CheckInput, code: string): Check | undefined =>
  checks.find((one) => one.code === code);

/** The number that counts: of what cannot be read, what the server holds. */
function settledValue(cell: Cell): string | null {
  return cell.issue ? (cell.saved?.value ?? null) : valueOf(cell);
}
