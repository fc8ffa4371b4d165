import { useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { ask, takeBack } from '../../waivers/actions';

type Props = { reportId: string; check: { code: string; kind: string } };

/** Asks the higher union to let the report off one check. */
export function AskWaiver({ reportId, check }: Props) {
  const t = useTranslations('review.waivers');
  return (
    <FieldsForm
      id={`ask-${check.code}`}
      action={ask}
      submit={t('ask.submit')}
      saved={t('ask.saved')}
      fields={[
        { kind: 'hidden', name: 'reportId', value: reportId },
        { kind: 'hidden', name: 'check', value: check.code },
        {
          kind: 'textarea',
          name: 'reason',
          label: t('ask.reason'),
          hint: t(`ask.hints.${check.kind === 'quasi' ? 'quasi' : 'mandatory'}`),
          rows: 2,
        },
      ]}
    />
  );
}

type StepsProps = {
  report: { id: string; allowed: readonly string[] };
  waiver: { code: string; decision: 'granted' | 'refused' | null };
  failing: readonly { check: { code: string } }[];
};

/** What is left to do with a request: to take it back while nobody has answered, or to see that it no longer holds. */
export function WaiverSteps({ report, waiver: { code, decision }, failing }: StepsProps) {
  const t = useTranslations('review.waivers');
  if (decision === 'granted' && failing.some(({ check }) => check.code === code))
    return <p className="text-attention">{t('outOfDate')}</p>;
  if (decision !== null || !report.allowed.includes('waiver.ask')) return null;
  return (
    <ClientMessages areas={['fields', 'issues']}>
      <FieldsForm
        id={`take-back-${code}`}
        action={takeBack}
        submit={t('takeBack')}
        saved={t('takenBack')}
        fields={[
          { kind: 'hidden', name: 'reportId', value: report.id },
          { kind: 'hidden', name: 'check', value: code },
        ]}
      />
    </ClientMessages>
  );
}
