import { useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ask } from '../../waivers/actions';

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
