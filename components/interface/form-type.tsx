import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';

/** A form of the description, as far as it is shown. */
export type Form = {
  $ref?: string;
  type?: string | string[];
  enum?: string[];
  const?: string;
  items?: Form;
  anyOf?: Form[];
  properties?: Record<string, Form>;
  required?: string[];
  description?: string;
  format?: string;
};

/** Id of a named form on the page. */
export const formId = (name: string): string => `form-${name}`;

/** What may stand in a field, in words; named forms link to their description. */
export function FormType({ form }: { form: Form }): ReactNode {
  const t = useTranslations('api.page');
  if (form.$ref) {
    const name = form.$ref.split('/').at(-1)!;
    return <a href={`#${formId(name)}`}>{name}</a>;
  }
  if (form.anyOf) {
    const others = form.anyOf.filter(({ type }) => type !== 'null');
    const alternatives = others.map((one, at) => (
      <Fragment key={at}>
        {at > 0 ? ' / ' : ''}
        <FormType form={one} />
      </Fragment>
    ));
    return others.length < form.anyOf.length ? <>{alternatives} / null</> : alternatives;
  }
  if (form.enum) return form.enum.map((one) => (one === '' ? '""' : one)).join(' | ');
  if (form.const !== undefined) return form.const;
  const types = [form.type ?? 'object'].flat();
  const plain = types.find((type) => type !== 'null');
  if (plain === 'array' && form.items)
    return (
      <>
        [ <FormType form={form.items} /> ]
      </>
    );
  if (plain === 'object' && form.properties) {
    return (
      <>
        {'{ '}
        {Object.entries(form.properties).map(([name, one], at) => (
          <Fragment key={name}>
            {at > 0 ? ', ' : ''}
            {name}: <FormType form={one} />
          </Fragment>
        ))}
        {' }'}
      </>
    );
  }
  const word =
    plain === 'string'
      ? t('textType')
      : plain === 'integer' || plain === 'number'
        ? t('numberType')
        : plain === 'boolean'
          ? t('booleanType')
          : t('objectType');
  return types.includes('null') ? `${word} / null` : word;
}
