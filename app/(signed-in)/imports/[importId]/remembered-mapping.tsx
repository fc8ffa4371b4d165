import { useTranslations } from 'next-intl';
import { ImportButton } from '@/components/imports/import-button';
import { Notice } from '@/components/ui/notice';
import { remember } from '../actions';

type Remembered = { importId: string; file: string; count: number; known: number };

/** Offers what was decided for a file with much the same names. */
export function RememberedMapping({ importId, ...said }: Remembered) {
  const t = useTranslations('sheetImport');
  return (
    <Notice>
      <ImportButton
        action={remember}
        hidden={{ importId }}
        kind="plain"
        label={t('useRemembered')}
        busy={t('saving')}
      >
        <p className="mb-2">{t('remembered', said)}</p>
      </ImportButton>
    </Notice>
  );
}
