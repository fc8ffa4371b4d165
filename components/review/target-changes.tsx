import { useFormatter, useTranslations } from 'next-intl';
import { EventSentence, type Names } from '@/components/history/event-sentences';
import { Sheet } from '@/components/ui/sheet';
import type { ReportEvent } from '@/lib/domain/report/report-event';

/** Targets and control lines that were changed after they had been set: by whom, when, from what to what. */
export function TargetChanges({ events, names }: { events: readonly ReportEvent[]; names: Names }) {
  const [t, format] = [useTranslations('review.targets'), useFormatter()];
  if (events.length === 0) return null;
  return (
    <Sheet className="mt-4">
      <h2>{t('title')}</h2>
      <ul>
        {events.map((event) => (
          <li key={event.id} className="border-t border-line py-2">
            <EventSentence event={event} names={names} />{' '}
            <span className="text-ink-2">
              {t('by', { by: event.by ?? '', at: format.dateTime(event.at, 'minute') })}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
