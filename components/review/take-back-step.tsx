import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { FoldedStep } from '@/components/fields/folded-step';

type Props = {
  action: ComponentProps<typeof FoldedStep>['action'];
  reportId: string;
  submission: number;
};

/** The reviewer takes the own decision back, with a reason. */
export function TakeBackStep({ action, reportId, submission }: Props) {
  const t = useTranslations('review.takeBack');
  return (
    <FoldedStep
      className="mt-6"
      id="take-back"
      action={action}
      words={{ title: t('title'), text: t('text'), submit: t('submit'), saved: t('saved') }}
      fields={[
        { kind: 'hidden', name: 'reportId', value: reportId },
        { kind: 'hidden', name: 'submission', value: String(submission) },
        { kind: 'textarea', name: 'takeBackReason', label: t('reason'), rows: 2 },
      ]}
    />
  );
}
