import { indicatorsOf } from '@/lib/domain/checks/checks';
import type { Check } from '@/lib/domain/catalogue/indicator';

/** The checks of a page by the figures they look at and show at. */
export class CheckIndex {
  private byFigure = new Map<string, Check[]>();
  /** A check may mark a figure that is no term of it. */
  private byMark = new Map<string, Check[]>();

  constructor(checks: readonly Check[]) {
    for (const check of checks) {
      for (const code of indicatorsOf(check)) append(this.byFigure, code, check);
      for (const code of check.marks ?? []) append(this.byMark, code, check);
    }
  }

  figures = (): string[] => [...this.byFigure.keys()];
  lookingAt = (code: string): readonly Check[] => this.byFigure.get(code) ?? [];
  shownAt = (code: string): Check[] => [
    ...new Set([...this.lookingAt(code), ...(this.byMark.get(code) ?? [])]),
  ];
}

function append(groups: Map<string, Check[]>, name: string, one: Check): void {
  const group = groups.get(name);
  if (group) group.push(one);
  else groups.set(name, [one]);
}
