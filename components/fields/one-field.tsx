import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { FormField } from './form-field';
import { TermsField } from './terms-field';

type Props = {
  id: string;
  field: FormField;
  typed: string[] | undefined;
  error: string | undefined;
};

/** One field with what was typed before, and what is wrong with it. */
export function OneField({ id, field, typed, error }: Props) {
  if (field.kind === 'hidden') return <input type="hidden" name={field.name} value={field.value} />;
  if (field.kind === 'terms')
    return <TermsField id={id} field={field} typed={typed} error={error} />;
  const { name, label, hint } = field;
  const common = { id, name, label, hint, error };
  switch (field.kind) {
    case 'select':
      return (
        <Select {...common} options={field.options} defaultValue={typed?.[0] ?? field.value} />
      );
    case 'textarea':
      return (
        <Textarea {...common} rows={field.rows ?? 3} defaultValue={typed?.[0] ?? field.value} />
      );
    case 'radio':
    case 'checkboxes': {
      const { label: legend, ...group } = common;
      const asked = field.kind === 'checkboxes' ? field.values : field.value ? [field.value] : [];
      return (
        <CheckboxGroup
          {...group}
          legend={legend}
          options={field.options}
          chosen={typed ?? asked}
          type={field.kind === 'radio' ? 'radio' : 'checkbox'}
        />
      );
    }
    case 'password':
      return (
        <TextInput
          {...common}
          type="password"
          autoComplete={field.isKnown ? 'current-password' : 'new-password'}
        />
      );
    case 'text':
    case 'date':
    case 'month':
      return (
        <TextInput
          {...common}
          type={field.kind}
          defaultValue={typed?.[0] ?? field.value}
          autoComplete="off"
          {...(field.isCode ? { autoCapitalize: 'none', spellCheck: false } : {})}
          {...(field.kind !== 'text' || field.isShort ? { className: 'w-60 max-w-full' } : {})}
        />
      );
  }
}
