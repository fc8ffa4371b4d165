import type { ComponentProps } from 'react';
import { controlStyle, describedBy, Field, type FieldProps } from './field';

type Props = FieldProps & Omit<ComponentProps<'input'>, 'id'>;

/** A line of text with its label. Never `type=number`: a mouse wheel would change it. */
export function TextInput({
  id,
  label,
  hint,
  error,
  className = 'w-full max-w-md',
  type = 'text',
  name = id,
  ...rest
}: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        type={type}
        aria-describedby={describedBy({ id, hint, error })}
        aria-invalid={error ? true : undefined}
        className={`${controlStyle(error)} ${className}`}
        {...rest}
      />
    </Field>
  );
}
