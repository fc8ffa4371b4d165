import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { FoldedStep } from '@/components/fields/folded-step';

type Props = {
  action: ComponentProps<typeof FoldedStep>['action'];
  reportId: string;
  submission: number;
};

/** The unit takes back what it handed in, with a reason, while nobody reads it. */
export function WithdrawStep({ action, reportId, submission }: Props) {
  const t = useTranslations('reports.withdraw');
  return (
    <FoldedStep
      className="mb-4"
      id="withdraw"
      action={action}
      words={{ title: t('title'), text: t('text'), submit: t('submit'), saved: t('saved') }}
      fields={[
        { kind: 'hidden', name: 'reportId', value: reportId },
        { kind: 'hidden', name: 'submission', value: String(submission) },
        { kind: 'textarea', name: 'withdrawReason', label: t('reason'), rows: 2 },
      ]}
    />
  );
}
