import { useFormatter, useTranslations } from 'next-intl';
import { ExchangeForm } from '@/components/desk/exchange-form';
import { Sheet } from '@/components/ui/sheet';
import type { Basis, findRenewal } from '@/lib/data/desk/renewals';
import { paths } from '@/lib/paths';
import { restoreDesk } from '../actions';

type Props = {
  unit: string;
  period: string;
  preview: NonNullable<Awaited<ReturnType<typeof findRenewal>>>;
  sayBasis: (basis: Basis) => string;
};

/** Texts that were put aside as a whole, each to be taken back. */
export function FormerTexts({ unit, period, preview, sayBasis }: Props) {
  const [t, format] = [useTranslations('desk.renewal'), useFormatter()];
  return (
    <Sheet className="min-[900px]:col-start-2" aria-labelledby="former">
      <h2 id="former">{t('former')}</h2>
      <ul className="list-none">
        {preview.former.map((text) => (
          <li
            key={text.revision}
            className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-2"
          >
            <span className="min-w-0 flex-1 basis-64">
              {t('formerRow', {
                by: text.savedBy,
                at: format.dateTime(text.savedAt, 'minute'),
              })}
              <span className="block text-table text-ink-2">{sayBasis(text.basis)}</span>
            </span>
            <ExchangeForm
              action={restoreDesk}
              fields={{
                unit,
                period,
                revision: String(preview.revision),
                former: String(text.revision),
              }}
              label={t('restore')}
              name={t('restoreOne', { at: format.dateTime(text.savedAt, 'minute') })}
              again={paths.renewal(unit, period)}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
