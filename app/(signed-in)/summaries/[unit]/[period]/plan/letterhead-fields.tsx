import { getTranslations } from 'next-intl/server';
import { FieldsForm } from '@/components/fields/fields-form';
import { Sheet } from '@/components/ui/sheet';
import { letterheadParts, type Letterhead } from '@/lib/domain/document-plan/letterhead';
import { keepLetterhead } from './actions';

type Props = { unit: string; period: string; letterhead: Letterhead };

/** What the office prints around its documents, in Word and PDF. */
export async function LetterheadFields({ unit, period, letterhead }: Props) {
  const t = await getTranslations('plan.letterhead');
  return (
    <Sheet className="mt-4" aria-labelledby="letterhead-title">
      <h2 id="letterhead-title">{t('title')}</h2>
      <p className="mb-2 max-w-3xl text-ink-2">{t('text')}</p>
      <FieldsForm
        id="letterhead"
        action={keepLetterhead}
        submit={t('save')}
        saved={t('saved')}
        fields={[
          { kind: 'hidden', name: 'unit', value: unit },
          { kind: 'hidden', name: 'period', value: period },
          ...letterheadParts.map((name) => ({
            kind: 'text' as const,
            name,
            label: t(`parts.${name}`),
            hint: t(`hints.${name}`),
            value: letterhead[name],
          })),
        ]}
      />
    </Sheet>
  );
}
