// The checks of an entry page while it is filled in: the same evaluation as on the server, over what stands in the cells.
// Outside React, like the cells: a row hears only of what is said at its own figure.
import { Listeners, NamedListeners } from '@/components/ui/listeners';
import {
  evaluateChecks,
  indicatorsOf,
  isRealExplanation,
  type CheckResult,
} from '@/lib/domain/checks/checks';
import { checkValues, isOutOfDate, type CheckValues } from '@/lib/domain/checks/explanation';
import { fewStrongest, memberIndicator, strongestHint } from '@/lib/domain/checks/figure-hints';
import type { Check } from '@/lib/domain/catalogue/indicator';
import { standingOf, type Standing } from '@/lib/domain/report/readiness';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import type { CheckInput, WrittenExplanation } from './check-setup';
import { append } from '../entry-blocks';
import { isAtRest, valueOf, type Cell } from '../grid/entry-cell';
import { RowsInSight } from '../grid/viewport';

/** A check that fails. `home` is the cell at which it is told in full: where it came up. `written`: its explanation, also
 *  one that is out of date. */
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

/** How many checks fail on the page. `news`: what came of the last figure that was put in; null while there is none. */
export type CheckStatus = {
  counts: Readonly<Record<Standing, number>>;
  isStale: boolean;
  news: { cell: string; verdict: Verdict | null } | null;
};

type Cells = {
  cell(code: string): Cell | undefined;
  watch(watcher: (cell: Cell) => void): () => void;
};

const nothing: CellVerdicts = { verdicts: [], hint: null, isStale: false };
const order: Standing[] = ['failing', 'unexplained', 'hint', 'explained', 'waived'];
/** So long after a figure was put in: the key is answered first. */
const pause = 40;

export class LiveChecks {
  private current = new Map<string, string>();
  private previous = new Map<string, string>();
  private byFigure = new Map<string, Check[]>();
  /** A check may mark a figure that is no term of it. */
  private byMark = new Map<string, Check[]>();
  private verdicts = new Map<string, Verdict>();
  private strongest = new Map<string, StatisticalHint>();
  private shownHints: ReadonlyMap<string, StatisticalHint> = new Map();
  private views = new Map<string, CellVerdicts>();
  private unsettled = new Set<string>();
  /** Of those, what has turned since the views were made. */
  private turned = new Set<string>();
  private untold = new Set<string>();
  private dirty = new Set<string>();
  private listeners = new NamedListeners();
  private statusListeners = new Listeners();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told: CheckStatus = { counts: countOf([]), isStale: false, news: null };

  constructor(
    private cells: Cells,
    private input: CheckInput,
    private sight = new RowsInSight(),
  ) {
    this.start();
  }

  at = (code: string): CellVerdicts => {
    this.settle();
    return this.views.get(code) ?? nothing;
  };

  status = (): CheckStatus => {
    this.settle();
    return this.told;
  };

  /** Whether something at this figure asks to be put right or explained. */
  isOpen = (code: string): boolean =>
    this.at(code).verdicts.some(
      ({ standing, home }) =>
        home === code && (standing === 'failing' || standing === 'unexplained'),
    );

  /** Whether the figure stands on this page. */
  has = (code: string): boolean => this.cells.cell(code) !== undefined;

  attach = (): (() => void) => {
    const end = this.cells.watch(this.hear);
    return () => {
      clearTimeout(this.timer);
      end();
    };
  };

  subscribe = this.listeners.add;
  subscribeStatus = this.statusListeners.add;

  /** Takes over what the server sent with a fresh page. */
  adopt(input: CheckInput): void {
    if (input === this.input) return;
    this.input = input;
    this.start();
    this.listeners.tellAll();
  }

  /** What was explained of a check, or that nothing is any more. */
  explain(code: string, written: WrittenExplanation | null): void {
    const check = this.input.checks.find((one) => one.code === code);
    this.input = {
      ...this.input,
      explanations: [
        ...this.input.explanations.filter((one) => one.check !== code),
        ...(written ? [written] : []),
      ],
    };
    if (check) this.evaluate(indicatorsOf(check), false);
  }

  /** The figures that a check looks at; null while one of them is not as the server holds it. */
  settledValues(code: string): CheckValues | null {
    const check = this.input.checks.find((one) => one.code === code);
    const isSettled =
      check &&
      indicatorsOf(check).every((of) => isAtRest(this.cells.cell(of) ?? { state: 'idle' }));
    return isSettled
      ? checkValues(check, this.current, this.input.hasPrevious ? this.previous : null)
      : null;
  }

  writtenOf(code: string): string | undefined {
    const verdict = this.verdicts.get(code);
    return verdict && (verdict.written?.text ?? '');
  }

  /** Takes over what was written into other sections. */
  hearElsewhere(figures: readonly { indicator: string; value: string | null }[]): void {
    const changed = figures.filter(
      ({ indicator, value }) =>
        !this.has(indicator) && this.byFigure.has(indicator) && this.put(indicator, value),
    );
    if (changed.length > 0)
      this.evaluate(
        changed.map(({ indicator }) => indicator),
        false,
      );
  }

  /** Checks at once what was changed. */
  run = (): void => {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.dirty.size > 0) this.evaluate([...this.dirty]);
    this.dirty.clear();
  };

  private start(): void {
    const { rows, elsewhere, checks } = this.input;
    this.current = new Map(
      elsewhere.flatMap(({ indicator, figure }) =>
        figure?.value == null ? [] : [[indicator.code, figure.value]],
      ),
    );
    this.previous = new Map(
      [...rows, ...elsewhere].flatMap(({ indicator, previous }) =>
        previous?.value == null ? [] : [[indicator.code, previous.value]],
      ),
    );
    for (const { indicator } of rows)
      this.put(indicator.code, settledValue(this.cells.cell(indicator.code)!));
    this.byFigure.clear();
    this.byMark.clear();
    for (const check of checks) {
      for (const code of indicatorsOf(check)) append(this.byFigure, code, check);
      for (const code of check.marks ?? []) append(this.byMark, code, check);
    }
    // What is told stays where it is told: somebody may be explaining it.
    for (const code of this.verdicts.keys())
      if (!checks.some((check) => check.code === code)) this.verdicts.delete(code);
    this.strongest.clear();
    this.evaluate(
      [...new Set([...this.byFigure.keys(), ...rows.map(({ indicator }) => indicator.code)])],
      false,
    );
  }

  private hear = (cell: Cell): void => {
    const { code } = cell.row.indicator;
    const isUnsettled =
      cell.state === 'editing' ||
      cell.state === 'invalid' ||
      cell.state === 'failed' ||
      cell.state === 'conflict';
    if (isUnsettled !== this.unsettled.has(code)) {
      if (isUnsettled) this.unsettled.add(code);
      else this.unsettled.delete(code);
      // Once for all that changes in one go: a paste passes through hundreds of cells.
      if (this.turned.size === 0) queueMicrotask(this.tell);
      this.turned.add(code);
    }
    if (cell.state === 'editing' || !this.put(code, settledValue(cell))) return;
    this.dirty.add(code);
    this.timer ??= setTimeout(this.run, pause);
  };

  /** Takes in which figures are being changed. */
  private settle(): void {
    if (this.turned.size === 0) return;
    const checks = [...this.turned].flatMap((code) => this.byFigure.get(code) ?? []);
    this.turned.clear();
    this.refresh(
      new Set(checks.flatMap((check) => this.cellsOf(this.verdicts.get(check.code)?.result))),
    );
    this.count();
  }

  private tell = (): void => {
    this.settle();
    const news = [...this.untold];
    this.untold.clear();
    for (const code of news) this.sight.tell(this.listeners, code);
    this.statusListeners.tell();
  };

  private put(code: string, value: string | null): boolean {
    if ((this.current.get(code) ?? null) === value) return false;
    if (value === null) this.current.delete(code);
    else this.current.set(code, value);
    return true;
  }

  private evaluate(codes: readonly string[], isNews = true): void {
    const { explanations, waived, hasPrevious } = this.input;
    const previous = hasPrevious ? this.previous : null;
    const letOff = new Set(waived);
    const changed = new Set<string>();
    const asked = new Set(codes.flatMap((code) => this.byFigure.get(code) ?? []));
    for (const check of asked) {
      const before = this.verdicts.get(check.code);
      const [result] = evaluateChecks([check], this.current, previous);
      const here = this.cellsOf(result);
      for (const code of [...this.cellsOf(before?.result), ...here]) changed.add(code);
      if (!result || here.length === 0) this.verdicts.delete(check.code);
      else {
        const written = explanations.find((one) => one.check === check.code) ?? null;
        const isExplained =
          written !== null &&
          isRealExplanation(written.text) &&
          !isOutOfDate(check, written.values, this.current, previous);
        const stays = before && here.includes(before.home) ? before.home : undefined;
        const home =
          (isNews ? codes.findLast((code) => here.includes(code)) : undefined) ?? stays ?? here[0]!;
        this.verdicts.set(check.code, {
          result,
          standing: standingOf(check, letOff, isExplained),
          home,
          written,
        });
      }
    }
    this.hint(codes, changed);
    this.refresh(changed);
    this.count();
    const cell = codes.at(-1);
    if (isNews && cell)
      this.told = {
        ...this.told,
        news: {
          cell,
          verdict:
            this.at(cell).verdicts.find(
              ({ standing }) => standing !== 'explained' && standing !== 'waived',
            ) ?? null,
        },
      };
    this.tell();
  }

  private hint(codes: readonly string[], changed: Set<string>): void {
    const { peers, members: known } = this.input;
    const members = this.current.get(memberIndicator) ?? known;
    // More members are fewer of everything per member.
    for (const code of codes.includes(memberIndicator)
      ? this.input.rows.map(({ indicator }) => indicator.code)
      : codes) {
      const row = this.cells.cell(code)?.row;
      const { indicator, history = [], previous = null } = row ?? {};
      const hint = indicator
        ? strongestHint(
            {
              indicator,
              value: this.current.get(code) ?? null,
              last: previous?.value ?? null,
              history: history.map(({ value }) => value),
              peers: peers[code] ?? null,
            },
            members,
          )
        : null;
      if (hint) this.strongest.set(code, hint);
      else this.strongest.delete(code);
    }
    const spokenFor = new Set(
      [...this.verdicts.values()].flatMap(({ result }) => this.cellsOf(result)),
    );
    const shown = fewStrongest([...this.strongest], (code) => spokenFor.has(code));
    for (const code of new Set([...shown.keys(), ...this.shownHints.keys()]))
      if (shown.get(code) !== this.shownHints.get(code)) changed.add(code);
    this.shownHints = shown;
  }

  /** The cells of this page at which a failing check shows. */
  private cellsOf(result: CheckResult | undefined): string[] {
    if (!result) return [];
    const here = result.cells.filter((code) => this.cells.cell(code));
    return here.length > 0
      ? here
      : indicatorsOf(result.check).filter((code) => this.cells.cell(code));
  }

  private refresh(codes: ReadonlySet<string>): void {
    for (const code of codes) {
      const verdicts = [
        ...new Set([...(this.byFigure.get(code) ?? []), ...(this.byMark.get(code) ?? [])]),
      ]
        .flatMap((check) => this.verdicts.get(check.code) ?? [])
        .filter(({ result }) => this.cellsOf(result).includes(code))
        .toSorted((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
      const isStale = verdicts.some(({ result }) => this.isStale(result.check));
      this.views.set(code, { verdicts, hint: this.shownHints.get(code) ?? null, isStale });
      this.untold.add(code);
    }
  }

  private isStale = (check: Check): boolean =>
    indicatorsOf(check).some((code) => this.unsettled.has(code));

  private count(): void {
    const isStale = [...this.unsettled].some((code) =>
      this.byFigure.get(code)?.some((check) => this.verdicts.has(check.code)),
    );
    this.told = { ...this.told, counts: countOf(this.verdicts.values()), isStale };
  }
}

/** The number that counts: of what cannot be read, what the server holds. */
function settledValue(cell: Cell): string | null {
  return cell.issue ? (cell.saved?.value ?? null) : valueOf(cell);
}

function countOf(verdicts: Iterable<Verdict>): Record<Standing, number> {
  const counts = { failing: 0, unexplained: 0, explained: 0, waived: 0, hint: 0 };
  for (const { standing } of verdicts) counts[standing] += 1;
  return counts;
}
