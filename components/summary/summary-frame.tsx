import { useLocale, useTranslations } from 'next-intl';
import type { ComponentProps, ReactNode } from 'react';
import { Breadcrumbs } from '@/components/layout/breadcrumbs';
import { Sheet } from '@/components/ui/sheet';
import type { Summary } from '@/lib/domain/summary/summary';
import { nameOf } from '@/lib/i18n/name-of';
import { paths } from '@/lib/paths';
import { SoftLinks } from './soft-links';
import type { SummaryAddress } from './summary-address';
import { SummarySheet } from './summary-sheet';
import { TracePanel } from './trace/trace-panel';

type Props = {
  unit: { code: string; name: { name: string; nameEn: string } | undefined };
  here: string;
  summary: Summary;
  address: SummaryAddress;
  /** The number that is looked into, if any; it takes the place of `beside`. */
  view: ComponentProps<typeof TracePanel>['view'] | null;
  beside: ReactNode;
  /** What follows the text on its sheet. */
  under?: ReactNode;
  /** The heading that names the sheet of tables. */
  labelledBy: string;
  /** The sheet of tables and charts. */
  children: ReactNode;
};

/** A summary's page: its text, its tables, and beside them the number looked into or what can be done with the text. */
export function SummaryFrame({ unit, here, summary, address, view, ...parts }: Props) {
  const [t, locale] = [useTranslations('summary'), useLocale()];
  return (
    <SoftLinks className={`beside-sheet ${view ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <Breadcrumbs
          trail={[
            { href: paths.summaries(), text: t('title') },
            {
              href: paths.summaries(unit.code),
              text: unit.name ? nameOf(unit.name, locale) : unit.code,
            },
          ]}
          here={here}
        />
        <SummarySheet summary={summary} address={address}>
          {parts.under}
        </SummarySheet>
      </div>
      <Sheet className="full-width sm:px-8 sm:pt-6 sm:pb-8" aria-labelledby={parts.labelledBy}>
        {parts.children}
      </Sheet>
      <div className="beside-column">
        {view ? (
          <div className="beside">
            <TracePanel view={view} address={address} />
          </div>
        ) : (
          parts.beside
        )}
      </div>
    </SoftLinks>
  );
}
