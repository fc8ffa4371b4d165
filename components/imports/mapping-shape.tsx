import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import type { MappingProps, MappingSheet } from './mapping-props';

type ShapeProps = Pick<
  MappingProps,
  'sheets' | 'tables' | 'own' | 'direction' | 'found' | 'head' | 'periods'
>;

/** Which sheets are taken, how their tables stand, and of which period they are. */
export function MappingShape({ sheets, tables, own, direction, found, head, periods }: ShapeProps) {
  const t = useTranslations('sheetImport');
  return (
    <>
      {found ? null : <Notice kind="attention">{t('nothingFound')}</Notice>}
      <SheetChoice sheets={sheets} />
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
        {tables.map((table, at) => (
          <TablePeriod key={table.key} at={at} table={table} periods={periods} />
        ))}
      </div>
      {tables.map((table, at) =>
        table.whose === null ? null : (
          <TableOwner key={table.key} at={at} table={table} whose={table.whose} own={own} />
        ),
      )}
    </>
  );
}

/** The sheets of the workbook; hidden ones apart. */
function SheetChoice({ sheets }: Pick<ShapeProps, 'sheets'>) {
  const t = useTranslations('sheetImport');
  const option = ({ name, isTable }: MappingSheet) => ({
    value: name,
    label: name,
    hint: isTable ? undefined : t('notTable'),
    disabled: !isTable,
  });
  const options = (isHidden: boolean) =>
    sheets.filter((sheet) => sheet.isHidden === isHidden).map(option);
  const hidden = options(true);
  const chosen = sheets.filter(({ isTaken }) => isTaken).map(({ name }) => name);
  return (
    <>
      {sheets.length > 1 ? (
        <CheckboxGroup
          id="sheets"
          name="sheet[]"
          legend={t('sheets')}
          options={options(false)}
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
            options={hidden}
            chosen={chosen}
          />
        </details>
      ) : null}
    </>
  );
}

type TableProps = { at: number; table: MappingProps['tables'][number] };

function TablePeriod({ at, table, periods }: TableProps & Pick<ShapeProps, 'periods'>) {
  const t = useTranslations('sheetImport');
  const { key, name, period, said, isPeriodAsked } = table;
  const recognised = said
    ? t('asRecognised', { period: periods.find(({ code }) => code === said)?.label ?? said })
    : t('unsaid');
  return (
    <div>
      <input type="hidden" name="periodTable[]" value={key} />
      <Select
        id={`period-${at}`}
        name="period[]"
        label={t('sheetPeriod', { sheet: name })}
        error={isPeriodAsked ? t('ask.period') : undefined}
        hint={at === 0 ? t('sheetPeriodHint') : undefined}
        defaultValue={period}
        options={[
          { value: '', label: recognised },
          ...periods.map(({ code, label }) => ({ value: code, label })),
        ]}
      />
    </div>
  );
}

/** Asks whether a table that names another unit is that unit's. */
function TableOwner({
  at,
  table: { key, name, owner },
  whose,
  own,
}: TableProps & { whose: string } & Pick<ShapeProps, 'own'>) {
  const t = useTranslations('sheetImport');
  return (
    <div>
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
  );
}
