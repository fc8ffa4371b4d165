// How well a report was made, in points that are published with their rule: everybody can work them out.
import { ratio, round } from '../figure/number';

/** `firstSignedAt`: when it was handed in the first time, null while it was not; `dueAt` with its extension; `marked`:
 *  how many different figures were ever marked in a return; `returnedBare`: returns that marked none; `expected`:
 *  figures asked for. */
export type Reported = {
  firstSignedAt: Date | null;
  dueAt: Date;
  marked: number;
  returnedBare: number;
  expected: number;
};

/** `lateDays` counts begun days after the due day; `wrongShare` in percent with one decimal; `score` is null until it
 *  was handed in. */
export type ReportScore = {
  lateDays: number;
  errors: number;
  wrongShare: string | null;
  score: number | null;
};

/** Points at first, and what each late day and each error takes. */
export const fullScore = 100;
export const perLateDay = 1;
export const perError = 1;

/** The score of one report at `now`. */
export function scoreOf(
  { firstSignedAt, dueAt, marked, returnedBare, expected }: Reported,
  now: Date,
): ReportScore {
  const handedIn = firstSignedAt ?? now;
  const lateDays =
    handedIn > dueAt ? Math.ceil((handedIn.getTime() - dueAt.getTime()) / 86_400_000) : 0;
  const errors = marked + returnedBare;
  const share = expected === 0 ? null : ratio(marked, expected);
  const score =
    firstSignedAt === null
      ? null
      : Math.max(0, fullScore - lateDays * perLateDay - errors * perError);
  return { lateDays, errors, wrongShare: share === null ? null : round(share, 1), score };
}
