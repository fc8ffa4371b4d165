import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { controlStyle } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { SummaryStyle } from '@/lib/domain/comparison/source';
import { styleChoices } from '@/lib/domain/summary/style';

export type BaseChoice = {
  chosen: string | undefined;
  options: { value: string; label: string }[];
};
/** `names`: what may be chosen on this page; `keeps`: what else of the address stays; `submit`: the words of the
 *  button. */
type Props = {
  action: string;
  base?: BaseChoice | null;
  style: SummaryStyle;
  names?: readonly (keyof SummaryStyle)[];
  keeps?: Readonly<Record<string, string | undefined>>;
  submit?: string;
};

const all = ['length', 'headings', 'falls', 'numbers'] as const;

/** With which further year a summary is compared and how it is written: a question to the address, by itself it
 *  changes nothing. */
export async function StyleForm({
  action,
  base = null,
  style,
  names = all,
  keeps = {},
  submit,
}: Props) {
  const t = await getTranslations('summary');
  return (
    <form method="get" action={action} className="mt-4">
      {Object.entries(keeps).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {base ? (
        <Select
          id="base"
          label={t('beside.base')}
          hint={t('beside.baseHint')}
          defaultValue={base.chosen ?? ''}
          options={[{ value: '', label: t('beside.noBase') }, ...base.options]}
        />
      ) : null}
      <fieldset>
        <legend className="font-bold">{t('style.title')}</legend>
        {names.map((name) => (
          <div key={name} className="mt-1 flex flex-wrap items-center justify-between gap-x-3">
            <label htmlFor={name} className="shrink-0">
              {t(`style.${name}`)}
            </label>
            <select
              id={name}
              name={name}
              defaultValue={style[name]}
              className={`${controlStyle()} w-56 min-w-0 shrink`}
            >
              {styleChoices[name].map((choice) => (
                <option key={choice} value={choice}>
                  {t(`style.choices.${choice}`)}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
      <Button className="mt-3">{submit ?? t('style.apply')}</Button>
    </form>
  );
}
