/** A row or column that names an indicator. `code`: what holds now; `unit` "" where it is as recognised. */
export type MappingLine = {
  key: string;
  label: string;
  sample: string;
  period: string | null;
  code: string | null;
  suggestions: string[];
  unit: string;
  said: string | null;
  unitFrom: 'decided' | 'said' | 'assumed' | 'unknown' | 'mismatch' | 'fraction';
  /** What must be answered before it is written; `unit` is seen from the indicator that is chosen. */
  asks: ('name' | 'unit' | 'column')[];
};

/** A row or column that names a period or a unit. `choice` "" where it is as recognised; `said`: what that is;
 *  `owner`: the unit below whose figures it holds. */
export type MappingCrossing = {
  key: string;
  label: string;
  owner: string | null;
  sample: string;
  choice: string;
  said: string | null;
  reason: CrossingReason | null;
  isAsked: boolean;
};

export type CrossingReason =
  | 'total'
  | 'other'
  | 'repeated'
  | 'none'
  | 'named'
  | 'several'
  | 'estimate'
  | 'adjusted'
  | 'sum'
  | 'part'
  | 'plan'
  | 'change'
  | 'average'
  | 'shorter'
  | 'aside';

/** A table of the file; `whose`: the unit it names, where that is not who imports. `owner` "" where
 *  nothing was said of it. */
export type MappingTable = {
  key: string;
  name: string;
  period: string;
  said: string | null;
  isPeriodAsked: boolean;
  whose: string | null;
  owner: string;
};

export type MappingSheet = {
  name: string;
  isHidden: boolean;
  isTable: boolean;
  isTaken: boolean;
};

export type MappingProps = {
  importId: string;
  sheets: MappingSheet[];
  tables: MappingTable[];
  own: { code: string; name: string };
  direction: '' | 'rows' | 'columns';
  found: { direction: 'rows' | 'columns'; head: number } | null;
  head: string;
  lines: MappingLine[];
  crossings: MappingCrossing[];
  indicators: { code: string; name: string; units: string[] }[];
  periods: { code: string; label: string }[];
};
