import type { ComponentProps } from 'react';
import { controlStyle, describedBy, Field, type FieldProps } from './field';

type Option = { value: string; label: string; disabled?: boolean };
type Props = FieldProps &
  Omit<ComponentProps<'select'>, 'id' | 'children'> & { options: readonly Option[] };

/** One choice out of a list, with its label. */
export function Select({
  id,
  label,
  hint,
  error,
  options,
  className = 'max-w-full',
  name = id,
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        name={name}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        className={`${controlStyle(error)} ${className}`}
        {...rest}
      >
        {options.map(({ value, label: text, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
