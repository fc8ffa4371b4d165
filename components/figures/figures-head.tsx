import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type Props = {
  /** Whose words head the columns: those of entering or those of reviewing. */
  area: 'entry' | 'review';
  previous: ReactNode;
  current: ReactNode;
  /** Widths of the columns; a name without one takes what is left. */
  /** What heads the last column where more than words stands in it. */
  notes?: string;
  widths: {
    name?: string;
    previous: string;
    current: string;
    change: string;
    percent: string;
    notes: string;
  };
  /** Further columns, at the end. */
  children?: ReactNode;
};

/** The head of figures beside those of the period before: name, before, now, change, and what is said of it. */
export function FiguresHead({ area, previous, current, notes, widths, children }: Props) {
  const t = useTranslations(area);
  return (
    <thead>
      <tr>
        <th scope="col" className={widths.name}>
          {t('columns.indicator')}
        </th>
        <th scope="col" className={`number ${widths.previous}`}>
          {previous}
        </th>
        <th scope="col" className={`number ${widths.current}`}>
          {current}
        </th>
        <th scope="col" className={`number ${widths.change}`}>
          {t('columns.change')}
        </th>
        <th scope="col" className={`number ${widths.percent}`}>
          {t('columns.percent')}
        </th>
        <th scope="col" className={widths.notes}>
          {notes ?? t('columns.notes')}
        </th>
        {children}
      </tr>
    </thead>
  );
}
