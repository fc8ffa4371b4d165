import type { ComponentProps, ReactNode } from 'react';
import { Sheet } from '@/components/ui/sheet';
import type { Summary } from '@/lib/domain/summary/summary';
import { SoftLinks } from './soft-links';
import type { SummaryAddress } from './summary-address';
import { SummarySheet } from './summary-sheet';
import { SummaryTrail } from './summary-trail';
import { TracePanel } from './trace/trace-panel';

type Props = {
  unit: { code: string; name: { name: string; nameEn: string } | undefined };
  here: string;
  summary: Summary;
  address: SummaryAddress;
  /** The number that is looked into, if any; it takes the place of `beside`. */
  view: ComponentProps<typeof TracePanel>['view'] | null;
  beside: ReactNode;
  letterhead?: ComponentProps<typeof SummarySheet>['letterhead'];
  /** What follows the text on its sheet. */
  under?: ReactNode;
  /** The heading that names the sheet of tables. */
  labelledBy: string;
  /** The sheet of tables and charts. */
  children: ReactNode;
};

/** A summary's page: its text, its tables, and beside them the number looked into or what can be done with the text. */
export function SummaryFrame({ unit, here, summary, address, view, ...parts }: Props) {
  return (
    <SoftLinks className={`beside-sheet ${view ? 'has-trace' : ''}`}>
      <div className="min-w-0">
        <SummaryTrail unit={unit.code} name={unit.name} here={here} />
        <SummarySheet summary={summary} address={address} letterhead={parts.letterhead}>
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
