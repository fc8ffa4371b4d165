import { useTranslations } from 'next-intl';
import { FieldsForm } from '@/components/fields/fields-form';
import { addRule } from '../actions';

/** The form that adds a day of reminders. */
export function AddRule() {
  const t = useTranslations('progress');
  return (
    <FieldsForm
      id="add-rule"
      action={addRule}
      isPrimary
      submit={t('rules.add')}
      saved={t('rules.added')}
      fields={[
        {
          kind: 'select',
          name: 'side',
          label: t('rules.when'),
          value: 'before',
          options: [
            { value: 'before', label: t('rules.beforeOption') },
            { value: 'after', label: t('rules.afterOption') },
          ],
        },
        {
          kind: 'text',
          name: 'days',
          label: t('rules.days'),
          hint: t('rules.daysHint'),
          value: '3',
          isShort: true,
        },
        {
          kind: 'radio',
          name: 'form',
          label: t('rules.form'),
          value: 'single',
          options: (['single', 'collective'] as const).map((value) => ({
            value,
            label: t(`rules.forms.${value}`),
            hint: t(`rules.formHints.${value}`),
          })),
        },
      ]}
    />
  );
}
