import { useFormatter, useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { Sheet } from '@/components/ui/sheet';
import { officeDay } from '@/lib/domain/tree/office-day';
import { ask, grant, refuse, takeBack } from './actions';
import type { Extension } from './extension-list';

type Props = { reportId: string };

const keyOf = (reportId: string) => ({
  kind: 'hidden' as const,
  name: 'reportId',
  value: reportId,
});

/** The unit asks for a later date; one request at a time. */
export function AskSheet({ reportId, isWaiting: open }: Props & { isWaiting: boolean }) {
  const t = useTranslations('progress.extension');
  const key = keyOf(reportId);
  return (
    <Sheet className="mb-4">
      <h2>{t('askTitle')}</h2>
      {open ? (
        <>
          <p>{t('waiting')}</p>
          <FieldsForm
            id="take-back"
            action={takeBack}
            submit={t('takeBack')}
            saved={t('takenBack')}
            fields={[key]}
          />
        </>
      ) : (
        <>
          <p>{t('askText')}</p>
          <FieldsForm
            id="ask"
            action={ask}
            isPrimary
            submit={t('ask')}
            saved={t('asked')}
            fields={[
              key,
              { kind: 'date', name: 'day', label: t('day'), hint: t('dayHint') },
              { kind: 'text', name: 'reason', label: t('reason') },
            ]}
          />
        </>
      )}
    </Sheet>
  );
}

/** The unit above grants one or refuses what was asked. */
export function GrantSheet({ reportId, open }: Props & { open: Extension | undefined }) {
  const [t, format] = [useTranslations('progress.extension'), useFormatter()];
  const key = keyOf(reportId);
  const day = (moment: Date) => format.dateTime(moment, 'day');
  const minute = (moment: Date) => format.dateTime(moment, 'minute');
  return (
    <Sheet className="mb-4">
      <h2>{t(open ? 'answerTitle' : 'grantTitle')}</h2>
      {open ? (
        <p className="my-2 border-l-4 border-attention pl-3">
          {t('entry', {
            by: open.by,
            at: minute(open.at),
            date: day(open.wanted),
            reason: open.reason,
          })}
        </p>
      ) : null}
      <p>{t('grantText')}</p>
      <FieldsForm
        id="grant"
        action={grant}
        isPrimary
        submit={t('grant')}
        saved={t('granted')}
        fields={[
          key,
          {
            kind: 'date',
            name: 'day',
            label: t('day'),
            hint: t('dayHint'),
            value: open ? officeDay(open.wanted) : undefined,
          },
          { kind: 'text', name: 'answer', label: t('answer'), hint: t('grantHint') },
        ]}
      />
      {open ? (
        <FieldsForm
          id="refuse"
          action={refuse}
          submit={t('refuse')}
          saved={t('refused')}
          fields={[key, { kind: 'text', name: 'answer', label: t('refuseReason') }]}
        />
      ) : null}
    </Sheet>
  );
}
