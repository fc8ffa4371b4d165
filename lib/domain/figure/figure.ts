// A figure: one indicator in one submission, its number or why there is none.
// Blank, 0, not applicable and not available are four different answers, from the schema to the print.
// Values are decimal strings in the indicator's base unit (money in 元), never binary floats.
import type { Scale } from '../catalogue/indicator';

export type Qualifier = '' | '近' | '约' | '余' | '多' | '超' | '以上' | '左右';

/** Printed form kept beside the value. `text` stands instead of the rule (Chinese numerals, words). */
export type Shown = { scale: Scale; decimals: number; unit: string; text?: string };

/** `level` is the figure itself; `growth` to `net_increase` are changes that were reported without their base;
 *  `target` is what the period was to reach (年度目标), `limit` the control line (控制线) it was to stay
 *  within. */
export type Measure =
  'level' | 'growth' | 'average_growth' | 'gross_new' | 'net_increase' | 'target' | 'limit';

export type Answer = 'blank' | 'number' | 'not_applicable' | 'not_available';

export type Figure = {
  indicator: string;
  measure: Measure;
  answer: Answer;
  /** Decimal string in base units; present exactly when `answer` is `number`. Changes carry their sign. */
  value: string | null;
  shown: Shown | null;
  qualifier: Qualifier;
  /** Year a reported change starts from. */
  baseYear: number | null;
  /** Date of a stock, or end of a shorter span than the report's: "2021", "2012-05". `from` is that span's start. */
  asOf: string | null;
  from: string | null;
  /** Narrower or unusual scope. */
  scopeNote: string | null;
  /** Reason of not applicable / not available, or a remark. */
  note: string | null;
};

/** What a number in a text points at. `submission` is the edition's number; `measure` is left out for the level. */
export type FigureKey = {
  unit: string;
  period: string;
  indicator: string;
  submission: number;
  measure?: Exclude<Measure, 'level'>;
};
