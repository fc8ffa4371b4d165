import type { PeriodKind } from '@/lib/domain/tree/period';

/** A unit and the periods that can be narrated, newest first. */
export type SummaryScope = {
  unit: {
    code: string;
    name: string;
    nameEn: string;
    level: 'nation' | 'province' | 'city' | 'county';
  };
  periods: {
    code: string;
    kind: PeriodKind;
    madeUp: boolean;
    standing: 'draft' | 'submitted' | 'approved';
  }[];
};
