import { useLocale, useTranslations } from 'next-intl';
import { ImportButton } from '@/components/imports/import-button';
import { ClientMessages } from '@/components/layout/client-messages';
import { labelOfCode } from '@/lib/domain/tree/period';
import { confirm } from '../../actions';

type Props = {
  importId: string;
  mark: string;
  count: number;
  /** Figures of reports that this begins. */
  opened: readonly { unit: string; period: string }[];
  nameOfOther: (unit: string) => string;
};

/** Writes the whole plan, and says which reports that begins. */
export function ConfirmImport({ importId, mark, count, opened: edits, nameOfOther }: Props) {
  const [t, locale] = [useTranslations('sheetImport'), useLocale()];
  const label = (code: string) => (code === '' ? t('unsaid') : labelOfCode(code, locale));
  const opened = [
    ...new Map(
      edits.map(({ unit, period }) => [
        `${unit} ${period}`,
        `${nameOfOther(unit)}${label(period)}`,
      ]),
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text);
  return (
    <ClientMessages areas={['sheetImport', 'issues']}>
      <ImportButton
        action={confirm}
        hidden={{ importId, mark }}
        label={t('confirm', { count: count })}
        busy={t('writing')}
      >
        {opened.length > 0 ? (
          <p className="mt-3">
            {t('opens', {
              count: opened.length,
              periods: opened.join(locale === 'en' ? ', ' : '、'),
            })}
          </p>
        ) : null}
        <p className="my-2 text-ink-2">{t('together', { count: count })}</p>
      </ImportButton>
    </ClientMessages>
  );
}
