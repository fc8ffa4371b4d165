import { useLocale, useTranslations } from 'next-intl';
import { ImportButton } from '@/components/imports/import-button';
import { OddFigures } from '@/components/imports/odd-figures';
import { ClientMessages } from '@/components/layout/client-messages';
import { placeOf, type ImportCell } from '@/lib/domain/sheet/plan-import';
import { labelOfCode } from '@/lib/domain/tree/period';
import { nameOf } from '@/lib/i18n/name-of';
import { confirm } from '../../actions';

type Props = {
  importId: string;
  mark: string;
  /** How many figures are written without a question. */
  count: number;
  /** Figures that stand out: each is written only where it is ticked. */
  odd: readonly ImportCell[];
  byCode: ReadonlyMap<string, { name: string; nameEn: string }>;
  /** Figures of reports that this begins. */
  opened: readonly { unit: string; period: string }[];
  nameOfOther: (unit: string) => string;
};

/** Writes the plan, with what stands out as far as it is ticked, and says which reports that begins. */
export function ConfirmImport({ importId, mark, count, odd, byCode, opened, nameOfOther }: Props) {
  const [t, issueText] = [useTranslations('sheetImport'), useTranslations('issues')];
  const locale = useLocale();
  return (
    <ClientMessages areas={['sheetImport', 'issues']}>
      <ImportButton
        action={confirm}
        hidden={{ importId, mark }}
        label={t(odd.length > 0 ? 'confirmTicked' : 'confirm', { count })}
        busy={t('writing')}
      >
        {odd.length > 0 ? (
          <div className="mt-4 border-t border-line pt-3">
            <OddFigures
              title={t('oddTitle', { count: odd.length })}
              text={t('oddText')}
              figures={odd.map((cell) => ({
                place: placeOf(cell),
                name: nameOf(byCode.get(cell.code)!, locale),
                period: `${nameOfOther(cell.unit)}${labelOfCode(cell.period, locale)}`,
                value: cell.value,
                reasons: cell.asks.map(({ code, params }) =>
                  issueText(code as never, params as never),
                ),
              }))}
            />
          </div>
        ) : null}
        <Opened opened={opened} nameOfOther={nameOfOther} />
        <p className="my-2 text-ink-2">
          {t(odd.length > 0 ? 'togetherTicked' : 'together', { count })}
        </p>
      </ImportButton>
    </ClientMessages>
  );
}

/** Which reports are begun by it. */
function Opened({ opened, nameOfOther }: Pick<Props, 'opened' | 'nameOfOther'>) {
  const [t, locale] = [useTranslations('sheetImport'), useLocale()];
  const reports = new Map(
    opened.map(({ unit, period }) => [
      `${unit} ${period}`,
      `${nameOfOther(unit)}${labelOfCode(period, locale)}`,
    ]),
  );
  if (reports.size === 0) return null;
  const periods = [...reports].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return (
    <p className="mt-3">
      {t('opens', {
        count: periods.length,
        periods: periods.join(locale === 'en' ? ', ' : '、'),
      })}
    </p>
  );
}
