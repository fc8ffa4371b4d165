import { useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { ClientMessages } from '@/components/layout/client-messages';
import { Sheet } from '@/components/ui/sheet';
import { coverages, type Coverage } from '@/lib/domain/rollup/coverage';
import { chooseCoverage } from './actions';

type Props = { reportId: string; coverage: Coverage };

/** Whether the figures are the unit's own alone, or those of everything below it too. */
export function CoverageForm({ reportId, coverage }: Props) {
  const t = useTranslations('rollup.coverage');
  return (
    <ClientMessages areas={['fields', 'issues']}>
      <Sheet className="mb-4">
        <FieldsForm
          id="coverage"
          action={chooseCoverage}
          submit={t('save')}
          saved={t('saved')}
          fields={[
            { kind: 'hidden', name: 'reportId', value: reportId },
            {
              kind: 'radio',
              name: 'coverage',
              label: t('title'),
              hint: t('intro'),
              value: coverage,
              options: coverages.map((value) => ({ value, label: t(value) })),
            },
          ]}
        />
      </Sheet>
    </ClientMessages>
  );
}
