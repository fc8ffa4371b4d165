import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MappingProps, MappingSheet } from './mapping-props';

/** Which sheets are taken, how their tables stand, and of which period they are. */
export function MappingShape({
  sheets,
  tables,
  own,
  direction,
  found,
  head,
  periods,
}: Pick<MappingProps, 'sheets' | 'tables' | 'own' | 'direction' | 'found' | 'head' | 'periods'>) {
  const t = useTranslations('sheetImport');
  const [shown, hidden] = [
    sheets.filter(({ isHidden }) => !isHidden),
    sheets.filter(({ isHidden }) => isHidden),
  ];
  const option = ({ name, isTable }: MappingSheet) => ({
    value: name,
    label: name,
    hint: isTable ? undefined : t('notTable'),
    disabled: !isTable,
  });
  const chosen = sheets.filter(({ isTaken }) => isTaken).map(({ name }) => name);
  return (
    <>
      {found ? null : <Notice kind="attention">{t('nothingFound')}</Notice>}
      {sheets.length > 1 ? (
        <CheckboxGroup
          id="sheets"
          name="sheet[]"
          legend={t('sheets')}
          options={shown.map(option)}
          chosen={chosen}
        />
      ) : null}
      {hidden.length > 0 ? (
        <details>
          <summary>{t('hiddenSheets')}</summary>
          <CheckboxGroup
            id="hidden-sheets"
            name="sheet[]"
            legend={t('hiddenSheets')}
            options={hidden.map(option)}
            chosen={chosen}
          />
        </details>
      ) : null}
      <div className="items-start gap-x-8 sm:flex sm:flex-wrap">
        <Select
          id="direction"
          label={t('direction')}
          hint={found ? t(`directionFound.${found.direction}`) : undefined}
          defaultValue={direction}
          options={(['', 'rows', 'columns'] as const).map((value) => ({
            value,
            label: t(`directions.${value}` as never),
          }))}
        />
        <TextInput
          id="head"
          label={t('head')}
          hint={found ? t('headHint', { count: found.head }) : undefined}
          inputMode="numeric"
          defaultValue={head}
          className="w-24"
        />
        {tables.map(({ key, name, period, said, isPeriodAsked }, at) => (
          <div key={key}>
            <input type="hidden" name="periodTable[]" value={key} />
            <Select
              id={`period-${at}`}
              name="period[]"
              label={t('sheetPeriod', { sheet: name })}
              error={isPeriodAsked ? t('ask.period') : undefined}
              hint={at === 0 ? t('sheetPeriodHint') : undefined}
              defaultValue={period}
              options={[
                {
                  value: '',
                  label: said
                    ? t('asRecognised', {
                        period: periods.find(({ code }) => code === said)?.label ?? said,
                      })
                    : t('unsaid'),
                },
                ...periods.map(({ code, label }) => ({ value: code, label })),
              ]}
            />
          </div>
        ))}
      </div>
      {tables.map(({ key, name, whose, owner }, at) =>
        whose === null ? null : (
          <div key={key}>
            <input type="hidden" name="whoseTable[]" value={key} />
            <Select
              id={`whose-${at}`}
              name="whose[]"
              label={t('whose', { table: name })}
              error={owner === '' ? t('ask.whose', { name: whose, own: own.name }) : undefined}
              defaultValue={owner}
              options={[
                { value: '', label: t('unitChoose') },
                { value: 'skip', label: t('whoseSkip', { name: whose }) },
                { value: own.code, label: t('whoseOwn', { own: own.name }) },
              ]}
            />
          </div>
        ),
      )}
    </>
  );
}
