// Figures of an entry page that stand out though no check fails: the few that stand out most.
import type { ObservableMap } from '@/components/ui/observable';
import {
  fewStrongest,
  memberIndicator,
  strongestHint,
  swapHints,
  withSwaps,
  type HintRow,
} from '@/lib/domain/checks/figure-hints';
import type { StatisticalHint } from '@/lib/domain/checks/statistical-hints';
import type { Cell } from '../cells/entry-cell';
import type { CheckInput } from './check-setup';

type Values = ReadonlyMap<string, string>;

export class PageHints {
  private strongest = new Map<string, StatisticalHint>();
  private shown: ReadonlyMap<string, StatisticalHint> = new Map();

  constructor(
    private cells: Pick<ObservableMap<Cell>, 'get'>,
    private input: Pick<CheckInput, 'rows' | 'peers' | 'members'>,
  ) {}

  at = (code: string): StatisticalHint | null => this.shown.get(code) ?? null;

  /** Looks at these figures again; `isSpokenFor`: where a check speaks already. Answers where something else is said
   *  now. */
  look(codes: readonly string[], values: Values, isSpokenFor: (code: string) => boolean): string[] {
    const members = values.get(memberIndicator) ?? this.input.members;
    // More members are fewer of everything per member.
    const wanted = codes.includes(memberIndicator)
      ? this.input.rows.map(({ indicator }) => indicator.code)
      : codes;
    for (const code of wanted) {
      const hint = this.hintOf(code, values.get(code) ?? null, members);
      if (hint) this.strongest.set(code, hint);
      else this.strongest.delete(code);
    }
    const rows = this.input.rows.map(({ indicator: { code } }) =>
      this.rowOf(code, values.get(code) ?? null),
    );
    const swaps = swapHints(
      rows.filter((row) => row !== null),
      members,
    );
    const before = this.shown;
    const shown = withSwaps(fewStrongest([...this.strongest], isSpokenFor), swaps);
    this.shown = shown;
    return [...new Set([...shown.keys(), ...before.keys()])].filter(
      (code) => JSON.stringify(shown.get(code)) !== JSON.stringify(before.get(code)),
    );
  }

  private hintOf(
    code: string,
    value: string | null,
    members: string | null,
  ): StatisticalHint | null {
    const row = this.rowOf(code, value);
    return row && strongestHint(row, members);
  }

  private rowOf(code: string, value: string | null): HintRow | null {
    const row = this.cells.get(code)?.row;
    if (!row) return null;
    const { indicator, history, previous } = row;
    return {
      indicator,
      value,
      last: previous?.value ?? null,
      history: (history ?? []).map((one) => one.value),
      peers: this.input.peers[code] ?? null,
    };
  }
}
