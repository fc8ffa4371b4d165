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
  switch (field.kind) {
    case 'hidden':
      return <input type="hidden" name={field.name} value={field.value} />;
    case 'select': {
      const { name, label, hint, options, value } = field;
      return (
        <Select
          id={id}
          name={name}
          label={label}
          hint={hint}
          error={error}
          options={options}
          defaultValue={typed?.[0] ?? value}
        />
      );
    }
    case 'textarea': {
      const { name, label, hint, value, rows = 3 } = field;
      return (
        <Textarea
          id={id}
          name={name}
          label={label}
          hint={hint}
          error={error}
          rows={rows}
          defaultValue={typed?.[0] ?? value}
        />
      );
    }
    case 'terms':
      return <TermsField id={id} field={field} typed={typed} error={error} />;
    case 'radio':
    case 'checkboxes': {
      const { name, label, hint, options } = field;
      const chosen =
        typed ?? (field.kind === 'checkboxes' ? field.values : field.value ? [field.value] : []);
      const type = field.kind === 'radio' ? 'radio' : 'checkbox';
      return (
        <CheckboxGroup
          id={id}
          name={name}
          legend={label}
          hint={hint}
          error={error}
          options={options}
          chosen={chosen}
          type={type}
        />
      );
    }
    case 'text':
    case 'date':
    case 'month': {
      const { kind, name, label, hint, value, isShort, isCode } = field;
      return (
        <TextInput
          id={id}
          name={name}
          type={kind}
          label={label}
          hint={hint}
          error={error}
          defaultValue={typed?.[0] ?? value}
          autoComplete="off"
          {...(isCode ? { autoCapitalize: 'none', spellCheck: false } : {})}
          {...(kind !== 'text' || isShort ? { className: 'w-60 max-w-full' } : {})}
        />
      );
    }
  }
}
