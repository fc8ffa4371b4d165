import { useTranslations } from 'next-intl';
import { ClientMessages } from '@/components/layout/client-messages';
import { FieldsForm } from './fields-form';

type Props = {
  of: keyof typeof steps;
  action: React.ComponentProps<typeof FieldsForm>['action'];
  reportId: string;
  submission: number;
  className: string;
};

const steps = {
  withdraw: { area: 'reports.withdraw', field: 'withdrawReason' },
  'take-back': { area: 'review.takeBack', field: 'takeBackReason' },
} as const;

/** A step that few take, with a reason: one line until it is opened. The unit takes back what it handed in, or the
 *  reviewer the own decision. */
export function UndoStep({ of, action, reportId, submission, className }: Props) {
  const { area, field } = steps[of];
  const t = useTranslations(area);
  return (
    <details className={`no-print ${className}`}>
      <summary className="min-h-8">{t('title')}</summary>
      <p className="max-w-3xl">{t('text')}</p>
      <ClientMessages areas={['fields', 'issues']}>
        <FieldsForm
          id={of}
          action={action}
          submit={t('submit')}
          saved={t('saved')}
          fields={[
            { kind: 'hidden', name: 'reportId', value: reportId },
            { kind: 'hidden', name: 'submission', value: String(submission) },
            { kind: 'textarea', name: field, label: t('reason'), rows: 2 },
          ]}
        />
      </ClientMessages>
    </details>
  );
}
