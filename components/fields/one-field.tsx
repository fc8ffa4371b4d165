import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { Select } from '@/components/ui/select';
import { TextInput } from '@/components/ui/text-input';
import { Textarea } from '@/components/ui/textarea';
import type { FormField, TermText } from './form-field';
import { controlStyle, describedBy, FieldNotes } from '@/components/ui/field';

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

type TermsFieldProps = {
  id: string;
  field: Extract<FormField, { kind: 'terms' }>;
  typed: string[] | undefined;
  error: string | undefined;
};

const emptyRows = 2;

/** One side of a check: a row for each term, and empty rows for more. All inputs of a row carry the same name, in the
 *  order factor, indicator, period, so that a row arrives as three of a list. */
function TermsField({
  id,
  field: { name, label, hint, values, words },
  typed,
  error,
}: TermsFieldProps) {
  const written = typed ? rowsOf(typed) : values;
  const rows: TermText[] = [
    ...written,
    ...Array.from({ length: emptyRows }, (): TermText => ['', '', '0']),
  ];
  return (
    <fieldset
      className={`my-4 ${error ? 'border-l-4 border-wrong pl-3' : ''}`}
      aria-describedby={describedBy({ id, hint, error })}
    >
      <legend className="mb-1 font-bold">{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {rows.map(([factor, indicator, period], row) => {
        const of = (what: string) =>
          `${label} ${words.row.replace('{row}', String(row + 1))} ${what}`;
        return (
          <div key={row} className="flex flex-wrap items-center gap-2 py-1">
            <input
              id={row === 0 ? id : undefined}
              name={name}
              defaultValue={factor}
              aria-label={of(words.factor)}
              placeholder="1"
              autoComplete="off"
              className={`${controlStyle(error)} w-20 text-right`}
            />
            <span aria-hidden="true">×</span>
            <input
              name={name}
              defaultValue={indicator}
              list={words.list}
              aria-label={of(words.indicator)}
              autoComplete="off"
              className={`${controlStyle(error)} min-w-0 flex-1`}
            />
            <select
              name={name}
              defaultValue={period}
              aria-label={of(words.period)}
              className={controlStyle(error)}
            >
              <option value="0">{words.now}</option>
              <option value="-1">{words.before}</option>
            </select>
          </div>
        );
      })}
    </fieldset>
  );
}

/** Rows that say something, out of the list the form sent. */
function rowsOf(typed: string[]): TermText[] {
  const rows: TermText[] = [];
  for (let at = 0; at < typed.length; at += 3)
    rows.push([typed[at] ?? '', typed[at + 1] ?? '', typed[at + 2] ?? '0']);
  return rows.filter(([factor, indicator]) => factor || indicator);
}
