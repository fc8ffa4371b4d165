import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { ListTable } from '@/components/ui/list-table';
import type { AuditEvent, AuditKind } from '@/lib/data/audit/events';
import { labelOfCode } from '@/lib/domain/tree/period';

/** What happened, row by row: when, who, what, about what, and the record as it was kept. */
export function AuditTable({ events }: { events: AuditEvent[] }) {
  const [t, format, locale] = [useTranslations('audit'), useFormatter(), useLocale()];
  return (
    <ListTable
      rows={events}
      keyOf={({ id }) => id}
      columns={[
        { head: t('at'), cell: ({ at }) => format.dateTime(at, 'second'), width: 'w-44' },
        {
          head: t('who'),
          cell: ({ by }) => (by ? t('person', { name: by.name, unit: by.unit }) : t('nobody')),
        },
        { head: t('what'), cell: ({ kind }) => <Kind kind={kind} /> },
        {
          head: t('about'),
          cell: ({ report, subject }) =>
            [report && `${report.unit} ${labelOfCode(report.period, locale)}`, subject]
              .filter(Boolean)
              .join(' · '),
        },
        { head: t('record'), cell: (event) => <Record event={event} />, isProse: true },
      ]}
    />
  );
}

/** A kind in words; one of an earlier edition by its name. */
function Kind({ kind }: { kind: string }) {
  const t = useTranslations('audit');
  const key = `kinds.${kind as AuditKind}` as const;
  return t.has(key) ? t(key) : kind;
}

/** What stood before and since, as it was kept. */
function Record({ event: { from, to } }: { event: AuditEvent }) {
  const t = useTranslations('audit');
  if (from === null && to === null) return null;
  const kept = Object.entries({ from, to }).filter(([, value]) => value !== null);
  return (
    <details>
      <summary>{t('open')}</summary>
      {kept.map(([name, value]) => (
        <p key={name} className="max-w-xl text-table break-all">
          {t(name === 'from' ? 'before' : 'since', { text: JSON.stringify(value) })}
        </p>
      ))}
    </details>
  );
}
