import type { Indicator } from '@/lib/domain/catalogue/indicator';
import { indicatorList } from './check-fields';

/** What the fields of a check offer while one types: codes with names. */
export function IndicatorOptions({ indicators }: { indicators: Indicator[] }) {
  return (
    <datalist id={indicatorList}>
      {indicators.map(({ code, name }) => (
        <option key={code} value={`${code} ${name}`} />
      ))}
    </datalist>
  );
}
