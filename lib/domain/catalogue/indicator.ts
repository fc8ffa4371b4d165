// What can be reported: the catalogue's entries, as prisma/catalogue/catalogue.json holds them.
// Codes are keys for ever, names are labels.

import type { UnitLevel } from '../tree/unit';

export type Nature = 'stock' | 'flow' | 'ratio' | 'streak' | 'standard' | 'rank';
export type Direction = 'up' | 'down' | 'neutral';
export type Scale = 'none' | '万' | '亿';

/** Usual print of an indicator: `万` applies from 10,000 up; `moneyUnit` is the unit in which money is typed and
 *  printed. */
export type Display = {
  scale: Scale;
  decimals: number;
  moneyUnit: '元' | '万元' | '亿元' | null;
  /** An office's own way, for totals that nobody entered. */ numbers?: '万' | 'digits';
};

/** Place in a sentence that aggregates: activity → reach → result, or fund → reach → paid. */
export type Chain = {
  group: string;
  order: number;
  link: 'activity' | 'reach' | 'result' | 'fund' | 'paid' | null;
};

export type Section = { code: string; name: string; nameEn: string; order: number };

export type Indicator = {
  code: string;
  name: string;
  nameEn: string;
  section: string;
  /** Base unit; money is always 元, a rate is %. */
  unit: string;
  nature: Nature;
  direction: Direction;
  display: Display;
  partOf: string | null;
  partsAddUp: boolean;
  numerator: string | null;
  denominator: string | null;
  chain: Chain | null;
  honour: boolean;
  level: string | null;
  definition: string;
  core: boolean;
  verb: string | null;
  aliases: string[];
};

/** The two figures a rate follows from; null where the catalogue does not name both. */
export function ratePartsOf({
  numerator,
  denominator,
}: Pick<Indicator, 'numerator' | 'denominator'>): {
  numerator: string;
  denominator: string;
} | null {
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** One side of a check is Σ factor × value; `period` 0 is this report, −1 the one before of the same kind and
 *  length; `code` null is the constant `factor`. */
export type Term = { code: string | null; factor: number; period: 0 | -1 };

/** The bureau's four classes: 强制性 must be mended (only the higher union may exempt a report), 准强制性 may be
 *  explained only where the higher union allows it, 核实性 needs an explanation, 提示性 may be passed over. */
export const checkKinds = ['mandatory', 'quasi', 'verify', 'hint'] as const;
export type CheckKind = (typeof checkKinds)[number];
export const checkOperators = ['<=', '=', '>=', 'ratio-of', 'present-if'] as const;
export type CheckOperator = (typeof checkOperators)[number];

/** What a side does when values are missing: `any` leaves the check out as soon as one is missing, `all` only when none
 *  is there (the missing count as 0), `none` never (all missing is 0). */
export const missingPolicies = ['any', 'all', 'none'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

export type Check = {
  code: string;
  kind: CheckKind;
  left: Term[];
  op: CheckOperator;
  right: Term[];
  tolerance: number;
  note: string;
  /** Which levels of units it is for; all where it says nothing. */
  levels?: UnitLevel[];
  /** `any` on both sides where it says nothing. */
  missing?: { left: MissingPolicy; right: MissingPolicy };
  /** The indicators to look at when it fails; all of this report's where it says nothing. */
  marks?: string[];
  /** The unit that made it for itself and all below it; a check of the standard catalogue has none. */
  owner?: string;
};

/** Sections in order, indicators in order of section and code, checks in order of code. */
export type Catalogue = { sections: Section[]; indicators: Indicator[]; checks: Check[] };
