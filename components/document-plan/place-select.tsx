'use client';

import { useTranslations } from 'next-intl';
import { controlStyle } from '@/components/ui/field';
import type { DocumentPlan } from '@/lib/domain/document-plan/plan';

export type Named = { code: string; name: string };
type Props = {
  plan: DocumentPlan;
  name: string;
  at: number | null;
  choose(at: number | null): void;
};

/** In which part something is stated, or that it is left to the table. */
export function PlaceSelect({ plan, name, at, choose }: Props) {
  const t = useTranslations('plan');
  return (
    <>
      <span>{name}</span>
      <select
        aria-label={t('placeOf', { name })}
        value={at ?? ''}
        className={`${controlStyle()} w-44 min-w-0 shrink`}
        onChange={({ target }) => choose(target.value === '' ? null : Number(target.value))}
      >
        {plan.parts.map(({ id, heading }, place) => (
          <option key={id} value={place}>
            {t('part', { number: place + 1, heading })}
          </option>
        ))}
        <option value="">{t('nowhere')}</option>
      </select>
    </>
  );
}
