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
  unitFrom: 'decided' | 'said' | 'assumed' | 'unknown' | 'mismatch';
};

/** A row or column that names a period or a unit. `choice` "" where it is as recognised; `said`: what that is. */
export type MappingCrossing = {
  key: string;
  label: string;
  sample: string;
  choice: string;
  said: string | null;
  reason: 'total' | 'change' | 'other' | 'repeated' | 'none' | 'named' | null;
};

export type MappingSheet = {
  name: string;
  isHidden: boolean;
  isTable: boolean;
  isTaken: boolean;
  period: string;
  said: string | null;
};

export type MappingProps = {
  importId: string;
  sheets: MappingSheet[];
  direction: '' | 'rows' | 'columns';
  found: { direction: 'rows' | 'columns'; head: number } | null;
  head: string;
  lines: MappingLine[];
  crossings: MappingCrossing[];
  indicators: { code: string; name: string; units: string[] }[];
  periods: { code: string; label: string }[];
};
