// Which of several columns of one year holds its figure. The first never wins by being first: what says that it is the
// year's does, or the only one; otherwise a person is asked.
import { isFigureRole, type Role } from './column-role';

/** `taken`: its figures are the year's. `left`: they are something else, as its role says. `asked`: a
 *  person decides. */
export type Choice = { state: 'taken' | 'left' | 'asked'; reason: ChoiceReason | null };
export type ChoiceReason = Role | 'several' | 'total' | 'other' | 'skip';

/** A lane with the year and the unit it is of, put together in `group`. */
export type Candidate = { group: string; role: Role };

/** What holds for each of some lanes. `addsUp` tells whether the figures of some lanes add up to those of another. */
export function chooseFigures(
  candidates: readonly Candidate[],
  addsUp: (whole: number, parts: readonly number[]) => boolean,
): Choice[] {
  const choices = candidates.map(({ role }): Choice => ({ state: 'left', reason: role }));
  const groups = new Map<string, number[]>();
  candidates.forEach(({ group, role }, at) => {
    if (isFigureRole(role)) groups.set(group, [...(groups.get(group) ?? []), at]);
  });
  for (const members of groups.values()) {
    const sure = members.filter((at) => ['figure', 'whole', 'done'].includes(candidates[at]!.role));
    const [first] = sure;
    if (members.length === 1 && first !== undefined) choices[first] = taken;
    else {
      const wholes = sure.filter((at) => candidates[at]!.role === 'whole');
      const parts = members.filter((at) => at !== wholes[0]);
      const isWhole =
        wholes.length === 1 && sure.length === members.length && addsUp(wholes[0]!, parts);
      for (const at of members)
        choices[at] = isWhole
          ? at === wholes[0]
            ? taken
            : { state: 'left', reason: 'part' }
          : { state: 'asked', reason: sure.includes(at) ? 'several' : candidates[at]!.role };
    }
  }
  return choices;
}

const taken: Choice = { state: 'taken', reason: null };
