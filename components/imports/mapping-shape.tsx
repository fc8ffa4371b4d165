import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MappingProps, MappingSheet } from './mapping-props';

/** Which sheets are taken, how their tables stand, and of which period they are. */
export function MappingShape({
  sheets,
  direction,
  found,
  head,
  periods,
}: Pick<MappingProps, 'sheets' | 'direction' | 'found' | 'head' | 'periods'>) {
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
        {sheets
          .filter(({ isTaken }) => isTaken)
          .map(({ name, period, said }, at) => (
            <div key={name}>
              <input type="hidden" name="periodSheet[]" value={name} />
              <Select
                id={`period-${at}`}
                name="period[]"
                label={t('sheetPeriod', { sheet: name })}
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
    </>
  );
}
