import type { ComponentProps } from 'react';
import { controlStyle, describedBy, Field, type FieldProps } from './field';

type Props = FieldProps & Omit<ComponentProps<'textarea'>, 'id'>;

/** Several lines of text with their label. Length is counted in messages, never cut. */
export function Textarea({
  id,
  label,
  hint,
  error,
  className = 'w-full max-w-2xl',
  rows = 4,
  name = id,
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        className={`${controlStyle(error)} ${className}`}
        {...rest}
      />
    </Field>
  );
}
