import type { ReactNode } from 'react';
import type { Indicator } from '@/lib/domain/catalogue/indicator';

/** The head of a figure's row; a part stands in from its whole. */
export function FigureName({
  indicator,
  children,
}: {
  indicator: Pick<Indicator, 'partOf'>;
  children: ReactNode;
}) {
  return (
    <th scope="row" className={indicator.partOf ? 'sm:pl-8!' : undefined}>
      {children}
    </th>
  );
}
